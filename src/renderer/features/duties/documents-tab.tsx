import { zodResolver } from '@hookform/resolvers/zod'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { settings as settingsSchema, type Settings } from '#core/caseload/settings'
import { plainDocuments, registers } from '#core/duties/documents/names'
import { failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Controlled } from '../../ui/controlled.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { ReadOnly } from '../../ui/read-only.tsx'
import { onSaveKey } from '../../ui/save-key.ts'
import { PrintDialog, type Printable } from './print-dialog.tsx'

/** What prints, and what the documents say of the organization. */
export function DocumentsTab() {
  const { t } = useTranslation()
  const [printing, setPrinting] = useState<Printable | null>(null)
  const settings = useRead('settings.read', undefined).data
  return (
    <div className="stack">
      <ul className="lines duty-documents">
        {[...plainDocuments, ...registers].map((document) => (
          <li key={document}>
            <div className="grow">
              <p>
                <strong>{t(`duties.documents.${document}`)}</strong>
              </p>
              <p className="small quiet">{t(`duties.documentNotes.${document}`)}</p>
            </div>
            <Button
              icon={<Printer size={17} aria-hidden />}
              aria-label={t('duties.printOf', { document: t(`duties.documents.${document}`) })}
              onPress={() => setPrinting(document)}
            >
              {t('duties.print')}
            </Button>
          </li>
        ))}
      </ul>
      {settings !== undefined && (
        <ReadOnly command="settings.save">
          <OrganizationForm settings={settings} />
        </ReadOnly>
      )}
      {printing !== null && <PrintDialog document={printing} onClose={() => setPrinting(null)} />}
    </div>
  )
}

function OrganizationForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(settingsSchema),
    values: settings,
  })
  const save = useAct('settings.save', { done: 'settings.saved', quiet: true })
  const store = handleSubmit((fields) => save.mutate(fields))
  const submit = () => {
    if (!save.isPending) void store()
  }
  return (
    <form
      className="duty-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      {...onSaveKey(submit)}
    >
      <Section title={t('duties.organization')}>
        <p className="quiet">{t('duties.organizationText')}</p>
        <div className="columns-2">
          {(['name', 'library', 'responsible', 'contact', 'address'] as const).map((field) => (
            <Controlled key={field} control={control} name={`organization.${field}`}>
              {(props) => (
                <TextField label={t(`duties.organizationFields.${field}`)} maxLength={200} {...props} />
              )}
            </Controlled>
          ))}
          <Controlled control={control} name="retentionMonths">
            {(field) => (
              <NumberField
                label={t('duties.retentionMonths')}
                description={t('duties.retentionNote')}
                min={1}
                max={600}
                {...field}
              />
            )}
          </Controlled>
        </div>
      </Section>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div>
        <Button
          command="settings.save"
          variant="primary"
          type="submit"
          shortcut="Ctrl+Enter"
          isDisabled={!formState.isDirty}
        >
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}
