import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
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
  /** As it was before: to seal what stood in plain, or to open it for good, is not undone. */
  const [wasPlain] = useState(id !== undefined && !isSealed && text !== '')
  const [wasSealed] = useState(id !== undefined && isSealed)
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
      {isSealed && <p className="small quiet">{t('sealed.sealNote')}</p>}
      {isSealed && wasPlain && (
        <Notice tone="warning" title={t('sealed.sealIsFinal')} isAlert>
          {t('sealed.olderBackups')}
        </Notice>
      )}
      {!isSealed && wasSealed && (
        <Notice tone="warning" title={t('sealed.liftIsFinal')} isAlert>
          {t('sealed.lifted')}
        </Notice>
      )}
    </div>
  )
}
