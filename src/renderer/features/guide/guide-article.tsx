import { createContext, use, type ComponentProps } from 'react'
import { Link } from 'react-aria-components'
import Markdown, { type Components } from 'react-markdown'
import { Kbd } from '../../ui/kbd.tsx'
import { guidePages, guidePicture, guideText } from './pages.ts'

const OpenPage = createContext<(file: string) => void>(() => {})

const components: Components = { img: Picture, a: PageLink, code: Keys }

/** A page of the guide; its links lead to other pages, never outside the window. */
export function GuideArticle({ file, onPage }: { file: string; onPage: (file: string) => void }) {
  return (
    <OpenPage value={onPage}>
      <article className="guide-article" lang="fr-CA">
        <Markdown components={components}>{guideText(file)}</Markdown>
      </article>
    </OpenPage>
  )
}

function Picture({ src, alt = '' }: ComponentProps<'img'>) {
  return (
    <img className="guide-picture" src={typeof src === 'string' ? guidePicture(src) : undefined} alt={alt} />
  )
}

function PageLink({ href = '', children }: ComponentProps<'a'>) {
  const openPage = use(OpenPage)
  if (!guidePages.some(({ file }) => file === href)) return <span>{children}</span>
  return (
    <Link className="guide-link" onPress={() => openPage(href)}>
      {children}
    </Link>
  )
}

/** The guide writes keys as code, `Ctrl+N`. */
function Keys({ children }: ComponentProps<'code'>) {
  return typeof children === 'string' ? <Kbd keys={children} /> : <code>{children}</code>
}
