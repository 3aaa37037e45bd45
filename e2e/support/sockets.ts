/** Internet sockets of the app's processes, through Linux's /proc: seen every quarter of a second, so one briefer than that may be missed. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { onStandIn } from '../electron.ts'
import { commandLineOf, descendantsOf } from './processes.ts'

const EVERY_MILLISECONDS = 250
const LISTEN = '0A'
const LOOPBACK = /^(0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F)$/

type Process = 'engine' | 'main' | 'chromium'
interface Socket {
  /** `tcp`, `udp6`… */
  protocol: string
  /** Address in the kernel's hexadecimal, then the port. */
  local: string
  localPort: string
  remote: string
  listens: boolean
}

/**
 * Watches a running app. `stop` tells every internet socket that is not the test's own: Playwright speaks to main's inspector
 * and to Chromium's DevTools, each a port on this computer's own address. The engine may have none.
 */
export function watchSockets(main: number): { stop: () => string[] } {
  const seen = new Set<string>()
  /** By process: where a debugger was ever awaited. A process that ends closes its door before what came in by it. */
  const doors = new Map<number, Set<string>>()
  const look = (): void => {
    const sockets = allSockets()
    for (const pid of [main, ...descendantsOf(main)]) {
      const kind = kindOf(pid, main)
      const own = inodesOf(pid).flatMap((inode) => sockets.get(inode) ?? [])
      const known = doors.get(pid) ?? new Set()
      doors.set(pid, known)
      for (const { listens, local, localPort } of own)
        if (listens && LOOPBACK.test(local.split(':')[0] ?? '')) known.add(localPort)
      for (const socket of own)
        if (!isOfTheTest(kind, socket, known))
          seen.add(`${kind}: ${socket.protocol} ${socket.local} → ${socket.remote}`)
    }
  }
  look()
  const timer = setInterval(look, EVERY_MILLISECONDS)
  return {
    stop() {
      clearInterval(timer)
      return [...seen]
    },
  }
}

function kindOf(pid: number, main: number): Process {
  if (pid === main) return 'main'
  return /Filigrane engine|utility-host|node\.mojom\.NodeService/.test(commandLineOf(pid))
    ? 'engine'
    : 'chromium'
}

/** Where a debugger is awaited, and what came in by it: one such port per process; main and Chromium are one on the real binary. */
function isOfTheTest(kind: Process, socket: Socket, doors: ReadonlySet<string>): boolean {
  return kind !== 'engine' && doors.size <= (onStandIn ? 1 : 2) && doors.has(socket.localPort)
}

/** By inode. */
function allSockets(): Map<string, Socket> {
  const found = new Map<string, Socket>()
  for (const protocol of ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'])
    for (const line of tableOf(protocol)) {
      const [, local = '', remote = '', state, , , , , , inode = ''] = line.trim().split(/\s+/)
      found.set(inode, {
        protocol,
        local,
        localPort: local.split(':')[1] ?? '',
        remote,
        listens: protocol.startsWith('tcp') && state === LISTEN,
      })
    }
  return found
}

function tableOf(protocol: string): string[] {
  try {
    return readFileSync(`/proc/net/${protocol}`, 'utf8').split('\n').slice(1)
  } catch {
    // a kernel without IPv6, or without raw sockets
    return []
  }
}

function inodesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => inodeOf(`/proc/${pid}/fd/${fd}`))
  } catch {
    // the process has just ended
    return []
  }
}

function inodeOf(path: string): string[] {
  try {
    return [/^socket:\[(\d+)\]$/.exec(readlinkSync(path))?.[1] ?? []].flat()
  } catch {
    // closed since it was listed
    return []
  }
}
