import { listIncidents, removeIncident, saveIncident } from '#core/caseload/repository/incidents'
import { listVisits, saveVisits } from '#core/caseload/repository/visits'
import type { Handlers } from '#shared/contract'
import type { incidentCommands } from '#shared/contract/incidents'
import type { Acts } from './acts.ts'

export function incidentHandlers({
  read,
  save,
  change,
}: Acts): Pick<Handlers<'engine'>, keyof typeof incidentCommands> {
  return {
    'incidents.list': (input) => read((reader) => listIncidents(reader, input)),
    'incidents.save': (input) =>
      save('incidents.save', (writer, context) => saveIncident(writer, input, context)),
    'incidents.remove': ({ id }) => change('incidents.remove', (writer) => removeIncident(writer, id)),
    'visits.list': () => read(listVisits),
    'visits.save': (input) => change('visits.save', (writer, context) => saveVisits(writer, input, context)),
  }
}
