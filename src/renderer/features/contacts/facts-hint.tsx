import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAct, useRead } from '../../queries.ts'
import { IconButton } from '../../ui/button.tsx'
import './contacts.css'

/** Beside the text of a note: who reads it one day. Put away once, it stays away. */
export function FactsHint() {
  const { t } = useTranslation()
  const settings = useRead('settings.read', undefined).data
  const save = useAct('settings.save')
  if (settings === undefined || !settings.remindsFacts) return null
  return (
    <p className="facts-hint small quiet">
      {t('incidents.reminder')}
      <IconButton
        command="settings.save"
        label={t('incidents.putReminderAway')}
        icon={<X size={13} aria-hidden />}
        isDisabled={save.isPending}
        onPress={() => save.mutate({ ...settings, remindsFacts: false })}
      />
    </p>
  )
}
