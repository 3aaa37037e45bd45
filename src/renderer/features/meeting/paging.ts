import { useEffect, useEffectEvent } from 'react'
import { keepsArrows } from '../../ui/keys.ts'

/** Page Up and Page Down go from file to file; the arrows too when no field has them. */
export function usePaging(go: (steps: 1 | -1) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isFree = !keepsArrows(event.target)
    if (event.key === 'PageDown' || (event.key === 'ArrowRight' && isFree)) go(1)
    else if (event.key === 'PageUp' || (event.key === 'ArrowLeft' && isFree)) go(-1)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    // heard first: the overlay keeps the keys of its fields to itself
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])
}
