import { useAct } from '../../queries.ts'
import { announceDone } from '../../toasts.ts'

/** Marks a follow-up as done; when it repeats, says that the next one is made. */
export function useComplete(): { complete: (id: string) => void; isPending: boolean } {
  const { mutate, isPending } = useAct('followUps.complete')
  const said = ({ nextId }: { nextId: string | null }) =>
    announceDone(nextId === null ? 'followUps.completed' : 'followUps.completedAndNext')
  return { complete: (id) => mutate({ id }, { onSuccess: said }), isPending }
}
