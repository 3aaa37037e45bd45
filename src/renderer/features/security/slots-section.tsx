import { FileText, KeyRound, UserRoundPlus, UserRoundX } from 'lucide-react'
import { use, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useRead } from '../../queries.ts'
import { RoleContext } from '../../role.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { PassphraseDialog, type PassphraseAct } from './passphrase-dialog.tsx'
import { RenewDialog, type Purpose } from './renew-dialog.tsx'

type Slot = Output<'security.read'>['slots'][number]
type Open = { act: PassphraseAct } | { renew: Purpose }

/** Who may open the vault: each way in, what guessing it costs, and what may be changed. */
export function SlotsSection() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Open | null>(null)
  const isCoordinator = use(RoleContext) === 'coordinator'
  const slots = useRead('security.read', undefined).data?.slots
  if (!slots) return null
  const close = () => setOpen(null)
  const slotOf = (role: Slot['role']) => slots.find((slot) => slot.role === role)
  const coordinator = slotOf('coordinator')
  // whoever opened the vault changes her own passphrase, and no other
  const own = (
    <>
      <Button icon={<KeyRound size={17} aria-hidden />} onPress={() => setOpen({ act: 'change' })}>
        {t('security.changePassphrase')}
      </Button>
      <Button onPress={() => setOpen({ act: 'recalibrate' })}>{t('security.recalibrate')}</Button>
    </>
  )
  return (
    <Section title={t('security.slotsTitle')}>
      <ul className="slots">
        <Way name={t('security.worker')} slot={slotOf('worker')}>
          {!isCoordinator && own}
        </Way>
        <Way name={t('security.coordinator')} slot={coordinator}>
          {isCoordinator && own}
          {coordinator ? (
            <>
              <Button command="security.rekey" onPress={() => setOpen({ renew: 'coordinator' })}>
                {t('security.changeCoordinator')}
              </Button>
              <Button
                command="security.rekey"
                icon={<UserRoundX size={17} aria-hidden />}
                onPress={() => setOpen({ renew: 'putOut' })}
              >
                {t('security.putOut')}
              </Button>
            </>
          ) : (
            <Button
              command="security.letCoordinatorIn"
              icon={<UserRoundPlus size={17} aria-hidden />}
              onPress={() => setOpen({ act: 'letIn' })}
            >
              {t('security.letIn')}
            </Button>
          )}
        </Way>
        <Way name={t('security.recovery')} slot={slotOf('recovery')}>
          <Button
            command="security.rekey"
            icon={<FileText size={17} aria-hidden />}
            onPress={() => setOpen({ renew: 'sheet' })}
          >
            {t('security.newSheet')}
          </Button>
        </Way>
      </ul>
      {open && 'act' in open && <PassphraseDialog act={open.act} onClose={close} />}
      {open && 'renew' in open && (
        <RenewDialog purpose={open.renew} hasCoordinator={coordinator !== undefined} onClose={close} />
      )}
    </Section>
  )
}

function Way({ name, slot, children }: { name: string; slot: Slot | undefined; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <li className="slot">
      <div className="grow">
        <p className="slot-name">{name}</p>
        <p className="small muted">
          {slot
            ? t('security.costs', {
                memory: Math.round(slot.costs.memory / 1024),
                operations: slot.costs.operations,
              })
            : t('security.noSlot')}
        </p>
      </div>
      <div className="slot-acts">{children}</div>
    </li>
  )
}
