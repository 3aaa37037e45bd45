import { parseDate, parseDateTime, parseTime, type CalendarDate } from '@internationalized/date'
import { CalendarDays, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { useId } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  DialogTrigger,
  Group,
  Heading,
  Popover,
  TimeField as AriaTimeField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button.tsx'
import './date-field.css'
import { dayOf, nearMoment } from './dates.ts'
import { FieldFrame, type FieldChrome } from './field.tsx'

type DateFieldProps = FieldChrome & {
  /** `YYYY-MM-DD`, or null when empty. */
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  /** The last day allowed. */
  max?: string
  autoFocus?: boolean
}

/** A day, typed or taken in the calendar. */
export function DateField({ label, description, error, value, onChange, max, ...props }: DateFieldProps) {
  const { t } = useTranslation()
  return (
    <DatePicker
      {...props}
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day?.toString() ?? null)}
      maxValue={max === undefined ? null : parseDate(max)}
      isInvalid={error !== undefined}
      className="field"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Group className="input-frame">
          <DateInput className="segments bare">
            {(segment) => <DateSegment segment={segment} className="segment" />}
          </DateInput>
          <Button className="icon-button" aria-label={t('form.openCalendar')}>
            <CalendarDays size={17} aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className="popover calendar-dialog" offset={4} aria-label={label}>
        <Month />
      </Popover>
    </DatePicker>
  )
}

/** An hour, `HH:mm`, or null when empty. */
export function TimeField({
  label,
  description,
  error,
  value,
  onChange,
  ...props
}: Omit<DateFieldProps, 'max'>) {
  return (
    <AriaTimeField
      {...props}
      hourCycle={24}
      value={value === null ? null : parseTime(value)}
      onChange={(time) => onChange(time?.toString().slice(0, 5) ?? null)}
      isInvalid={error !== undefined}
      className="field"
    >
      <FieldFrame label={label} description={description} error={error}>
        <DateInput className="input segments">
          {(segment) => <DateSegment segment={segment} className="segment" />}
        </DateInput>
      </FieldFrame>
    </AriaTimeField>
  )
}

type MomentFieldProps = FieldChrome & {
  /** `YYYY-MM-DDTHH:mm`. */
  value: string
  onChange: (value: string) => void
  max?: string
}

/** A past minute, read as « aujourd’hui, 14 h 10 »: usually right as it stands, so one stop for the Tab key. */
export function MomentField({ label, error, value, onChange, max }: MomentFieldProps) {
  const { t } = useTranslation()
  const labelId = useId()
  const valueId = useId()
  const at = parseDateTime(value)
  return (
    <div className="field">
      <span className="label" id={labelId}>
        {label}
      </span>
      <DialogTrigger>
        <Button className="input select-button" aria-labelledby={`${labelId} ${valueId}`}>
          <span id={valueId} className="select-value moment">
            {nearMoment(value)}
          </span>
          <ChevronDown size={16} aria-hidden />
        </Button>
        {/* the popover is the dialog: one inside it would leave its buttons for screen readers outside */}
        <Popover className="popover calendar-dialog" offset={4} aria-labelledby={labelId}>
          <Month
            autoFocus
            value={parseDate(dayOf(value))}
            onChange={(day) => onChange(`${day.toString()}T${value.slice(11)}`)}
            max={max === undefined ? undefined : parseDate(dayOf(max))}
          />
          <TimeField
            label={t('form.hour')}
            value={value.slice(11)}
            onChange={(time) => {
              if (time !== null) onChange(`${at.toString().slice(0, 10)}T${time}`)
            }}
          />
        </Popover>
      </DialogTrigger>
      {error !== undefined && <span className="field-error">{error}</span>}
    </div>
  )
}

type MonthProps = {
  autoFocus?: boolean

  value?: CalendarDate
  onChange?: (day: CalendarDate) => void
  max?: CalendarDate | undefined
}

function Month({ max, ...props }: MonthProps) {
  const { t } = useTranslation()
  return (
    <Calendar {...props} maxValue={max ?? null} className="calendar" firstDayOfWeek="sun">
      <div className="calendar-head">
        <IconButton
          slot="previous"
          label={t('form.previousMonth')}
          icon={<ChevronLeft size={18} aria-hidden />}
        />
        <Heading className="calendar-title" />
        <IconButton slot="next" label={t('form.nextMonth')} icon={<ChevronRight size={18} aria-hidden />} />
      </div>
      <CalendarGrid weekdayStyle="narrow">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="weekday">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
