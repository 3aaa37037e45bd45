import { useRef } from 'react'

/**
 * What a hurried hand presses twice is done once. A form looks at itself before it calls, and is told a moment later that its call is under
 * way: until then, and while it is, a second press does nothing.
 */
export function useOnce(run: () => unknown, isUnderWay: boolean): () => void {
  const isBegun = useRef(false)
  const begin = async () => {
    isBegun.current = true
    try {
      await run()
    } finally {
      // what has begun by now was queued before this to be drawn
      setTimeout(() => (isBegun.current = false))
    }
  }
  return () => {
    if (!isUnderWay && !isBegun.current) void begin()
  }
}
