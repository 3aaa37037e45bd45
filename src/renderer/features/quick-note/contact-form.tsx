import { CalendarPlus, Route } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyFailure } from '#shared/contract'
import { CodeSelect, CodeTags } from '../../lists.tsx'
import { Button } from '../../ui/button.tsx'
import { MomentField } from '../../ui/date-field.tsx'
import { addDays, nowHere, todayHere } from '../../ui/dates.ts'
import { DurationField } from '../../ui/number-field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { onSaveKey } from '../../ui/save-key.ts'
import { PeoplePicker } from '../people/people-picker.tsx'
import {
  FollowUpAttachment,
  ReferralAttachment,
  type FollowUpDraft,
  type ReferralDraft,
} from './attachments.tsx'
import { Details } from './details.tsx'
import { NoteField } from './note-field.tsx'
import type { NoteStart } from './note.ts'
import './quick-note.css'
import { problemsOf, saveNote, type Problems } from './save-note.ts'
import { useTypedAhead } from './typed-ahead.tsx'
import { useDraft } from './use-draft.ts'

type ContactFormProps = {
  start: NoteStart
  /** Of the contact being corrected. */
  id?: string | undefined
  /** Typed ahead, while the note before was being saved. */
  whoTyped?: string
  /** Resolves once whatever comes next is on screen; `typed` answers what was typed for it so far. */
  onSaved: (typed: () => string) => void | Promise<void>
  /** Drops the draft and begins again. */
  onDrop?: () => void
  /** Other buttons of the foot. */
  actions?: ReactNode
}

/**
 * The note éclair. In the order of the Tab key: who, what, about, note; when, how long and where are prefilled and come
 * after, so that a contact is two letters and Enter, twice, between Ctrl+N and Ctrl+Enter.
 */
export function ContactForm({ start, id, whoTyped = '', onSaved, onDrop, actions }: ContactFormProps) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [note, setNote] = useState(start.note)
  const [whoText, setWhoText] = useState(whoTyped)
  const [isWhoComing, setWhoComing] = useState(false)
  /** Asked to be saved while somebody it names was still to come. */
  const [waiting, setWaiting] = useState<{ incomplete: boolean } | null>(null)
  const [referral, setReferral] = useState<ReferralDraft | null>(null)
  const [followUp, setFollowUp] = useState<FollowUpDraft | null>(null)
  const [problems, setProblems] = useState<Problems>({})
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const { isSaving, ...ahead } = useTypedAhead()
  const draft = useDraft(note, start)
  const edit = (changes: Partial<typeof note>) => setNote((note) => ({ ...note, ...changes }))
  const say = (problem: Problems[keyof Problems]) => problem && t(problem)

  // to the first field that lacks something
  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problems])

  /** Saving completes it; « à compléter » keeps what is there for later, and lets even the persons wait. */
  const save = (incomplete: boolean) => {
    if (isSaving) return
    if (!isWhoComing) return void saveWhole(incomplete)
    ahead.begin()
    setWaiting({ incomplete })
  }
  const saveWhole = async (incomplete: boolean) => {
    const whole = { id, note: { ...note, incomplete }, whoText, referral, followUp }
    const found = problemsOf(whole)
    setProblems(found)
    setFailure(null)
    if (Object.keys(found).length > 0) return ahead.giveUp()
    ahead.begin()
    const saved = await saveNote(whole)
    if (!saved.ok) {
      ahead.giveUp()
      return setFailure(saved.failure)
    }
    await draft.drop()
    await onSaved(ahead.text)
    saved.value()
  }
  const saveWaiting = useEffectEvent(() => {
    if (!waiting) return
    setWaiting(null)
    void saveWhole(waiting.incomplete)
  })
  const isReady = waiting !== null && !isWhoComing
  useEffect(() => {
    // whom the note names came after it was asked to be saved
    // oxlint-disable-next-line react/set-state-in-effect
    if (isReady) saveWaiting()
  }, [isReady])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save(false)
  }

  return (
    <form
      ref={form}
      noValidate
      className="stack"
      onSubmit={onSubmit}
      {...onSaveKey(
        () => save(false),
        () => save(true),
      )}
    >
      {ahead.field}
      <PeoplePicker
        label={t('contacts.who')}
        error={say(problems.who)}
        people={note.people}
        onPeople={(change) => setNote((note) => ({ ...note, people: change(note.people) }))}
        onComing={setWhoComing}
        unidentifiedCount={note.unidentifiedCount}
        onUnidentifiedCount={(unidentifiedCount) => edit({ unidentifiedCount })}
        text={whoText}
        typed={whoTyped}
        onText={setWhoText}
        autoFocus={id === undefined}
      />
      <CodeTags
        list="contactKind"
        label={t('contacts.what')}
        error={say(problems.kinds)}
        value={note.kinds}
        onChange={(kinds) => edit({ kinds })}
      />
      <CodeTags
        list="theme"
        label={t('contacts.about')}
        placeholder={t('contacts.aboutHint')}
        value={note.themes}
        onChange={(themes) => edit({ themes })}
      />
      <NoteField id={id} note={note} error={say(problems.note)} onChange={edit} />
      <div className="note-moment">
        <MomentField
          label={t('contacts.when')}
          value={note.at}
          onChange={(at) => edit({ at })}
          max={nowHere()}
        />
        <DurationField
          label={t('contacts.duration')}
          value={note.durationMinutes}
          onChange={(durationMinutes) => edit({ durationMinutes })}
        />
        <CodeSelect
          list="place"
          label={t('contacts.where')}
          value={note.place}
          onChange={(place) => edit({ place })}
        />
      </div>
      <div className="note-more">
        <Details note={note} onChange={edit} isAxisRefused={failure === 'axis-not-valid'} />
        {draft.isKept && (
          <span className="note-kept">
            <span role="status">
              {t(start.isRestored && note === start.note ? 'contacts.draftRestored' : 'contacts.draftKept')}
            </span>
            {onDrop && (
              <button type="button" className="text-link" onClick={() => void draft.drop().then(onDrop)}>
                {t('form.clear')}
              </button>
            )}
          </span>
        )}
      </div>
      {referral && (
        <ReferralAttachment
          people={note.people}
          value={referral}
          onChange={setReferral}
          onRemove={() => setReferral(null)}
          error={say(problems.referral)}
        />
      )}
      {followUp && (
        <FollowUpAttachment
          people={note.people}
          value={followUp}
          onChange={setFollowUp}
          onRemove={() => setFollowUp(null)}
          error={say(problems.followUp)}
        />
      )}
      {failure && <FailureNotice failure={failure} />}
      <div className="note-foot">
        <Button type="submit" variant="primary" shortcut="Ctrl+Enter" isDisabled={isSaving}>
          {t('form.save')}
        </Button>
        <Button isDisabled={isSaving} onPress={() => save(true)}>
          {t('contacts.saveIncomplete')}
        </Button>
        {id === undefined && referral === null && (
          <Button
            icon={<Route size={17} aria-hidden />}
            onPress={() =>
              setReferral({ personId: null, resourceId: null, theme: note.themes[0] ?? 'housing' })
            }
          >
            {t('contacts.refer')}
          </Button>
        )}
        {id === undefined && followUp === null && (
          <Button
            icon={<CalendarPlus size={17} aria-hidden />}
            onPress={() =>
              setFollowUp({ personId: null, title: '', dueOn: addDays(todayHere(), 1), dueTime: null })
            }
          >
            {t('contacts.followUp')}
          </Button>
        )}
        {actions}
      </div>
    </form>
  )
}
