import { X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#core/caseload/settings'
import { useAct, useRead } from '../../queries.ts'
import { IconButton } from '../../ui/button.tsx'
import './contacts.css'

/** Beside the text of a note: who reads it one day. Put away once, it stays away. */
export function FactsHint() {
  const { t } = useTranslation()
  const settings = useRead('settings.read', undefined).data
  const save = useAct('settings.save')
  const hint = useRef<HTMLParagraphElement>(null)
  const putAway = (settings: Settings) => {
    // the button goes with its focus, and a dialog without focus hears no Escape
    hint.current?.parentElement?.querySelector('textarea')?.focus()
    save.mutate({ ...settings, remindsFacts: false })
  }
  if (settings === undefined || !settings.remindsFacts) return null
  return (
    <p className="facts-hint small quiet" ref={hint}>
      {t('incidents.reminder')}
      <IconButton
        command="settings.save"
        label={t('incidents.putReminderAway')}
        icon={<X size={13} aria-hidden />}
        isDisabled={save.isPending}
        onPress={() => putAway(settings)}
      />
    </p>
  )
}
