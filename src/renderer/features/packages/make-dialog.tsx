import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestDays } from '#core/review/packages/rules'
import { failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { addDays, todayHere } from '../../ui/dates.ts'
import { FormDialog, TellingDialog } from '../../ui/dialog.tsx'
import { PassphraseField, TextArea } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { KnownPersons } from '../duties/known-persons.tsx'

type MakeDialogProps = { personIds?: readonly string[]; onClose: () => void }

/** Chosen files, for whom, until when: sealed into one file, the passphrase asked again. */
export function MakeDialog({ personIds = [], onClose }: MakeDialogProps) {
  const { t } = useTranslation()
  const known = useRead('packages.list', undefined).data?.correspondents
  const agenda = useRead('meetings.list', undefined).data?.agenda ?? []
  const [people, setPeople] = useState<string[]>([...personIds])
  const [chosen, setChosen] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const [expiresOn, setExpiresOn] = useState<string | null>(() => addDays(todayHere(), 7))
  const [note, setNote] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  const chooseFile = useAct('packages.chooseNewFile', { quiet: true })
  const make = useAct('packages.make', { quiet: true })
  if (known === undefined) return null
  const recipient = known.find(({ id }) => id === chosen) ?? (known.length === 1 ? known[0] : undefined)
  const title = t('packages.makeTitle')

  if (known.length === 0)
    return (
      <TellingDialog title={title} isOpen onClose={onClose}>
        <Notice tone="warning" title={t('packages.noRecipient')}>
          {t('packages.noRecipientText')}
        </Notice>
      </TellingDialog>
    )
  if (make.data !== undefined)
    return (
      <TellingDialog title={title} isOpen onClose={onClose}>
        <Notice tone="ok" title={t('packages.madeTitleDone')} isAlert>
          {t('packages.madeText', { count: make.data.files, file: chooseFile.data?.name ?? '' })}
        </Notice>
      </TellingDialog>
    )

  const submit = async () => {
    setTried(true)
    if (people.length === 0 || !recipient || expiresOn === null || passphrase === '') return
    const place = await chooseFile.mutateAsync(undefined).catch(() => null)
    if (place === null) return
    make.mutate({
      correspondentId: recipient.id,
      files: people.map((personId) => ({
        personId,
        question: agenda.find((review) => review.personId === personId)?.question ?? '',
      })),
      sinceLastReview: !isWhole,
      expiresOn,
      note: note.trim(),
      passphrase,
    })
  }
  const failure = make.error ? failureOf(make.error) : undefined
  return (
    <FormDialog
      command="packages.make"
      title={title}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={make.isPending}
      submitLabel={t('packages.makeSubmit')}
    >
      <div className="field">
        <KnownPersons label={t('packages.who')} value={people} onChange={setPeople} />
        {isTried && people.length === 0 ? (
          <p className="field-error">{t('packages.whoNeeded')}</p>
        ) : (
          <p className="field-note">{t('packages.questions')}</p>
        )}
      </div>
      <RadioGroup
        label={t('packages.what')}
        description={t('packages.whatNote')}
        value={isWhole ? 'whole' : 'sinceLast'}
        onChange={(key) => setWhole(key === 'whole')}
        choices={(['sinceLast', 'whole'] as const).map((key) => ({ key, content: t(`packages.${key}`) }))}
      />
      <div className="columns-2">
        <Select
          label={t('packages.recipient')}
          value={recipient?.id ?? null}
          onChange={setChosen}
          options={known.map(({ id, name }) => ({ key: id, label: name }))}
          error={isTried && !recipient ? t('packages.recipientNeeded') : undefined}
        />
        <DateField
          label={t('packages.expiresOn')}
          description={t('packages.expiresNote')}
          value={expiresOn}
          onChange={setExpiresOn}
          max={addDays(todayHere(), longestDays)}
          error={isTried && expiresOn === null ? t('form.required') : undefined}
        />
      </div>
      <TextArea
        label={t('packages.note')}
        placeholder={t('packages.noteHint')}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      <Notice tone="warning" title={t('packages.leaves')}>
        {t('packages.leavesText', { name: recipient?.name ?? '…' })}
      </Notice>
      <PassphraseField
        label={t('packages.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        error={isTried && passphrase === '' ? t('form.required') : undefined}
      />
      {failure !== undefined && <FailureNotice failure={failure} />}
    </FormDialog>
  )
}
