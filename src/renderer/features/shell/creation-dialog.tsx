import { useNavigate } from '@tanstack/react-router'
import { blankResource } from '#core/caseload/resource'
import { blankFollowUp, FollowUpDialog } from '../followups/follow-up-dialog.tsx'
import { blankIncident, IncidentDialog } from '../incidents/incident-dialog.tsx'
import { PersonDialog } from '../people/person-dialog.tsx'
import { blankReferral, ReferralDialog } from '../referrals/referral-dialog.tsx'
import { ResourceDialog } from '../resources/resource-dialog.tsx'
import type { Creation } from './shell-actions.ts'

/** The form of a new record, asked for in the palette. A new person opens on their file. */
export function CreationDialog({ what, onClose }: { what: Creation; onClose: () => void }) {
  const navigate = useNavigate()
  switch (what) {
    case 'person':
      return (
        <PersonDialog
          onClose={onClose}
          onSaved={(personId) => void navigate({ to: '/people/$personId', params: { personId } })}
        />
      )
    case 'followUp':
      return <FollowUpDialog start={blankFollowUp()} onClose={onClose} />
    case 'referral':
      return <ReferralDialog start={blankReferral()} onClose={onClose} />
    case 'incident':
      return <IncidentDialog start={blankIncident()} onClose={onClose} />
    case 'resource':
      return <ResourceDialog start={blankResource} onClose={onClose} />
  }
}
