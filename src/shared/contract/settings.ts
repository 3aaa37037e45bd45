import * as z from 'zod'
import { code, day, id } from '#core/caseload/fields'
import { savedFilterFields } from '#core/caseload/filter'
import { listName, listValue, listValueFields } from '#core/caseload/lists'
import { settings } from '#core/caseload/settings'
import { acted, byId, change, read, saved, write } from './common.ts'

const [contactsFilter, peopleFilter] = savedFilterFields.options
const savedFilter = z.discriminatedUnion('list', [contactsFilter.extend({ id }), peopleFilter.extend({ id })])
const filterInput = z.discriminatedUnion('list', [
  contactsFilter.extend({ id: id.optional() }),
  peopleFilter.extend({ id: id.optional() }),
])

export const settingsCommands = {
  'settings.read': { host: 'engine', who: 'team', input: z.void(), output: settings, failures: read },
  'settings.save': { host: 'engine', who: 'worker', input: settings, output: acted, failures: write },
  'lists.all': { host: 'engine', who: 'team', input: z.void(), output: z.array(listValue), failures: read },
  /** A renamed value keeps its code and, for the days before, its old label. */
  'lists.saveValue': {
    host: 'engine',
    who: 'worker',
    input: listValueFields,
    output: acted.extend({ code }),
    /** `already-named`: another value of the list reads so on the same days. */
    failures: [...change, 'already-named'],
  },
  /** `on` is the last day it may be chosen; null takes the retirement back. Records that have it keep it. */
  'lists.retire': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ list: listName, code, on: day.nullable() }),
    output: acted,
    /** `value-needed`: the program itself says this code. */
    failures: [...change, 'period-reversed', 'value-needed', 'already-named'],
  },
  /** These first, in this order; the others after, in the order they had. */
  'lists.reorder': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ list: listName, codes: z.array(code).max(1000) }),
    output: acted,
    failures: change,
  },
  'filters.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(savedFilter),
    failures: read,
  },
  'filters.save': {
    host: 'engine',
    who: 'worker',
    input: filterInput,
    output: saved,
    failures: change,
  },
  'filters.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
} as const
