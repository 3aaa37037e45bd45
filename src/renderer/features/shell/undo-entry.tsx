import { Redo2, Undo2, type LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { actLabel, redo, undo } from '../../history.ts'
import { useRead } from '../../queries.ts'
import { Name } from '../../ui/name.tsx'

type Act = NonNullable<Output<'history.read'>['undo']>

/** In the rail: what Ctrl+Z would take back and Ctrl+Shift+Z put back, each in its own words. Absent when there is nothing. */
export function UndoEntries() {
  const { t } = useTranslation()
  const history = useRead('history.read', undefined).data
  if (history === undefined) return null
  return (
    <>
      {history.undo && (
        <Entry act={history.undo} word={t('form.undo')} icon={Undo2} onPress={() => void undo()} />
      )}
      {history.redo && (
        <Entry act={history.redo} word={t('form.redo')} icon={Redo2} onPress={() => void redo()} />
      )}
    </>
  )
}

type EntryProps = { act: Act; word: string; icon: LucideIcon; onPress: () => void }

function Entry({ act, word, icon: Icon, onPress }: EntryProps) {
  const what = actLabel(act.command)
  return (
    <Button
      className="rail-link rail-act"
      // in a narrow window the words are hidden, the name stays
      aria-label={[word, what, act.subject].filter(Boolean).join(' ')}
      onPress={onPress}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span className="rail-act-words">
        {word} <span className="rail-act-what">{what}</span>
        {act.subject !== '' && (
          <span className="rail-act-what">
            <Name>{act.subject}</Name>
          </span>
        )}
      </span>
    </Button>
  )
}
