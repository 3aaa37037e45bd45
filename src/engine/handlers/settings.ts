import { listFilters, removeFilter, saveFilter } from '#core/caseload/repository/filters'
import { allListValues, reorderList, retireListValue, saveListValue } from '#core/caseload/repository/lists'
import { readSettings, saveSettings } from '#core/caseload/repository/settings'
import { ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import type { settingsCommands } from '#shared/contract/settings'
import type { Acts } from './acts.ts'

export function settingsHandlers({
  read,
  perform,
  save,
  change,
}: Acts): Pick<Handlers<'engine'>, keyof typeof settingsCommands> {
  return {
    'settings.read': () => read(readSettings),
    'settings.save': (settings) => change('settings.save', (writer) => saveSettings(writer, settings)),
    'lists.all': () => read(allListValues),
    'lists.saveValue': (input) => {
      const saved = perform('lists.saveValue', (writer, context) => saveListValue(writer, input, context))
      return saved.ok ? ok({ code: saved.value.code, isUndoable: saved.value.isUndoable }) : saved
    },
    'lists.retire': (input) => change('lists.retire', (writer) => retireListValue(writer, input)),
    'lists.reorder': (input) => change('lists.reorder', (writer) => reorderList(writer, input)),
    'filters.list': () => read(listFilters),
    'filters.save': (input) => save('filters.save', (writer, context) => saveFilter(writer, input, context)),
    'filters.remove': ({ id }) => change('filters.remove', (writer) => removeFilter(writer, id)),
  }
}
