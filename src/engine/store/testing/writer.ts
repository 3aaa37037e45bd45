/** A process to be killed: it writes without end in the vault given as its argument. */
import { realPorts } from './real-ports.ts'
import { writeWithoutEnd } from './write-without-end.ts'

writeWithoutEnd(await realPorts(), process.argv[2] ?? '')
