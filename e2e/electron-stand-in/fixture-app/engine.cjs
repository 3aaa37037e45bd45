// The utility process: answers `{ ask }` messages.
const sodium = require('sodium-native')

const answers = {
  identity: () => ({ type: process.type, send: typeof process.send, argv: process.argv.slice(2) }),
  bytes: ({ bytes }) => ({ type: bytes.constructor.name, doubled: bytes.map((byte) => byte * 2) }),
  buffer: () => Buffer.from('abc'),
  hash: ({ bytes }) => {
    const out = Buffer.from(new ArrayBuffer(32))
    sodium.crypto_generichash(out, bytes)
    return out.toString('hex')
  },
  malloc: () => {
    try {
      sodium.sodium_malloc(32)
      return 'worked'
    } catch (error) {
      return error.name
    }
  },
  electron: () => {
    try {
      return typeof require('electron')
    } catch (error) {
      return error.message
    }
  },
  exit: () => process.exit(12),
}
process.parentPort.on('message', ({ data }) => process.parentPort.postMessage(answers[data.ask](data)))
