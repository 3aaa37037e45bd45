import { Handshake } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { consentFields } from '#core/duties/consent'
import { fieldsFrom } from '#core/caseload/fields'
import { useRead } from '../../queries.ts'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { ConsentLine, type ConsentRow } from './consent-line.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What was agreed to, by whom; who has not heard the notice yet. */
export function ConsentsTab() {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<{ consent: ConsentRow; does: 'edit' | 'withdraw' } | null>(null)
  const rows = useRead('consents.list', undefined).data
  if (rows === undefined) return null
  const late = rows.reduce((sum, { lateReferrals }) => sum + lateReferrals.length, 0)
  const close = () => setOverlay(null)
  return (
    <div className="stack">
      {late > 0 && (
        <Notice tone="danger" title={t('duties.lateTitle', { count: late })}>
          {t('duties.lateText')}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={Handshake} title={t('duties.consentsEmpty')}>
          {t('duties.consentsEmptyText')}
        </EmptyState>
      ) : (
        <ul className="lines duty-lines">
          {rows.map((consent) => (
            <ConsentLine
              key={consent.id}
              consent={consent}
              onOpen={() => setOverlay({ consent, does: 'edit' })}
              onWithdraw={() => setOverlay({ consent, does: 'withdraw' })}
            />
          ))}
        </ul>
      )}
      <Unread />
      {overlay?.does === 'edit' && (
        <ConsentDialog
          id={overlay.consent.id}
          start={fieldsFrom(consentFields, overlay.consent)}
          onClose={close}
        />
      )}
      {overlay?.does === 'withdraw' && <WithdrawDialog consent={overlay.consent} onClose={close} />}
    </div>
  )
}

/** Names enough to act on; the rest is a number. */
const shown = 12

function Unread() {
  const { t } = useTranslation()
  const unread = useRead('notices.list', undefined).data ?? []
  if (unread.length === 0) return null
  return (
    <Section title={t('duties.unread', { count: unread.length })}>
      <p className="small quiet">{t('duties.unreadText')}</p>
      <p className="duty-names">
        {unread.slice(0, shown).map((person) => (
          <PeopleNames key={person.id} people={[person]} />
        ))}
        {unread.length > shown && (
          <span className="quiet">{t('duties.andOthers', { count: unread.length - shown })}</span>
        )}
      </p>
    </Section>
  )
}
