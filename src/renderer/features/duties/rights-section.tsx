import { BookOpenCheck, FileSearch, Megaphone, Plus, ScrollText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { consentFields } from '#core/duties/consent'
import type { Output } from '#shared/contract'
import { useAct, useRead } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { shortDay } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import { Section } from '../../ui/page.tsx'
import { blankConsent, ConsentDialog } from './consent-dialog.tsx'
import {
  consentTones,
  LateReferrals,
  useConsentActions,
  useConsentFacts,
  type ConsentRow,
} from './consent-line.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { blankDisclosure, DisclosureDialog } from './disclosure-dialog.tsx'
import './duties.css'
import { blankRequest, RequestDialog } from './request-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type Overlay =
  | 'notice'
  | 'new'
  | 'request'
  | 'disclosure'
  | 'copy'
  | { consent: ConsentRow; does: 'edit' | 'withdraw' }

/** « Consentements et droits », on the file of a person. */
export function RightsSection({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const said = useRead('consents.read', { personId }).data
  const close = () => setOverlay(null)
  if (said === undefined) return null
  return (
    <Section
      title={t('duties.rights')}
      actions={
        <span>
          <IconButton
            command="consents.save"
            label={t('duties.newConsent')}
            icon={<Plus size={17} aria-hidden />}
            onPress={() => setOverlay('new')}
          />
          <ActionMenu
            label={t('duties.rightsActions')}
            actions={[
              {
                key: 'request',
                command: 'requests.save',
                label: t('duties.add.requests'),
                icon: <FileSearch size={16} aria-hidden />,
                onAction: () => setOverlay('request'),
              },
              {
                key: 'copy',
                command: 'copies.make',
                label: t('duties.makeCopy'),
                icon: <ScrollText size={16} aria-hidden />,
                onAction: () => setOverlay('copy'),
              },
              {
                key: 'disclosure',
                command: 'disclosures.save',
                label: t('duties.add.disclosures'),
                icon: <Megaphone size={16} aria-hidden />,
                onAction: () => setOverlay('disclosure'),
              },
            ]}
          />
        </span>
      }
    >
      <NoticeLine readings={said.readings} onRead={() => setOverlay('notice')} />
      {said.consents.length > 0 && (
        <ul className="lines">
          {said.consents.map((consent) => (
            <RightsLine
              key={consent.id}
              consent={consent}
              onOpen={() => setOverlay({ consent, does: 'edit' })}
              onWithdraw={() => setOverlay({ consent, does: 'withdraw' })}
            />
          ))}
        </ul>
      )}
      {overlay === 'notice' && <NoticeDialog personId={personId} onClose={close} />}
      {overlay === 'request' && <RequestDialog start={blankRequest({ personId })} onClose={close} />}
      {overlay === 'disclosure' && <DisclosureDialog start={blankDisclosure({ personId })} onClose={close} />}
      {overlay === 'copy' && <CopyDialog personId={personId} onClose={close} />}
      {overlay === 'new' && <ConsentDialog start={blankConsent({ personId })} onClose={close} />}
      {typeof overlay === 'object' && overlay?.does === 'edit' && (
        <ConsentDialog
          id={overlay.consent.id}
          start={fieldsFrom(consentFields, overlay.consent)}
          onClose={close}
        />
      )}
      {typeof overlay === 'object' && overlay?.does === 'withdraw' && (
        <WithdrawDialog consent={overlay.consent} onClose={close} />
      )}
    </Section>
  )
}

type NoticeLineProps = { readings: Output<'consents.read'>['readings']; onRead: () => void }

function NoticeLine({ readings, onRead }: NoticeLineProps) {
  const { t } = useTranslation()
  const remove = useAct('notices.remove', { done: 'duties.noticeRemoved' })
  const [last] = readings
  const readButton = (
    <Button
      command="notices.save"
      variant="plain"
      icon={<BookOpenCheck size={16} aria-hidden />}
      onPress={onRead}
    >
      {t(last === undefined ? 'duties.readNow' : 'duties.readAgain')}
    </Button>
  )
  if (last === undefined)
    return (
      <div>
        <p className="small quiet">{t('duties.notRead')}</p>
        {readButton}
      </div>
    )
  const key = last.handed ? 'duties.readAndHanded' : 'duties.readThe'
  return (
    <div>
      <div className="rights-line">
        <p className="small quiet grow">
          {t(key, { day: shortDay(last.readOn) })}
          {last.note !== '' && ` · ${last.note}`}
        </p>
        <ActionMenu
          label={t('duties.noticeActions')}
          actions={[
            {
              key: 'remove',
              command: 'notices.remove',
              label: t('duties.removeReading'),
              icon: <Trash2 size={16} aria-hidden />,
              isDanger: true,
              onAction: () => remove.mutate({ id: last.id }),
            },
          ]}
        />
      </div>
      {readButton}
    </div>
  )
}

type RightsLineProps = { consent: ConsentRow; onOpen: () => void; onWithdraw: () => void }

function RightsLine({ consent, onOpen, onWithdraw }: RightsLineProps) {
  const { t } = useTranslation()
  const { id, purpose, alias, words, state } = consent
  const what = t(`duties.purposes.${purpose}`)
  const actions = useConsentActions(id, consent, onOpen, onWithdraw)
  return (
    <li className="rights-line">
      <div className="grow">
        <p>
          {what} <Badge tone={consentTones[state]}>{t(`duties.states.${state}`)}</Badge>
        </p>
        <p className="small quiet">{useConsentFacts(consent).join(' · ')}</p>
        {words !== '' && <p className="small quiet">{words}</p>}
        <LateReferrals consent={consent} />
      </div>
      <ActionMenu label={t('duties.consentActions', { what, alias })} actions={actions} />
    </li>
  )
}
