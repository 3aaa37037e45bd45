import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  areNoticesMissing,
  confidentialityIncidentFields,
  leansToSeriousRisk,
  levels,
  type ConfidentialityIncidentFields,
} from '#core/duties/confidentiality-incident'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { KnownPersons } from './known-persons.tsx'

export const blankConfidentialityIncident = (): ConfidentialityIncidentFields => ({
  information: '',
  circumstances: '',
  happenedFrom: todayHere(),
  happenedUntil: null,
  isPeriodApproximate: false,
  knownOn: todayHere(),
  personCount: 1,
  isCountApproximate: false,
  sensitivity: 'medium',
  misuse: '',
  consequences: '',
  probability: 'medium',
  seriousRisk: false,
  conclusion: '',
  consultedOn: null,
  commissionToldOn: null,
  personsToldOn: null,
  publicNotice: false,
  notToldWords: '',
  measures: '',
  closedOn: null,
  personIds: [],
})

type Fields = { control: Control<ConfidentialityIncidentFields, unknown, ConfidentialityIncidentFields> }
type IncidentDialogProps = {
  start: ConfidentialityIncidentFields
  id?: string | undefined
  onClose: () => void
}

/** The eight headings of the regulation, in their order. */
export function ConfidentialityIncidentDialog({ start, id, onClose }: IncidentDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(confidentialityIncidentFields),
    defaultValues: start,
  })
  const save = useAct('confidentialityIncidents.save', { done: 'duties.incidentSaved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="confidentialityIncidents.save"
      title={t(id === undefined ? 'duties.add.confidentialityIncidents' : 'duties.editIncident')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
      size="large"
    >
      <p className="quiet">{t('duties.incidentText')}</p>
      <Controlled control={control} name="information">
        {(field) => (
          <TextArea
            label={t('duties.incidentFields.information')}
            description={t('duties.informationUnknown')}
            rows={2}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="circumstances">
        {(field) => <TextArea label={t('duties.incidentFields.circumstances')} rows={2} {...field} />}
      </Controlled>
      <WhenFields control={control} />
      <Controlled control={control} name="personIds">
        {({ value, onChange }) => (
          <KnownPersons label={t('duties.incidentFields.personIds')} value={value} onChange={onChange} />
        )}
      </Controlled>
      <HarmTest control={control} />
      <NoticeFields control={control} />
      <Controlled control={control} name="measures">
        {(field) => <TextArea label={t('duties.incidentFields.measures')} rows={2} {...field} />}
      </Controlled>
      <Controlled control={control} name="closedOn">
        {(field) => (
          <DateField
            label={t('duties.incidentClosedOn')}
            description={t('duties.closedNote')}
            max={todayHere()}
            {...field}
          />
        )}
      </Controlled>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}

function WhenFields({ control }: Fields) {
  const { t } = useTranslation()
  return (
    <div className="columns-2">
      <div>
        <Controlled control={control} name="happenedFrom">
          {({ onChange, ...field }) => (
            <DateField
              label={t('duties.incidentFields.happenedFrom')}
              max={todayHere()}
              {...field}
              onChange={(day) => day !== null && onChange(day)}
            />
          )}
        </Controlled>
        <Controlled control={control} name="isPeriodApproximate">
          {({ value, onChange }) => (
            <Checkbox value={value} onChange={onChange}>
              {t('duties.approximate')}
            </Checkbox>
          )}
        </Controlled>
      </div>
      <Controlled control={control} name="happenedUntil">
        {(field) => (
          <DateField label={t('duties.incidentFields.happenedUntil')} max={todayHere()} {...field} />
        )}
      </Controlled>
      <Controlled control={control} name="knownOn">
        {({ onChange, ...field }) => (
          <DateField
            label={t('duties.incidentFields.knownOn')}
            max={todayHere()}
            {...field}
            onChange={(day) => day !== null && onChange(day)}
          />
        )}
      </Controlled>
      <div>
        <Controlled control={control} name="personCount">
          {(field) => (
            <NumberField label={t('duties.incidentFields.personCount')} max={1_000_000} {...field} />
          )}
        </Controlled>
        <Controlled control={control} name="isCountApproximate">
          {({ value, onChange }) => (
            <Checkbox value={value} onChange={onChange}>
              {t('duties.approximate')}
            </Checkbox>
          )}
        </Controlled>
      </div>
    </div>
  )
}

/** S. 3.7: the sensitivity, the consequences, the likelihood; then a human concludes. */
function HarmTest({ control }: Fields) {
  const { t } = useTranslation()
  const test = useWatch({
    control,
    compute: ({ sensitivity, probability, seriousRisk }) => ({ sensitivity, probability, seriousRisk }),
  })
  const leans = leansToSeriousRisk(test)
  const level = confidentialityIncidentFields.shape.sensitivity
  const choices = levels.map((key) => ({ key, content: t(`duties.levels.${key}`) }))
  return (
    <fieldset className="bare stack harm-test">
      <legend>
        <h3>{t('duties.harmTest')}</h3>
      </legend>
      {(['sensitivity', 'probability'] as const).map((name) => (
        <Controlled key={name} control={control} name={name}>
          {({ value, onChange, ...field }) => (
            <RadioGroup
              label={t(`duties.incidentFields.${name}`)}
              {...field}
              value={value}
              onChange={(key) => onChange(level.parse(key))}
              choices={choices}
            />
          )}
        </Controlled>
      ))}
      <Controlled control={control} name="consequences">
        {(field) => (
          <TextArea
            label={t('duties.incidentFields.consequences')}
            placeholder={t('duties.consequencesHint')}
            rows={2}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="misuse">
        {(field) => <TextArea label={t('duties.incidentFields.misuse')} rows={2} {...field} />}
      </Controlled>
      <Notice tone={leans ? 'warning' : 'information'} title={t(leans ? 'duties.leans' : 'duties.leansNot')}>
        {t('duties.leansText')}
      </Notice>
      <Controlled control={control} name="seriousRisk">
        {({ value, onChange }) => (
          <Checkbox value={value} onChange={onChange}>
            {t('duties.seriousRisk')}
          </Checkbox>
        )}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="conclusion">
          {(field) => <TextField label={t('duties.incidentFields.conclusion')} {...field} />}
        </Controlled>
        <Controlled control={control} name="consultedOn">
          {(field) => (
            <DateField label={t('duties.incidentFields.consultedOn')} max={todayHere()} {...field} />
          )}
        </Controlled>
      </div>
    </fieldset>
  )
}

function NoticeFields({ control }: Fields) {
  const { t } = useTranslation()
  const notices = useWatch({
    control,
    compute: ({ seriousRisk, commissionToldOn, personsToldOn, notToldWords }) => ({
      seriousRisk,
      commissionToldOn,
      personsToldOn,
      notToldWords,
    }),
  })
  if (!notices.seriousRisk) return null
  return (
    <fieldset className="bare stack">
      <legend>
        <h3>{t('duties.notices')}</h3>
      </legend>
      {areNoticesMissing(notices) && (
        <Notice tone="warning" title={t('duties.noticesMissing')}>
          {t('duties.noticesText')}
        </Notice>
      )}
      <div className="columns-2">
        {(['commissionToldOn', 'personsToldOn'] as const).map((name) => (
          <Controlled key={name} control={control} name={name}>
            {(field) => <DateField label={t(`duties.incidentFields.${name}`)} max={todayHere()} {...field} />}
          </Controlled>
        ))}
      </div>
      <Controlled control={control} name="notToldWords">
        {(field) => (
          <TextField
            label={t('duties.incidentFields.notToldWords')}
            description={t('duties.notToldNote')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="publicNotice">
        {({ value, onChange }) => (
          <Checkbox value={value} onChange={onChange}>
            {t('duties.publicNotice')}
          </Checkbox>
        )}
      </Controlled>
    </fieldset>
  )
}
