import { registers } from '#core/duties/documents/names'

/** The tabs of « Registres », part of its address. */
export const dutyTabs = [...registers, 'documents'] as const
export type DutyTab = (typeof dutyTabs)[number]
