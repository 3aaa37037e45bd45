// What the bundler does with `?raw` and `?inline`, for sources run without it: the text of a file, or its `data:` address.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const queries = ['?raw', '?inline']
const queryOf = (address) => queries.find((query) => address.endsWith(query))

registerHooks({
  resolve(specifier, context, next) {
    const query = queryOf(specifier)
    if (query === undefined) return next(specifier, context)
    const { url } = next(specifier.slice(0, -query.length), context)
    return { url: url + query, format: 'module', shortCircuit: true }
  },
  load(url, context, next) {
    const query = queryOf(url)
    if (query === undefined) return next(url, context)
    const bytes = readFileSync(fileURLToPath(url.slice(0, -query.length)))
    const text =
      query === '?raw' ? bytes.toString('utf8') : `data:font/woff2;base64,${bytes.toString('base64')}`
    return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true }
  },
})
