import { useTranslation } from 'react-i18next'
import { referralState } from '#core/caseload/referral'
import { useLists } from '../../lists.tsx'
import { levelOf } from '../incidents/intensity.tsx'

const attributes = [
  'kind',
  'theme',
  'themeGroup',
  'place',
  'mandateAxis',
  'crisis',
  'gender',
  'ageBand',
  'outcome',
  'sector',
  'incidentIntensity',
] as const
export type ExactAttribute = (typeof attributes)[number]
export const attributeOf = (name: string): ExactAttribute =>
  attributes.find((known) => known === name) ?? 'kind'

export function countedIn(attribute: string): 'contacts' | 'referrals' | 'incidents' {
  if (attribute === 'outcome' || attribute === 'sector') return 'referrals'
  return attribute === 'incidentIntensity' ? 'incidents' : 'contacts'
}

/** The words of a code: those of the lists, which the worker may have edited; this never leaves. */
export function useCodeLabels(): (attribute: ExactAttribute, code: string) => string {
  const { t } = useTranslation()
  const lists = useLists()
  return (attribute, code) => {
    if (attribute === 'kind') return lists.label('contactKind', code)
    if (attribute === 'incidentIntensity')
      return `${code} · ${t(`people.intensity.${levelOf(Number(code))}`)}`
    if (attribute !== 'outcome') return lists.label(attribute, code)
    const state = referralState.safeParse(code)
    return state.success ? t(`people.referralState.${state.data}`) : code
  }
}
