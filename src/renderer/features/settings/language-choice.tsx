import { useTranslation } from 'react-i18next'
import { language } from '#shared/language'
import { useChooseLanguage } from '../../speech.ts'
import { languageNow } from '../../text/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'

/** Of the program on this computer, not of the notebook: it changes at once, and there is nothing to undo. */
export function LanguageChoice() {
  const { t } = useTranslation()
  const choose = useChooseLanguage()
  return (
    <Section title={t('settings.language')}>
      <Select
        label={t('settings.interfaceLanguage')}
        description={t('settings.languageNote')}
        options={language.options.map((key) => ({ key, label: t(`settings.languages.${key}`) }))}
        value={languageNow()}
        onChange={(key) => choose(language.parse(key))}
      />
    </Section>
  )
}
