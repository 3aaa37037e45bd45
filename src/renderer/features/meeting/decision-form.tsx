import { CalendarClock, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  doer as doerSchema,
  doers,
  type ActionFields,
  type FileReview,
  hiddenName,
} from '#core/review/team-meeting'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { addDays, nearDay, todayHere } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { useOnce } from '../../ui/once.ts'
import { onSaveKey } from '../../ui/save-key.ts'
import { Select } from '../../ui/select.tsx'

type Draft = ActionFields & { key: number }
/** What was typed about a file and is not saved yet. */
export interface Written {
  decision: string
  drafts: readonly Draft[]
}
const daysToNextMeeting = 7

/** Words with a hidden name cannot be corrected: what hides it would replace it for good. */
export const isMasked = ({ decision }: FileReview): boolean => decision.includes(hiddenName)

/** What was decided, while names are hidden in it. */
export function MaskedDecision({ review }: { review: FileReview }) {
  const { t } = useTranslation()
  return (
    <section className="room-decision" aria-label={t('meeting.decision')}>
      <h3>{t('meeting.decision')}</h3>
      <p className="room-note">{review.decision}</p>
      <DecidedActions review={review} />
      <p className="quiet">{t('meeting.maskedDecision')}</p>
    </section>
  )
}

function DecidedActions({ review }: { review: FileReview }) {
  const { t } = useTranslation()
  if (review.actions.length === 0) return null
  return (
    <ul className="room-actions">
      {review.actions.map(({ id, title, doer, dueOn, isDone }) => (
        <li key={id}>
          <strong>{title}</strong>{' '}
          <span className="quiet">
            {t(`meeting.doers.${doer}`)} · {nearDay(dueOn)}
          </span>{' '}
          {isDone && <Badge tone="ok">{t('meeting.actionDone')}</Badge>}
        </li>
      ))}
    </ul>
  )
}

/** Whether saving would change anything. */
export const isUnsaved = (written: Written | undefined, review: FileReview): boolean =>
  written !== undefined &&
  (written.decision.trim() !== review.decision || written.drafts.some(({ title }) => title.trim() !== ''))

type DecisionFormProps = {
  review: FileReview
  /** Kept by whoever shows the form: it goes when another file, or the names, are shown. */
  written: Written | undefined
  onWrite: (written: Written | undefined) => void
  /** The meeting was to be closed: what is not saved is told. */
  isClosing: boolean
  isLast: boolean
  onNext: () => void
}

/** What is decided, and who does what by when: each line becomes a follow-up. Ctrl+Enter saves and goes to the next file. */
export function DecisionForm({ review, written, onWrite, isClosing, isLast, onNext }: DecisionFormProps) {
  const { t } = useTranslation()
  const { decision, drafts } = written ?? { decision: review.decision, drafts: [] }
  const setDrafts = (drafts: readonly Draft[]) => onWrite({ decision, drafts })
  const decide = useAct('meetings.decide', { done: 'meeting.decided', quiet: true })
  const postpone = useAct('meetings.postpone', { done: 'meeting.postponed' })
  const change = (key: number, fields: Partial<ActionFields>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...fields } : draft)))
  const add = () =>
    setDrafts([
      ...drafts,
      {
        key: (drafts.at(-1)?.key ?? 0) + 1,
        title: '',
        doer: 'worker',
        dueOn: addDays(todayHere(), daysToNextMeeting),
      },
    ])
  const submit = useOnce(() => {
    const actions = drafts
      .filter(({ title }) => title.trim() !== '')
      .map(({ title, doer, dueOn }) => ({ title: title.trim(), doer, dueOn }))
    decide.mutate(
      { id: review.id, decision: decision.trim(), actions },
      {
        onSuccess: () => {
          onWrite(undefined)
          onNext()
        },
      },
    )
  }, decide.isPending)
  return (
    <form
      className="room-decision"
      noValidate
      aria-label={t('meeting.decision')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      {...onSaveKey(submit)}
    >
      <TextArea
        label={t('meeting.decision')}
        placeholder={t('meeting.decisionHint')}
        rows={4}
        maxLength={2000}
        autoFocus
        value={decision}
        onChange={(decision) => onWrite({ decision, drafts })}
      />
      <h3>{t('meeting.whoDoesWhat')}</h3>
      <DecidedActions review={review} />
      {drafts.map(({ key, title, doer, dueOn }) => (
        <div key={key} className="room-action" role="group" aria-label={t('meeting.action')}>
          <TextField
            label={t('meeting.what')}
            maxLength={200}
            autoFocus
            value={title}
            onChange={(title) => change(key, { title })}
          />
          <Select
            label={t('meeting.doer')}
            options={doers.map((key) => ({ key, label: t(`meeting.doers.${key}`) }))}
            value={doer}
            onChange={(chosen) => change(key, { doer: doerSchema.parse(chosen) })}
          />
          <DateField
            label={t('meeting.dueOn')}
            value={dueOn}
            onChange={(day) => day !== null && change(key, { dueOn: day })}
          />
          <IconButton
            label={t('meeting.removeAction')}
            icon={<Trash2 size={17} aria-hidden />}
            onPress={() => setDrafts(drafts.filter((draft) => draft.key !== key))}
          />
        </div>
      ))}
      <div className="row">
        <Button icon={<Plus size={17} aria-hidden />} onPress={add}>
          {t('meeting.addAction')}
        </Button>
      </div>
      {isClosing && isUnsaved(written, review) && (
        <Notice tone="warning" title={t('meeting.unsaved')} isAlert>
          {t('meeting.unsavedText')}
        </Notice>
      )}
      {decide.error && <FailureNotice failure={failureOf(decide.error)} />}
      <div className="row room-save">
        <Button variant="primary" type="submit" shortcut="Ctrl+Enter" isPending={decide.isPending}>
          {t(isLast ? 'form.save' : 'meeting.saveAndNext')}
        </Button>
        {review.reviewedAt === null && (
          <Button
            variant="plain"
            icon={<CalendarClock size={17} aria-hidden />}
            onPress={() => postpone.mutate({ id: review.id })}
          >
            {t('meeting.postpone')}
          </Button>
        )}
      </div>
    </form>
  )
}
