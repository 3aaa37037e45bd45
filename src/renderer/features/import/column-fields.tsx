import { useTranslation } from 'react-i18next'
import { fieldsOf, type ImportField, type ImportKind, type Mapping } from '#core/import/mapping'
import { useLists } from '../../lists.tsx'
import { Name } from '../../ui/name.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Select, type Option } from '../../ui/select.tsx'
import { dateField, keyOfSource, listOfField, neededFields, unusedColumns, withSource } from './sources.ts'
import type { Preview } from './use-import.ts'

type ColumnFieldsProps = { kind: ImportKind; preview: Preview; onMapping: (mapping: Mapping) => void }

/** For each field, the column it comes from, with a few of its values under it. */
export function ColumnFields({ kind, preview, onMapping }: ColumnFieldsProps) {
  const { t } = useTranslation()
  const { format, columns, mapping } = preview
  if (format === 'hsds')
    return (
      <>
        <Notice title={t('importing.standard')}>{t('importing.standardText')}</Notice>
        <div className="import-fields">
          <SourceSelect field="sector" preview={{ ...preview, columns: [] }} onMapping={onMapping} />
        </div>
      </>
    )
  const unused = unusedColumns(mapping, columns.length).map((at) => {
    const heading = columns[at]?.heading ?? ''
    return heading === ''
      ? t('importing.headingNumber', { number: at + 1 })
      : t('importing.heading', { heading })
  })
  const dates = mapping.fields[dateField[kind]]
  return (
    <Section title={t('importing.columns')}>
      <p className="quiet">{t('importing.columnsText')}</p>
      <div className="import-fields">
        {fieldsOf[kind].map((field) => (
          <SourceSelect key={field} field={field} preview={preview} onMapping={onMapping} />
        ))}
        {dates !== undefined && 'column' in dates && (
          <Select
            label={t('importing.dateOrder')}
            value={mapping.dateOrder}
            options={[
              { key: 'day-first', label: t('importing.dayFirst') },
              { key: 'month-first', label: t('importing.monthFirst') },
            ]}
            onChange={(order) =>
              onMapping({ ...mapping, dateOrder: order === 'month-first' ? 'month-first' : 'day-first' })
            }
          />
        )}
      </div>
      {unused.length > 0 && (
        <p className="quiet small">
          {t('importing.unused', { count: unused.length, names: unused.join(', ') })}
        </p>
      )}
    </Section>
  )
}

type SourceSelectProps = { field: ImportField; preview: Preview; onMapping: (mapping: Mapping) => void }

function SourceSelect({ field, preview: { columns, mapping }, onMapping }: SourceSelectProps) {
  const { t } = useTranslation()
  const headingOf = useHeadings()
  const source = mapping.fields[field]
  const samples = source && 'column' in source ? (columns[source.column]?.samples ?? []) : []
  const constants = useConstants(field)
  const options: Option[] = [
    ...(columns.length > 0 ? [{ key: 'none', label: t('importing.none') }] : []),
    ...columns.map(({ heading }, at) => ({ key: `column ${at}`, label: headingOf(heading, at) })),
    ...constants,
  ]
  // any column may hold names until it is told which one does: all are masked in discreet mode
  const words = samples.join(' · ')
  return (
    <Select
      label={t(`importing.fields.${field}`)}
      value={keyOfSource(source)}
      options={options}
      onChange={(key) => onMapping(withSource(mapping, field, key))}
      {...(!source &&
        neededFields.includes(field) && {
          error: t(constants.length > 0 ? 'importing.needed' : 'importing.neededColumn'),
        })}
      {...(words !== '' && {
        description: <Name>{words}</Name>,
      })}
    />
  )
}

/** One value of the field’s list for every row. */
function useConstants(field: ImportField): Option[] {
  const { t } = useTranslation()
  const lists = useLists()
  const list = listOfField[field]
  if (list === undefined) return []
  return lists.options(list).map(({ key, label }) => ({
    key: `value ${key}`,
    label: t('importing.always', { label }),
  }))
}

function useHeadings(): (heading: string, at: number) => string {
  const { t } = useTranslation()
  return (heading, at) =>
    heading === '' ? t('importing.unnamedColumn', { number: at + 1 }) : t('importing.column', { heading })
}
