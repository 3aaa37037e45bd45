import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components'
import { FieldFrame, type FieldChrome } from './field.tsx'

type NumberFieldProps = FieldChrome & {
  value: number
  onChange: (value: number) => void
  onBlur?: () => void
  min?: number
  max?: number
  step?: number
  format?: Intl.NumberFormatOptions
}

export function NumberField({
  label,
  description,
  error,
  min = 0,
  max = 9999,
  format = {},
  ...props
}: NumberFieldProps) {
  const change = (value: number) => props.onChange(Number.isNaN(value) ? min : value)
  return (
    <AriaNumberField
      {...props}
      onChange={change}
      minValue={min}
      maxValue={max}
      formatOptions={format}
      isInvalid={error !== undefined}
      className="field number-field"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Group className="input-frame">
          <Input className="bare" />
          <span className="stepper">
            <Button slot="decrement">
              <Minus size={15} aria-hidden />
            </Button>
            <Button slot="increment">
              <Plus size={15} aria-hidden />
            </Button>
          </span>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}

const minutes: Intl.NumberFormatOptions = { style: 'unit', unit: 'minute', unitDisplay: 'short' }

/** A length in minutes, by steps of five: « 20 min ». */
export function DurationField(props: Omit<NumberFieldProps, 'format' | 'step' | 'min' | 'max'>) {
  return <NumberField {...props} step={5} max={1440} format={minutes} />
}
