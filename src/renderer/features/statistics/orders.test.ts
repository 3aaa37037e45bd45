import { expect, test } from 'vitest'
import { moved } from './orders.ts'

const order = { attribute: 'kind' as const, within: null, codes: ['a', 'b', 'c', 'other'] }
const codes = (code: string, step: -1 | 1) => moved(order, code, step).codes.join('')

test('a code moves by one step, never past the residual one', () => {
  expect(codes('b', -1)).toBe('bacother')
  expect(codes('b', 1)).toBe('acbother')
  expect(codes('a', -1)).toBe('abcother')
  expect(codes('c', 1)).toBe('abcother')
  expect(codes('other', -1)).toBe('abcother')
  expect(codes('unknown', 1)).toBe('abcother')
})
