import * as z from 'zod'
import { t } from './text/i18n.ts'

// What a schema's refusal says under a field: one short sentence, in the words of the program.
z.config({
  localeError: (issue) => {
    if (issue.code === 'too_small' && Number(issue.minimum) <= 1) return t('form.required')
    if (issue.code === 'too_small') return t('form.tooShort')
    if (issue.code === 'too_big') return t('form.tooLong')
    if (issue.code === 'invalid_type' && (issue.input === null || issue.input === undefined))
      return t('form.required')
    return t('form.check')
  },
})
