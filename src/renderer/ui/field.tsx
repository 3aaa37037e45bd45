import { Eye, EyeOff } from 'lucide-react'
import { useState, type ReactNode, type Ref } from 'react'
import {
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button.tsx'
import './field.css'

/** What every field shows around its control. `error` is a sentence; its presence marks the field invalid. */
export type FieldChrome = {
  label: string
  /** A sentence under the field, for what the label cannot say. */
  description?: ReactNode
  error?: string | undefined
}

/** Label above, description and error below: the children of any react-aria field. */
export function FieldFrame({ label, description, error, children }: FieldChrome & { children: ReactNode }) {
  return (
    <>
      <Label className="label">{label}</Label>
      {children}
      {description !== undefined && (
        <Text slot="description" className="field-note">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  )
}

type TextFieldProps = FieldChrome & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  autoFocus?: boolean
  isDisabled?: boolean
  maxLength?: number
  /** For the browser and its spell checker. */
  spellCheck?: 'true' | 'false'
  name?: string
  ref?: Ref<HTMLInputElement>
}

export function TextField({
  isName,
  label,
  description,
  error,
  placeholder = '',
  ref = null,
  ...props
}: TextFieldProps & {
  /** A person's name: masked in discreet mode. */
  isName?: boolean
}) {
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      autoComplete="off"
      className="field"
      data-is-name={isName || undefined}
    >
      <FieldFrame label={label} description={description} error={error}>
        <Input className="input" placeholder={placeholder} ref={ref} />
      </FieldFrame>
    </AriaTextField>
  )
}

/** A secret, hidden until asked. Nothing in it is corrected, completed or remembered by the browser. */
export function PassphraseField({
  label,
  description,
  error,
  placeholder = '',
  ref = null,
  ...props
}: TextFieldProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  return (
    <AriaTextField
      {...props}
      type={shown ? 'text' : 'password'}
      isInvalid={error !== undefined}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      className="field"
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className="input-row">
          <Input className="input" placeholder={placeholder} ref={ref} />
          <IconButton
            label={t(shown ? 'form.hide' : 'form.show')}
            icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
            onPress={() => setShown(!shown)}
          />
        </div>
      </FieldFrame>
    </AriaTextField>
  )
}

type TextAreaProps = Omit<TextFieldProps, 'ref'> & { rows?: number; ref?: Ref<HTMLTextAreaElement> }

export function TextArea({
  label,
  description,
  error,
  placeholder = '',
  rows = 3,
  ref = null,
  ...props
}: TextAreaProps) {
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} autoComplete="off" className="field">
      <FieldFrame label={label} description={description} error={error}>
        <AriaTextArea className="input" data-multiline rows={rows} placeholder={placeholder} ref={ref} />
      </FieldFrame>
    </AriaTextField>
  )
}

type SearchFieldProps = {
  label: string
  /** What is looked for may be a person's name: masked in discreet mode, but while it is being typed. */
  isName?: boolean
  placeholder?: string
  value: string
  onChange: (value: string) => void
}

/** A filter above a list; its label is spoken, not shown. */
/** As long as a search may be: what is pasted beyond that would be refused, and the list with it. */
const LONGEST_SEARCH = 200

export function SearchField({ label, isName = false, placeholder, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...props}
      maxLength={LONGEST_SEARCH}
      aria-label={label}
      className="field search-field"
      data-is-name={isName || undefined}
    >
      <Input className="input" placeholder={placeholder ?? label} />
    </AriaSearchField>
  )
}

type CheckboxProps = { children: ReactNode; value: boolean; onChange: (value: boolean) => void }

export function Checkbox({ children, value, onChange }: CheckboxProps) {
  return (
    <AriaCheckbox className="checkbox" isSelected={value} onChange={onChange}>
      <span className="checkbox-box" aria-hidden="true" />
      {children}
    </AriaCheckbox>
  )
}
