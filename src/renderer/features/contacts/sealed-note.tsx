import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import './contacts.css'

type SealedNoteProps = {
  /** What opens it. */
  command: 'contacts.openNote' | 'people.openSafetyNote'
  /** Of the contact or of the person. */
  id: string
  /** Given, its text goes there, to be corrected; else it is shown here. */
  onEdit?: (note: string) => void
}

/** In the place of a sealed note’s text: the worker opens it for as long as the block is in sight; nobody else can. */
export function SealedNote({ command, id, onEdit }: SealedNoteProps) {
  const { t } = useTranslation()
  const may = useMay()
  const open = useAct(command, { quiet: true })
  if (open.data && onEdit === undefined)
    return (
      <div className="sealed-note" data-open>
        <p className="sealed-head">
          <LockKeyholeOpen size={15} aria-hidden /> {t('sealed.opened')}
          <Button variant="plain" onPress={() => open.reset()}>
            {t('sealed.close')}
          </Button>
        </p>
        <p className="own-words">{open.data.note}</p>
      </div>
    )
  return (
    <div className="sealed-note">
      <p className="sealed-head">
        <LockKeyhole size={15} aria-hidden /> {t('sealed.title')}
        {may(command) ? (
          <Button
            variant="plain"
            isDisabled={open.isPending}
            onPress={() => open.mutate({ id }, { onSuccess: ({ note }) => onEdit?.(note) })}
          >
            {t(onEdit === undefined ? 'sealed.open' : 'sealed.edit')}
          </Button>
        ) : (
          <span className="small quiet">{t('sealed.workerOnly')}</span>
        )}
      </p>
      {open.error && <FailureNotice failure={open.error.failure} />}
    </div>
  )
}

/** Where there is room for one line. */
export function SealedMark() {
  const { t } = useTranslation()
  return (
    <p className="sealed-mark small quiet">
      <LockKeyhole size={13} aria-hidden /> {t('sealed.title')}
    </p>
  )
}
