import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import type { OpenPdf } from './pdf.ts'
import './print.css'

const zooms = [0.5, 0.75, 1, 1.5, 2] as const
/** The page as wide as the frame. */
const fullWidth = zooms.indexOf(1)

/** A PDF page by page, as paper: the same in the light and in the dark. */
export function PdfPages({ bytes, title }: { bytes: Uint8Array; title: string }) {
  const { t } = useTranslation()
  const [zoom, setZoom] = useState(fullWidth)
  const column = useRef<HTMLDivElement>(null)
  const width = useWidth(column)
  const pdf = useOpenPdf(bytes)
  if (pdf === 'unreadable') return <FailureNotice failure="internal" />
  const count = pdf === null ? 0 : pdf.pages
  return (
    <>
      <div className="preview-bar">
        <p className="small quiet grow" role="status">
          {pdf === null ? t('print.drawing') : t('print.pages', { count })}
        </p>
        <IconButton
          label={t('print.smaller')}
          icon={<ZoomOut size={17} aria-hidden />}
          isDisabled={zoom === 0}
          onPress={() => setZoom(zoom - 1)}
        />
        <IconButton
          label={t('print.fullWidth')}
          icon={<Maximize2 size={17} aria-hidden />}
          isDisabled={zoom === fullWidth}
          onPress={() => setZoom(fullWidth)}
        />
        <IconButton
          label={t('print.larger')}
          icon={<ZoomIn size={17} aria-hidden />}
          isDisabled={zoom === zooms.length - 1}
          onPress={() => setZoom(zoom + 1)}
        />
      </div>
      {/* read with the arrows, like any long text */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="preview-frame" role="region" aria-label={t('print.previewOf', { title })} tabIndex={0}>
        <div className="preview-pages" ref={column} style={{ width: `${100 * (zooms[zoom] ?? 1)}%` }}>
          {pdf !== null &&
            Array.from({ length: count }, (_, index) => (
              <PdfPage key={index} pdf={pdf} number={index + 1} width={width} />
            ))}
        </div>
      </div>
    </>
  )
}

type PdfPageProps = { pdf: OpenPdf; number: number; width: number }

/** Drawn once it comes near; its text is there at once for whoever listens to it. */
function PdfPage({ pdf, number, width }: PdfPageProps) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const isNear = useNear(canvas)
  const [text, setText] = useState('')
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    let isWanted = true
    // a preview closed meanwhile has no text to tell
    void pdf.text(number).then(
      (found) => isWanted && setText(found),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [pdf, number])
  useEffect(() => {
    if (!isNear || width === 0 || canvas.current === null) return
    const drawing = pdf.draw(number, canvas.current, width * window.devicePixelRatio)
    drawing.done.then(
      () => setDrawn(true),
      // given up, for another width or for good
      () => undefined,
    )
    return () => drawing.cancel()
  }, [isNear, pdf, number, width])
  return (
    <figure
      className="preview-page"
      data-drawn={isDrawn || undefined}
      aria-label={t('print.page', { number, count: pdf.pages })}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <p className="visually-hidden">{text}</p>
    </figure>
  )
}

/** Null while it opens. */
function useOpenPdf(bytes: Uint8Array): OpenPdf | 'unreadable' | null {
  const [opened, setOpened] = useState<{ bytes: Uint8Array; pdf: OpenPdf | 'unreadable' } | null>(null)
  useEffect(() => {
    let isWanted = true
    let close = () => {}
    const open = async () => {
      const { openPdf } = await import('./pdf.ts')
      const pdf = await openPdf(bytes)
      if (!isWanted) return pdf.close()
      close = () => pdf.close()
      setOpened({ bytes, pdf })
    }
    open().catch(() => isWanted && setOpened({ bytes, pdf: 'unreadable' }))
    return () => {
      isWanted = false
      close()
    }
  }, [bytes])
  return opened?.bytes === bytes ? opened.pdf : null
}

/** In CSS pixels; 0 until it is known. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (box.current === null) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}

/** Whether it was ever less than a screen away. */
function useNear(box: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (isNear || box.current === null) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '100%' },
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box, isNear])
  return isNear
}
