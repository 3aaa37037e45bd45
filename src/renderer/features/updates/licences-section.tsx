import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import './updates.css'

/** Who else's work is in the program, and under which licences: long, so read only when asked for. */
export function LicencesSection() {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)
  const show = async () => {
    const notices = await import('../../../../resources/third-party-notices.txt?raw')
    setText(notices.default)
  }
  return (
    <Section title={t('updates.licences')}>
      <p className="update-note">{t('updates.licencesNote')}</p>
      <div>
        <Button icon={<Scale size={17} aria-hidden />} onPress={() => void show()}>
          {t('updates.showLicences')}
        </Button>
      </div>
      {text !== null && (
        <Dialog isOpen title={t('updates.licences')} onClose={() => setText(null)} size="large">
          <textarea
            className="licences"
            readOnly
            rows={20}
            aria-label={t('updates.licencesText')}
            value={text}
          />
        </Dialog>
      )}
    </Section>
  )
}
