import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/field.tsx'
import { FactsHint } from './facts-hint.tsx'
import { SealedNote } from './sealed-note.tsx'

type SealableFieldProps = {
  command: 'contacts.openNote' | 'people.openSafetyNote'
  /** Of the record being corrected. */
  id: string | undefined
  text: string
  isSealed: boolean
  onSealed: (isSealed: boolean) => void
  onText: (text: string) => void
  /** The field of the text. */
  children: ReactNode
}

/** A text and whether it is sealed. One already sealed stays closed, and as it is, until its writer opens it here. */
export function SealableField({
  command,
  id,
  text,
  isSealed,
  onSealed,
  onText,
  children,
}: SealableFieldProps) {
  const { t } = useTranslation()
  const [isClosed, setClosed] = useState(id !== undefined && isSealed && text === '')
  /** It stood in plain before: what was copied elsewhere then is out of reach. */
  const [wasPlain] = useState(id !== undefined && !isSealed && text !== '')
  if (isClosed && id !== undefined)
    return (
      <SealedNote
        command={command}
        id={id}
        onEdit={(opened) => {
          onText(opened)
          setClosed(false)
        }}
      />
    )
  return (
    <div className="note-field">
      {children}
      <FactsHint />
      <Checkbox value={isSealed} onChange={onSealed}>
        {t('sealed.seal')}
      </Checkbox>
      {isSealed && (
        <p className="small quiet">
          {t('sealed.sealNote')} {wasPlain && t('sealed.olderBackups')}
        </p>
      )}
    </div>
  )
}
