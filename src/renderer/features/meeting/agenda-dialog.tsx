import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PersonField } from '../people/people-picker.tsx'

type AgendaDialogProps = {
  /** Whose file, when it is known. */
  personId?: string
  /** Already on the agenda: its question is corrected. */
  review?: { id: string; personId: string; question: string }
  onClose: () => void
}

/** Puts a file on the agenda of the next meeting, with what one wants to know. */
export function AgendaDialog({ personId = '', review, onClose }: AgendaDialogProps) {
  const { t } = useTranslation()
  const [who, setWho] = useState<string | null>((review?.personId ?? personId) || null)
  const [question, setQuestion] = useState(review?.question ?? '')
  const [isTried, setTried] = useState(false)
  const save = useAct('meetings.saveOnAgenda', { done: 'meeting.added', quiet: true })
  const submit = () => {
    setTried(true)
    if (who === null) return
    save.mutate(
      { personId: who, question: question.trim(), ...(review && { id: review.id }) },
      { onSuccess: onClose },
    )
  }
  const isKnown = personId !== '' || review !== undefined
  return (
    <FormDialog
      command="meetings.saveOnAgenda"
      title={t(review === undefined ? 'meeting.addTitle' : 'meeting.editQuestion')}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      isSaving={save.isPending}
    >
      {!isKnown && (
        <PersonField
          label={t('meeting.who')}
          autoFocus
          value={who}
          onChange={setWho}
          error={isTried && who === null ? t('meeting.whoNeeded') : undefined}
        />
      )}
      <TextArea
        label={t('meeting.question')}
        description={t('meeting.questionNote')}
        placeholder={t('meeting.questionHint')}
        maxLength={2000}
        autoFocus={isKnown}
        value={question}
        onChange={setQuestion}
      />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
