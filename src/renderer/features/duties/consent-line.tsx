import { RotateCcw, Trash2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct } from '../../queries.ts'
import type { Tone } from '../../ui/badge.tsx'
import { shortDay } from '../../ui/dates.ts'
import { editAction, type Action } from '../../ui/menu.tsx'
import { DutyLine } from './duty-line.tsx'

export type ConsentRow = Output<'consents.list'>[number]

export const consentTones: Record<ConsentRow['state'], Tone> = {
  valid: 'ok',
  expiring: 'warning',
  expired: 'warning',
  withdrawn: 'danger',
  'not-yet': 'plain',
}

type ConsentLineProps = { consent: ConsentRow; onOpen: () => void; onWithdraw: () => void }

export function ConsentLine({ consent, onOpen, onWithdraw }: ConsentLineProps) {
  const { t } = useTranslation()
  const { id, purpose, alias, personId, words, givenOn, state } = consent
  const named = { what: t(`duties.purposes.${purpose}`), alias }
  return (
    <DutyLine
      on={givenOn}
      label={t('duties.openConsent', named)}
      title={named.what}
      who={{ id: personId, alias }}
      facts={useConsentFacts(consent)}
      note={
        <>
          {words !== '' && <p className="own-words">{words}</p>}
          <LateReferrals consent={consent} />
        </>
      }
      state={{ text: t(`duties.states.${state}`), tone: consentTones[state] }}
      onOpen={onOpen}
      menu={{
        label: t('duties.consentActions', named),
        actions: useConsentActions(id, consent, onOpen, onWithdraw),
      }}
    />
  )
}

/** What comes after the purpose: which resource, who gave it, until when. */
export function useConsentFacts(consent: ConsentRow): string[] {
  const { t } = useTranslation()
  const { purpose, resourceName, givenBy, parent, validUntil, withdrawnOn, withdrawalWords, express } =
    consent
  const isAboutResource = purpose === 'referral' || purpose === 'exchange'
  const until = validUntil === null ? t('duties.noEnd') : t('duties.until', { day: shortDay(validUntil) })
  const withdrawn =
    withdrawnOn === null
      ? []
      : [
          withdrawalWords === ''
            ? t('duties.withdrawnThe', { day: shortDay(withdrawnOn) })
            : t('duties.withdrawnSaying', { day: shortDay(withdrawnOn), words: withdrawalWords }),
        ]
  return [
    ...(isAboutResource ? [resourceName ?? t('duties.anyResource')] : []),
    ...(givenBy === 'parent' ? [parent === '' ? t('duties.byParent') : parent] : []),
    ...(express ? [] : [t('duties.implied')]),
    ...(withdrawn.length > 0 ? withdrawn : [until]),
  ]
}

/** A referral made after the consent was taken back: what happened, and what to do of it. */
export function LateReferrals({ consent }: { consent: ConsentRow }) {
  const { t } = useTranslation()
  return consent.lateReferrals.map(({ id, resourceName, on }) => (
    <p key={id} className="small duty-late">
      {t('duties.lateReferral', { resource: resourceName, day: shortDay(on) })}
    </p>
  ))
}

export function useConsentActions(
  id: string,
  { withdrawnOn }: ConsentRow,
  onOpen: () => void,
  onWithdraw: () => void,
): Action[] {
  const { t } = useTranslation()
  const remove = useAct('consents.remove', { done: 'duties.consentRemoved' })
  const takeBack = useAct('consents.withdraw', { done: 'duties.withdrawalTakenBack' })
  return [
    editAction('consents.save', onOpen),
    withdrawnOn === null
      ? {
          key: 'withdraw',
          command: 'consents.withdraw',
          label: t('duties.withdraw'),
          icon: <Undo2 size={16} aria-hidden />,
          onAction: onWithdraw,
        }
      : {
          key: 'takeBack',
          command: 'consents.withdraw',
          label: t('duties.notWithdrawn'),
          icon: <RotateCcw size={16} aria-hidden />,
          onAction: () => takeBack.mutate({ id, on: null, words: '' }),
        },
    {
      key: 'remove',
      command: 'consents.remove',
      label: t('duties.removeConsent'),
      icon: <Trash2 size={16} aria-hidden />,
      isDanger: true,
      onAction: () => remove.mutate({ id }),
    },
  ]
}
