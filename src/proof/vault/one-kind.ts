/** A process for one kind of states: `node one-kind.ts KIND SEED STATES`; its verdict goes out as JSON. */
import { proveKind } from './kinds.ts'

const [kind = '', seed, states] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await proveKind(kind, Number(seed), Number(states))))
