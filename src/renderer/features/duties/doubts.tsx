import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Name } from '../../ui/name.tsx'
import { Notice } from '../../ui/notice.tsx'

type DoubtsProps = {
  doubts: readonly string[]
  onHide: (word: string) => void
  onNobody: (word: string) => void
}

/** Words that may be somebody: each is decided by a person, never by the program. */
export function Doubts({ doubts, onHide, onNobody }: DoubtsProps) {
  const { t } = useTranslation()
  return (
    <section className="doubts" aria-label={t('duties.doubts', { count: doubts.length })}>
      <Notice tone="warning" title={t('duties.doubts', { count: doubts.length })}>
        {t('duties.doubtsText', { count: doubts.length })}
      </Notice>
      <ul className="lines">
        {doubts.map((word) => (
          <li key={word} className="doubt-line">
            <strong className="grow">
              <Name>{word}</Name>
            </strong>
            <Button aria-label={t('duties.hideWord', { word })} onPress={() => onHide(word)}>
              {t('duties.hide')}
            </Button>
            <Button
              variant="plain"
              aria-label={t('duties.nobodyWord', { word })}
              onPress={() => onNobody(word)}
            >
              {t('duties.nobody')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
