import { LicencesSection } from './licences-section.tsx'
import { UpdateSection } from './update-section.tsx'

export function UpdatesTab() {
  return (
    <div className="updates">
      <UpdateSection />
      <LicencesSection />
    </div>
  )
}
