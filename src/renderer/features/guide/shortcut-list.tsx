import { useTranslation } from 'react-i18next'
import type { TextKey } from '../../text/i18n.ts'
import { Kbd } from '../../ui/kbd.tsx'

const shortcuts: readonly { keys: string; does: TextKey }[] = [
  { keys: 'Ctrl+N', does: 'shell.shortcutNote' },
  { keys: 'Ctrl+Enter', does: 'shell.shortcutSave' },
  { keys: 'Ctrl+Shift+Enter', does: 'shell.shortcutLater' },
  { keys: 'Ctrl+K', does: 'shell.shortcutSearch' },
  { keys: 'Ctrl+Z', does: 'shell.shortcutUndo' },
  { keys: 'Ctrl+Shift+Z', does: 'shell.shortcutRedo' },
  { keys: 'Ctrl+Shift+L', does: 'shell.shortcutDiscreet' },
  { keys: 'Ctrl+L', does: 'shell.shortcutLock' },
  { keys: 'Esc', does: 'shell.shortcutClose' },
  { keys: 'F1', does: 'shell.shortcutHelp' },
]

export function ShortcutList() {
  const { t } = useTranslation()
  return (
    <>
      <h2 className="guide-heading">{t('shell.shortcuts')}</h2>
      <dl className="shortcut-list">
        {shortcuts.map(({ keys, does }) => (
          <div key={keys}>
            <dt>{t(does)}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
