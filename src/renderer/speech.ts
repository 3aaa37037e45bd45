import type { Language } from '#shared/language'
import { client } from './client.ts'
import { useAct } from './queries.ts'
import { speak } from './text/i18n.ts'

/** To be awaited before anything is drawn: no word shows in the wrong language. French when it cannot be known. */
export async function speakAsRemembered(): Promise<void> {
  const reply = await client.call('language.current', undefined)
  if (reply.ok) speak(reply.value.language)
}

/** Changes the language of the window at once, and of everything else that the program says from now on. */
export function useChooseLanguage(): (language: Language) => void {
  const { mutate } = useAct('language.choose')
  return (language) => mutate({ language }, { onSuccess: () => speak(language) })
}
