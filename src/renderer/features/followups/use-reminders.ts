import { useEffect, useEffectEvent } from 'react'
import { useAct, useRead } from '../../queries.ts'
import { announceReminder } from '../../toasts.ts'
import { todayHere } from '../../ui/dates.ts'
import { remindersToCome } from './reminders.ts'

/** At the hour of a follow-up of today, says how many: in the window, and by the system when the window is elsewhere. */
export function useReminders(): void {
  const day = todayHere()
  const reminders = useRead('agenda.read', { from: day, to: day }).data?.reminders
  const { mutate: show } = useAct('reminders.show')
  const remind = useEffectEvent((count: number) => {
    announceReminder(count)
    if (!document.hasFocus()) show({ count })
  })
  useEffect(() => {
    const timers = remindersToCome(reminders ?? [], new Date()).map(({ count, inMilliseconds }) =>
      setTimeout(() => remind(count), inMilliseconds),
    )
    return () => timers.forEach(clearTimeout)
  }, [reminders])
}
