import { useTranslation } from 'react-i18next'
import { isRetired } from '#core/caseload/resource'
import { useRead } from '../../queries.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { todayHere } from '../../ui/dates.ts'

type ResourceFieldProps = {
  value: string | null
  onChange: (resourceId: string | null) => void
  onBlur?: () => void
  error?: string | undefined
  autoFocus?: boolean
}

/** One resource of the directory, by organization or service. */
export function ResourceField(props: ResourceFieldProps) {
  const { t } = useTranslation()
  const all = useRead('resources.list', undefined).data ?? []
  // a retired one takes no new referral; a record that has it keeps it
  const resources = all.filter((each) => each.id === props.value || !isRetired(each, todayHere()))
  return (
    <ComboBox
      {...props}
      label={t('contacts.resource')}
      placeholder={t('contacts.resourceHint')}
      {...(resources.length === 0 && { description: t('contacts.noResources') })}
      options={resources.map(({ id, organization, service }) => ({
        key: id,
        label: service === '' ? organization : `${organization}, ${service}`,
      }))}
    />
  )
}
