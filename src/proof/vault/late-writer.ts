/** A process to be killed that acknowledges each write before it makes it. */
import { realPorts } from '../../engine/store/testing/real-ports.ts'
import { writeWithoutEnd } from '../../engine/store/testing/write-without-end.ts'
import { withLateWrites } from './mutants.ts'

const ports = await realPorts()
writeWithoutEnd({ ...ports, files: withLateWrites(ports.files) }, process.argv[2] ?? '')
