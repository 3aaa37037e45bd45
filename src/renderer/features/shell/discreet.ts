import { useEffect, useState } from 'react'

/**
 * Discreet mode: asked for by the person (`on`), or because the window lost the focus (`away`). The mark is on the
 * document, so that overlays obey it too; `ui/name.css` draws it.
 */
export function useDiscreet(): { isOn: boolean; toggle: () => void } {
  const [isOn, setOn] = useState(false)
  const [isAway, setAway] = useState(false)

  useEffect(() => {
    const leave = () => setAway(true)
    const back = () => setAway(false)
    window.addEventListener('blur', leave)
    window.addEventListener('focus', back)
    return () => {
      window.removeEventListener('blur', leave)
      window.removeEventListener('focus', back)
    }
  }, [])

  useEffect(() => {
    const { dataset } = document.documentElement
    if (isAway) dataset['discreet'] = 'away'
    else if (isOn) dataset['discreet'] = 'on'
    else delete dataset['discreet']
  }, [isOn, isAway])

  return { isOn, toggle: () => setOn((on) => !on) }
}
