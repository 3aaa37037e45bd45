import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { failureOf } from '../../client.ts'
import type { LongList, RowOf } from '../../long-lists.ts'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Name } from '../../ui/name.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { CompareTable } from './compare-table.tsx'
import { movesOf } from './merge-moves.ts'

type Pair = RowOf<'people.duplicates'>
type File = Output<'people.read'>

type DuplicatesDialogProps = { pairs: LongList<Pair>; onClose: () => void }

/** One pair at a time, the likeliest first: side by side, then one file or two. */
export function DuplicatesDialog({ pairs, onClose }: DuplicatesDialogProps) {
  const { t } = useTranslation()
  const [skipped, setSkipped] = useState(0)
  const { total = 0, rowAt, see } = pairs
  const rank = Math.min(skipped, total - 1)
  useEffect(() => see(rank, rank), [see, rank])
  const pair = rowAt(rank)
  const one = useRead('people.read', { id: pair?.one.id ?? '' }, { enabled: pair !== undefined }).data
  const other = useRead('people.read', { id: pair?.other.id ?? '' }, { enabled: pair !== undefined }).data
  if (pair === undefined || one === undefined || other === undefined) return null
  return (
    <Comparison
      key={`${pair.one.id}-${pair.other.id}`}
      pair={pair}
      files={[one, other]}
      rank={t('duplicates.rank', { rank: rank + 1, count: total })}
      isLast={total === 1}
      onSkip={() => setSkipped((rank + 1) % total)}
      onClose={onClose}
    />
  )
}

type ComparisonProps = {
  pair: Pair
  files: [one: File, other: File]
  rank: string
  /** Nothing comes after this pair: to answer it closes. */
  isLast: boolean
  onSkip: () => void
  onClose: () => void
}

function Comparison({ pair, files, rank, isLast, onSkip, onClose }: ComparisonProps) {
  const { t } = useTranslation()
  const [one, other] = files
  // the file with the longer history is the likelier one to keep
  const longer = one.person.contactCount >= other.person.contactCount ? one : other
  const [keepId, setKeepId] = useState(longer.person.id)
  const [kept, duplicate] = keepId === one.person.id ? [one, other] : [other, one]
  const merge = useAct('people.merge', { done: 'duplicates.done', quiet: true })
  const dismiss = useAct('people.dismissDuplicate', { done: 'duplicates.dismissed', quiet: true })
  const answered = { onSuccess: () => isLast && onClose() }
  const error = merge.error ?? dismiss.error
  const isBusy = merge.isPending || dismiss.isPending
  return (
    <Dialog
      title={t('duplicates.title')}
      isOpen
      size="large"
      onClose={onClose}
      footer={
        <>
          {!isLast && (
            <span className="dialog-aside">
              <Button variant="plain" onPress={onSkip}>
                {t('duplicates.skip')}
              </Button>
            </span>
          )}
          <Button
            isDisabled={isBusy}
            onPress={() => dismiss.mutate({ oneId: one.person.id, otherId: other.person.id }, answered)}
          >
            {t('duplicates.dismiss')}
          </Button>
          <Button
            variant="primary"
            isDisabled={isBusy}
            onPress={() => merge.mutate({ keepId, duplicateId: duplicate.person.id }, answered)}
          >
            {t('duplicates.merge')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">
          {t(`duplicates.because.${pair.reason}`)} {!isLast && <span className="muted">{rank}</span>}
        </p>
        <CompareTable files={[one.person, other.person]} />
        <RadioGroup
          label={t('duplicates.keep')}
          value={keepId}
          onChange={setKeepId}
          choices={files.map(({ person }) => ({
            key: person.id,
            content: <Name>{person.aliases[0] ?? ''}</Name>,
          }))}
        />
        <Consequences duplicate={duplicate} kept={kept} />
        {error && <FailureNotice failure={failureOf(error)} />}
      </div>
    </Dialog>
  )
}

/** Written out before it is done: what passes from one file to the other, and that it can be taken back. */
function Consequences({ duplicate, kept }: { duplicate: File; kept: File }) {
  const { t } = useTranslation()
  const moves = movesOf(duplicate)
  return (
    <section className="merge-what" aria-live="polite">
      <h3>{t('duplicates.what')}</h3>
      <p>
        <Name>{duplicate.person.aliases[0] ?? ''}</Name> → <Name>{kept.person.aliases[0] ?? ''}</Name>
      </p>
      {moves.length === 0 ? (
        <p>{t('duplicates.movesNothing')}</p>
      ) : (
        <p>
          {t('duplicates.moves')}{' '}
          {[
            t('duplicates.aliases'),
            ...moves.map(({ kind, count }) => t(`duplicates.${kind}`, { count })),
          ].join(', ')}
          .
        </p>
      )}
      <p>{t('duplicates.fills')}</p>
      <p className="quiet">{t('duplicates.undoable')}</p>
    </section>
  )
}
