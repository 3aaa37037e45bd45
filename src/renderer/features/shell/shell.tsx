import { useIsFetching } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { redo, undo } from '../../history.ts'
import { useAct } from '../../queries.ts'
import { GuideDialog, shortcutsPage } from '../guide/guide-dialog.tsx'
import { pageAbout } from '../guide/pages.ts'
import { useMay } from '../../role.ts'
import { announceFailure } from '../../toasts.ts'
import type { Named } from '../people/people-picker.tsx'
import { useReminders } from '../followups/use-reminders.ts'
import { QuickNoteDialog } from '../quick-note/quick-note-dialog.tsx'
import { keepDraftsNow } from '../quick-note/use-draft.ts'
import { Palette } from '../search/palette.tsx'
import { Banners } from './banners.tsx'
import { CreationDialog } from './creation-dialog.tsx'
import { useDiscreet } from './discreet.ts'
import { Rail } from './rail.tsx'
import { ShellActions, type Creation } from './shell-actions.ts'
import './shell.css'
import { useSaveKeyForForms, useShortcuts } from './shortcuts.ts'
import { TurningDialog } from './turning-dialog.tsx'

type Overlay = 'note' | 'palette' | { create: Creation }

/** Puts the cursor in the note éclair of the page, when there is one. */
function focusNote(): boolean {
  const input = document.querySelector<HTMLInputElement>('#quick-note input')
  input?.focus()
  return input !== null
}

/** The rail, the bar and the screen between them; the shortcuts that work everywhere. */
export function Shell() {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [guide, setGuide] = useState<string | null>(null)
  const [noteSubject, setNoteSubject] = useState<Named | null>(null)
  const router = useRouter()
  const discreet = useDiscreet()
  const lock = useAct('vault.lock')
  const may = useMay()
  useReminders()
  const actions = {
    openNote: () => {
      if (!may('contacts.save')) return announceFailure('worker-only')
      // today's screen has the note itself
      if (router.state.location.pathname === '/' && focusNote()) setOverlay(null)
      else setOverlay('note')
    },
    openPalette: () => setOverlay('palette'),
    openGuide: () => setGuide(pageAbout(router.state.location.pathname)),
    openShortcuts: () => setGuide(shortcutsPage),
    create: (what: Creation) => setOverlay({ create: what }),
    toggleDiscreet: discreet.toggle,
    lock: () => {
      keepDraftsNow()
      lock.mutate(undefined)
    },
    setNoteSubject,
  }
  useSaveKeyForForms()
  useShortcuts(
    {
      'Ctrl+N': actions.openNote,
      'Ctrl+K': actions.openPalette,
      'Ctrl+L': actions.lock,
      'Ctrl+Shift+L': actions.toggleDiscreet,
      'Ctrl+Z': () => void undo(),
      'Ctrl+Shift+Z': () => void redo(),
      'Ctrl+Y': () => void redo(),
      F1: actions.openGuide,
    },
    ['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y'],
  )
  const close = () => setOverlay(null)

  return (
    <ShellActions value={actions}>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <div className="shell">
        <Rail isDiscreet={discreet.isOn} />
        <Content>
          <Banners />
          <Outlet />
        </Content>
      </div>
      <QuickNoteDialog
        isOpen={overlay === 'note'}
        onClose={close}
        {...(noteSubject && { person: noteSubject })}
      />
      <Palette isOpen={overlay === 'palette'} onClose={close} />
      {typeof overlay === 'object' && overlay !== null && (
        <CreationDialog what={overlay.create} onClose={close} />
      )}
      <TurningDialog />
      {guide !== null && <GuideDialog page={guide} onClose={() => setGuide(null)} />}
    </ShellActions>
  )
}

/** Where the screens come. Busy while an answer that was never there is on its way. */
function Content({ children }: { children: ReactNode }) {
  const coming = useIsFetching({ predicate: ({ state }) => state.data === undefined })
  return (
    <main id="content" className="content" tabIndex={-1} aria-busy={coming > 0}>
      {children}
    </main>
  )
}
