import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import './guide.css'
import { guidePages } from './pages.ts'
import { ShortcutList } from './shortcut-list.tsx'

const GuideArticle = lazy(async () => ({ default: (await import('./guide-article.tsx')).GuideArticle }))

/** What the guide can be opened at: one of its pages, or the list of shortcuts. */
export const shortcutsPage = 'shortcuts'

/** The guide over whatever is open, so that reading it loses nothing that was being typed. */
export function GuideDialog({ page, onClose }: { page: string; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const [shown, setShown] = useState(page)
  const entries = [...guidePages, { file: shortcutsPage, title: t('shell.shortcuts') }]
  return (
    <Dialog title={t('guide.title')} isOpen onClose={onClose} size="wide">
      <div className="guide">
        <nav aria-label={t('guide.pages')}>
          <ul>
            {entries.map(({ file, title }) => (
              <li key={file}>
                <button
                  type="button"
                  className="guide-entry"
                  aria-current={file === shown ? 'page' : undefined}
                  onClick={() => setShown(file)}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {/* Another page begins at its top. It takes the focus because the keyboard must be able to scroll it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div key={shown} className="guide-page" tabIndex={0} role="region" aria-label={t('guide.page')}>
          {!i18n.language.startsWith('fr') && <p className="quiet">{t('guide.inFrench')}</p>}
          {shown === shortcutsPage ? (
            <ShortcutList />
          ) : (
            <Suspense>
              <GuideArticle file={shown} onPage={setShown} />
            </Suspense>
          )}
        </div>
      </div>
    </Dialog>
  )
}
