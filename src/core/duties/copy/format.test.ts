import { expect, test } from 'vitest'
import * as z from 'zod'
import { personCopy } from './format.ts'

test('the schema of a copied file is the one the documentation gives', async () => {
  const schema = `${JSON.stringify(z.toJSONSchema(personCopy), null, 2)}\n`
  await expect(schema).toMatchFileSnapshot('../../../../docs/person-file.schema.json')
})
