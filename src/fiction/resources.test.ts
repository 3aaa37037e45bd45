import { expect, test } from 'vitest'
import { resourceName } from '#core/caseload/resource'
import { sampleDirectory } from './resources.ts'
import { themesOf } from './resources.fr.ts'
import { themes } from './mix.ts'

const directory = sampleDirectory()

test('each resource of the sample directory is good for something, and each theme has one', () => {
  expect(directory.map(resourceName).toSorted()).toEqual(Object.keys(themesOf).toSorted())
  expect(new Set(Object.values(themesOf).flat())).toEqual(new Set(Object.keys(themes)))
})

test('it leads to nobody: numbers and addresses of the Web are of the ranges kept for fiction', () => {
  const phones = directory.flatMap(({ phone, pivotContacts }) => [
    phone,
    ...pivotContacts.map((pivot) => pivot.phone),
  ])
  expect(phones.length).toBeGreaterThan(50)
  for (const phone of phones) expect(phone).toMatch(/^819 555-01\d\d$/u)
  for (const { website } of directory) expect(website).toMatch(/^(?:https:\/\/[a-z0-9-]+\.example)?$/u)
  for (const { taxonomyCode } of directory) expect(taxonomyCode).toMatch(/^(?:EX-[A-Z]{3}-\d\d)?$/u)
})

test('it shows what a directory holds', () => {
  expect(new Set(directory.map(({ sector }) => sector)).size).toBe(5)
  for (const field of ['eligibility', 'hours', 'languages', 'pivotContacts', 'note'] as const)
    expect(directory.filter((each) => each[field].length > 0).length).toBeGreaterThan(20)
})
