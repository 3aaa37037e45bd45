import { useQueryClient } from '@tanstack/react-query'
import { ArchiveRestore, BookOpen, Compass, FolderOpen, FolderPlus, Languages } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import type { Opened } from '#shared/contract/vault'
import { ask, failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { useChooseLanguage } from '../../speech.ts'
import { languageNow } from '../../text/i18n.ts'
import { announceFailure } from '../../toasts.ts'
import { Button } from '../../ui/button.tsx'
import { GuideDialog } from '../guide/guide-dialog.tsx'
import { useShortcuts } from '../shell/shortcuts.ts'
import { CreateFlow } from './create-flow.tsx'
import { OpenForm } from './open-form.tsx'
import { RecoverForm } from './recover-form.tsx'
import { Restored, RestoreForm } from './restore-form.tsx'
import './unlock.css'
import { Watermark } from './watermark.tsx'

type Place = Output<'vault.locate'>

/** What shows while no vault is open: open the one that is there, create one where there is none, or recover. */
export function UnlockScreen({ onOpened }: { onOpened: (opened: Opened) => void }) {
  const { t } = useTranslation()
  const place = useRead('vault.locate', undefined).data
  const [restored, setRestored] = useState<string | null>(null)
  return (
    <div className="lock">
      <Watermark />
      <nav className="lock-corner" aria-label={t('unlock.corner')}>
        <LockGuide page={place?.exists === false ? 'premier-jour.md' : 'feuille-de-secours.md'} />
        <OtherLanguage />
      </nav>
      <main className="lock-panel">
        {place && (
          <Located
            key={place.name}
            place={place}
            isRestored={place.name === restored}
            onRestored={setRestored}
            onOpened={onOpened}
          />
        )}
      </main>
    </div>
  )
}

/** The guide needs no open vault: what to do when the passphrase is lost is read here. */
function LockGuide({ page }: { page: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useShortcuts({ F1: () => setOpen(true) }, [])
  return (
    <>
      <Button
        variant="plain"
        icon={<BookOpen size={17} aria-hidden />}
        shortcut="F1"
        onPress={() => setOpen(true)}
      >
        {t('guide.open')}
      </Button>
      {isOpen && <GuideDialog page={page} onClose={() => setOpen(false)} />}
    </>
  )
}

type LocatedProps = {
  place: Place
  isRestored: boolean
  onRestored: (name: string) => void
  onOpened: (opened: Opened) => void
}

function Located({ place, isRestored, onRestored, onOpened }: LocatedProps) {
  const { t } = useTranslation()
  const [step, setStep] = useState<'open' | 'recover' | 'restore'>('open')
  const [isBegun, setBegun] = useState(false)
  const back = () => setStep('open')
  // restored where a notebook of that name was to be made, it is the same place: nothing else would leave the form
  const leaveRestored = (name: string) => {
    onRestored(name)
    back()
  }
  return (
    <>
      <header className="lock-head">
        <p className="lock-name">{t('shell.name')}</p>
        {step === 'restore' || place.exists ? (
          <>
            <h1>{t(place.exists ? `unlock.reasons.${place.lockReason}` : 'security.restoreLink')}</h1>
            {place.exists && <VaultName place={place} />}
          </>
        ) : (
          <>
            <h1>{t('unlock.createTitle')}</h1>
            <VaultName place={place} />
            {!isBegun && <p className="quiet">{t('unlock.createText')}</p>}
          </>
        )}
      </header>
      {isRestored && <Restored name={place.name} />}
      {step === 'restore' && <RestoreForm onRestored={leaveRestored} onBack={back} />}
      {step === 'recover' && <RecoverForm onOpened={onOpened} onBack={back} />}
      {step === 'open' &&
        (place.exists ? (
          <OpenForm wasDamaged={place.wasDamaged} onOpened={onOpened} onForgot={() => setStep('recover')} />
        ) : (
          <CreateFlow vaultName={place.name} onBegun={setBegun} onOpened={onOpened} />
        ))}
      {!isBegun && step !== 'restore' && (
        <OtherVault place={place} onRestore={() => setStep('restore')} onOpened={onOpened} />
      )}
    </>
  )
}

/** The one switch between two languages: each is named in its own words, for whoever reads only that one. */
function OtherLanguage() {
  const { t } = useTranslation()
  const choose = useChooseLanguage()
  const other = languageNow() === 'fr' ? 'en' : 'fr'
  return (
    <Button variant="plain" icon={<Languages size={17} aria-hidden />} onPress={() => choose(other)}>
      <span lang={other}>{t(`settings.languages.${other}`)}</span>
    </Button>
  )
}

function VaultName({ place }: { place: Place }) {
  const { t } = useTranslation()
  return <p className="small muted">{t('unlock.vault', { name: place.name })}</p>
}

type OtherVaultProps = { place: Place; onRestore: () => void; onOpened: (opened: Opened) => void }

function OtherVault({ place, onRestore, onOpened }: OtherVaultProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const tryOut = useAct('vault.tryOut')
  const choose = async (command: 'vault.chooseExisting' | 'vault.chooseNew') => {
    try {
      const chosen = await ask(command, undefined)
      queries.setQueryData(['vault.locate', null], { ...place, ...chosen })
    } catch (error) {
      // having closed the system's dialog is its own answer
      if (failureOf(error) !== 'cancelled') announceFailure(failureOf(error))
    }
  }
  return (
    <footer className="lock-foot">
      <Button
        variant="plain"
        icon={<FolderOpen size={17} aria-hidden />}
        onPress={() => void choose('vault.chooseExisting')}
      >
        {t(place.exists ? 'unlock.otherVault' : 'unlock.existingVault')}
      </Button>
      <Button
        variant="plain"
        icon={<FolderPlus size={17} aria-hidden />}
        onPress={() => void choose('vault.chooseNew')}
      >
        {t('unlock.newVault')}
      </Button>
      <Button variant="plain" icon={<ArchiveRestore size={17} aria-hidden />} onPress={onRestore}>
        {t('security.restoreLink')}
      </Button>
      <Button
        variant="plain"
        icon={<Compass size={17} aria-hidden />}
        isPending={tryOut.isPending}
        onPress={() => tryOut.mutate(undefined, { onSuccess: onOpened })}
      >
        {t(tryOut.isPending ? 'trial.preparing' : 'trial.offer')}
      </Button>
    </footer>
  )
}
