import { ChevronDown } from 'lucide-react'
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type Key,
} from 'react-aria-components'
import { FieldFrame, type FieldChrome } from './field.tsx'
import { Name } from './name.tsx'
import './select.css'

/** `isName`: the label is a person's alias, masked in discreet mode. */
export type Option = { key: string; label: string; isName?: boolean }

type SelectProps = FieldChrome & {
  value: string | null
  onChange: (value: string) => void
  onBlur?: () => void
  options: readonly Option[]
  placeholder?: string
}

/** One choice among a few known ones. For long lists, or lists that grow, use `ComboBox`. */
export function Select({
  label,
  description,
  error,
  value,
  onChange,
  options,
  placeholder,
  ...props
}: SelectProps) {
  const choose = (key: Key | null) => {
    if (key !== null) onChange(String(key))
  }
  return (
    <AriaSelect
      {...props}
      value={value}
      onChange={choose}
      placeholder={placeholder ?? ' '}
      isInvalid={error !== undefined}
      className="field"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Button className="input select-button">
          <SelectValue className="select-value" />
          <ChevronDown size={16} aria-hidden />
        </Button>
      </FieldFrame>
      <Popover className="popover options" offset={4}>
        <ListBox className="option-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.key} className="option" textValue={option.label}>
              {option.isName ? <Name>{option.label}</Name> : option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
