import { useCallback, type MouseEvent } from 'react'
import { useAct } from '../../queries.ts'

/** Marks a follow-up as done; when it repeats, says that the next one is made. The same from one drawing to the next. */
export function useComplete(): (id: string) => void {
  const { mutate } = useAct('followUps.complete', {
    done: ({ nextId }) => (nextId === null ? 'followUps.completed' : 'followUps.completedAndNext'),
  })
  return useCallback((id) => mutate({ id }), [mutate])
}

/** What is done leaves the list: the second click of a double one would fall on the line that took its place. */
export const onceClicked =
  (act: () => void) =>
  ({ detail }: MouseEvent): void => {
    if (detail <= 1) act()
  }
