import { KeyRound, Save, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { announceDone, announceFailure } from '../../toasts.ts'
import { Button } from '../../ui/button.tsx'
import { nearDay } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { SafetyNumber } from './safety-number.tsx'

/** This notebook's own key, and those that were compared. */
export function KeysSection({ packages }: { packages: Output<'packages.list'> }) {
  const { t } = useTranslation()
  const [card, setCard] = useState<Output<'packages.readCard'> | null>(null)
  const chooseNew = useAct('packages.chooseNewCard', { quiet: true })
  const write = useAct('packages.writeCard')
  const choose = useAct('packages.chooseCard', { quiet: true })
  const read = useAct('packages.readCard')
  const forget = useAct('packages.forget')
  const onRefusal = (refusal: unknown) => {
    if (failureOf(refusal) !== 'cancelled') announceFailure(failureOf(refusal))
  }
  const save = () =>
    chooseNew.mutate(undefined, {
      onError: onRefusal,
      onSuccess: () => write.mutate(undefined, { onSuccess: () => announceDone('packages.cardWritten') }),
    })
  const receive = () =>
    choose.mutate(undefined, {
      onError: onRefusal,
      onSuccess: () => read.mutate(undefined, { onSuccess: setCard }),
    })
  return (
    <Section
      title={t('packages.keysTitle')}
      actions={
        <Button icon={<KeyRound size={17} aria-hidden />} onPress={receive}>
          {t('packages.addKey')}
        </Button>
      }
    >
      <p className="small quiet">{t('packages.keysNote')}</p>
      <ul className="lines">
        <li className="package-line">
          <div className="grow">
            <p className="package-who">{t('packages.ownKey')}</p>
            {packages.ownNumber === null ? (
              <p className="small quiet">{t('packages.noOwnKey')}</p>
            ) : (
              <SafetyNumber number={packages.ownNumber} />
            )}
          </div>
          <Button icon={<Save size={17} aria-hidden />} onPress={save}>
            {t('packages.writeCard')}
          </Button>
        </li>
        {packages.correspondents.map(({ id, name, number, registeredAt }) => (
          <li key={id} className="package-line">
            <div className="grow">
              <p className="package-who">
                {name}{' '}
                <span className="small muted">
                  {t('packages.registered', { day: nearDay(registeredAt) })}
                </span>
              </p>
              <SafetyNumber number={number} />
            </div>
            <Button
              icon={<Trash2 size={17} aria-hidden />}
              onPress={() => forget.mutate({ id }, { onSuccess: () => announceDone('packages.forgotten') })}
            >
              {t('packages.forget')}
            </Button>
          </li>
        ))}
      </ul>
      {card !== null && <RegisterDialog card={card} onClose={() => setCard(null)} />}
    </Section>
  )
}
