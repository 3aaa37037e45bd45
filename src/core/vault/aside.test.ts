import { expect, test } from 'vitest'
import { asideUpTo } from './aside.ts'
import { createMemoryFiles } from './testing/memory-files.ts'

test('copies are looked for in the vault’s folder, not where a link leads', () => {
  const files = createMemoryFiles()
  for (const path of ['/v', '/v/aside', '/v/aside/0001', '/v/aside/0003.tmp', '/v/aside/0004'])
    files.makeFolder(path)
  expect(asideUpTo(files, '/v', 3)).toEqual(['/v/aside/0001', '/v/aside/0003.tmp'])
  files.makeLink('/v/aside')
  expect(asideUpTo(files, '/v', 3)).toEqual([])
})
