import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { erasureModes, erasureReasons, type ErasureOrder } from '#core/duties/retention'
import type { Output } from '#shared/contract'
import { useLongAct } from '../../long-act.ts'
import { forgetUnseen, useRead } from '../../queries.ts'
import { announceDone } from '../../toasts.ts'
import { shortDay } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, PassphraseField, TextField } from '../../ui/field.tsx'
import { Name } from '../../ui/name.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { CopiesAtStake, PackagesLeft } from './copies-left.tsx'
import { Doubts } from './doubts.tsx'
import { Pieces } from './pieces.tsx'
import { ReviewedList } from './reviewed-list.tsx'
import type { RetentionRow } from './retention-tab.tsx'

type Preview = Output<'erasures.preview'>
const isMode = (key: string): key is ErasureOrder['mode'] => erasureModes.some((mode) => mode === key)
const isReason = (key: string): key is ErasureOrder['reason'] =>
  erasureReasons.some((reason) => reason === key)

/** Destroy or anonymize: a human decides, reads what stays, and types the passphrase again. */
export function ErasureDialog({ row, onClose }: { row: RetentionRow; onClose: () => void }) {
  const { t } = useTranslation()
  const [order, setOrder] = useState<ErasureOrder>({
    personId: row.id,
    mode: 'destroy',
    reason: 'retention',
    decidedBy: '',
    hide: [],
    nobody: [],
    emptied: [],
  })
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  const change = (fields: Partial<ErasureOrder>) => setOrder({ ...order, ...fields })
  // who decides changes nothing of what would be done
  const preview = useRead('erasures.preview', { ...order, decidedBy: row.alias.slice(0, 200) }).data
  const decide = useLongAct('erasures.decide', { quiet: true })
  const submit = () => {
    setTried(true)
    if (order.decidedBy.trim() !== '' && passphrase !== '')
      decide.mutate(
        { ...order, passphrase },
        {
          onSettled: forgetUnseen,
          onSuccess: () => {
            announceDone('duties.erased')
            onClose()
          },
        },
      )
  }
  return (
    <>
      <FormDialog
        command="erasures.decide"
        title={t('duties.decide')}
        isOpen
        size="large"
        onClose={decide.isPending ? decide.cancel : onClose}
        onSubmit={submit}
        isSaving={decide.isPending}
        submitLabel={t(`duties.decideNow.${order.mode}`)}
      >
        <p>
          <strong>
            <Name>{row.alias}</Name>
          </strong>
        </p>
        <RadioGroup
          label={t('duties.mode')}
          description={t(`duties.modeNotes.${order.mode}`)}
          value={order.mode}
          onChange={(key) => isMode(key) && change({ mode: key })}
          choices={erasureModes.map((key) => ({ key, content: t(`duties.modes.${key}`) }))}
        />
        <RadioGroup
          label={t('duties.because')}
          value={order.reason}
          onChange={(key) => isReason(key) && change({ reason: key })}
          choices={erasureReasons.map((key) => ({ key, content: t(`duties.reasonsToErase.${key}`) }))}
        />
        {preview !== undefined && preview.obligations.length > 0 && <Obligations preview={preview} />}
        {preview !== undefined && preview.doubts.length > 0 && (
          <Doubts
            doubts={preview.doubts}
            onHide={(word) => change({ hide: [...order.hide, word] })}
            onNobody={(word) => change({ nobody: [...order.nobody, word] })}
          />
        )}
        {preview !== undefined && (
          <Staying preview={preview} emptied={order.emptied} onEmptied={(emptied) => change({ emptied })} />
        )}
        <TextField
          label={t('duties.decidedBy')}
          maxLength={200}
          value={order.decidedBy}
          onChange={(decidedBy) => change({ decidedBy })}
          error={isTried && order.decidedBy.trim() === '' ? t('form.required') : undefined}
        />
        <Notice tone="danger" title={t('duties.irreversible')}>
          {t('duties.outOfReach')}
        </Notice>
        <CopiesAtStake />
        {preview !== undefined && <PackagesLeft packages={preview.packages} />}
        <PassphraseField
          label={t('duties.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          error={isTried && passphrase === '' ? t('form.required') : undefined}
        />
        {decide.failure !== undefined && <FailureNotice failure={decide.failure} />}
      </FormDialog>
      <ProgressDialog title={t('duties.erasing')} act={decide}>
        {t('duties.erasingText')}
      </ProgressDialog>
    </>
  )
}

/** What must be settled first, each with its way out. */
function Obligations({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  return (
    <Notice tone="warning" title={t('duties.obligationsTitle')}>
      {preview.obligations.map((obligation) => t(`duties.obligations.${obligation}`)).join(' ')}
    </Notice>
  )
}

type StayingProps = {
  preview: Preview
  emptied: readonly string[]
  onEmptied: (keys: string[]) => void
}

/** Texts that stay with others: as they will read, or blanked whole. */
function Staying({ preview: { alone, shared, mentions, sealed }, emptied, onEmptied }: StayingProps) {
  const { t } = useTranslation()
  return (
    <section className="stack" aria-label={t('duties.staying')}>
      <p className="quiet">{t('duties.aloneCount', { count: alone })}</p>
      {shared.length + mentions.length > 0 && (
        <>
          <h3>{t('duties.staying')}</h3>
          <ReviewedList label={t('duties.staying')}>
            {shared.map(({ key, on, pieces, isSealed, isUnread }) => (
              <li key={key}>
                <p className="small muted">{shortDay(on)}</p>
                {isSealed ? (
                  <p className="small quiet">{t(isUnread ? 'duties.sealedUnread' : 'duties.sealedText')}</p>
                ) : (
                  <p className="own-words">
                    <Pieces pieces={pieces} />
                  </p>
                )}
                <Checkbox
                  value={emptied.includes(key)}
                  onChange={(isEmptied) =>
                    onEmptied(isEmptied ? [...emptied, key] : emptied.filter((each) => each !== key))
                  }
                >
                  {t('duties.blankText')}
                </Checkbox>
              </li>
            ))}
            {mentions.map(({ table, pieces }, index) => (
              // oxlint-disable-next-line no-array-index-key -- the same words may be said twice
              <li key={`${table} ${index}`}>
                <p className="own-words">
                  <Pieces pieces={pieces} />
                </p>
              </li>
            ))}
          </ReviewedList>
        </>
      )}
      {sealed.corrected > 0 && (
        <p className="small quiet">{t('duties.sealedCorrected', { count: sealed.corrected })}</p>
      )}
      {sealed.unread > 0 && (
        <Notice tone="warning" title={t('duties.unreadElsewhere', { count: sealed.unread })}>
          {t('duties.unreadElsewhereText')}
        </Notice>
      )}
    </section>
  )
}
