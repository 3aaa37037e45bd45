import { BackupsSection } from './backups-section.tsx'
import './security.css'
import { SlotsSection } from './slots-section.tsx'
import { TakeoverSection } from './takeover-section.tsx'
import { VaultState } from './vault-state.tsx'

/** Where the vault is, who may open it, and its copies. */
export function SecurityTab() {
  return (
    <div className="security">
      <VaultState />
      <SlotsSection />
      <TakeoverSection />
      <BackupsSection />
    </div>
  )
}
