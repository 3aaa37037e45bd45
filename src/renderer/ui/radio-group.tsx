import type { ReactNode } from 'react'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { FieldFrame, type FieldChrome } from './field.tsx'
import './radio-group.css'

export type RadioChoice = { key: string; content: ReactNode }

type RadioGroupProps = FieldChrome & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  choices: readonly RadioChoice[]
}

/** One choice among a few, all of them in sight: for a scale rather than a list. */
export function RadioGroup({ label, description, error, choices, ...props }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...props} orientation="horizontal" isInvalid={error !== undefined} className="field">
      <FieldFrame label={label} description={description} error={error}>
        <div className="radio-row">
          {choices.map(({ key, content }) => (
            <Radio key={key} value={key} className="radio">
              {content}
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
