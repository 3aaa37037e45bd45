import { access } from '#core/review/access'
import { createHistory, type History } from '#core/caseload/history'
import { listContacts } from '#core/caseload/repository/contacts'
import { keepLookAlikes, type LookAlikes } from '#core/caseload/repository/duplicates'
import type { StoreFailure } from '#core/database'
import type { Result } from '#core/result'
import { attempt } from '#core/vault/fault'
import type { Health, Opened } from '#shared/contract/vault'
import { createAccessLog, type AccessLog } from './access-log.ts'
import { ear } from './adapters/ear.ts'
import { createLongActs, type LongActs } from './long-acts.ts'
import type { EnginePorts } from './ports.ts'
import type { OpenStore } from './store.ts'
import type { LongAct } from './store/long-act.ts'

/** What the session uses of an open store. */
export interface OpenVault extends Pick<
  OpenStore,
  | 'id'
  | 'role'
  | 'slotMark'
  | 'sealNote'
  | 'openNote'
  | 'eraseDeleted'
  | 'all'
  | 'transact'
  | 'transactSlowly'
  | 'isHalfDone'
  | 'sequence'
  | 'lastSavedAt'
  | 'generation'
  | 'health'
  | 'isDiskFull'
  | 'readOnlyReason'
  | 'findRoom'
  | 'verifyNext'
  | 'verifyAgain'
  | 'pauseVerification'
  | 'checkPassphrase'
  | 'checkSecret'
  | 'slots'
  | 'keyMark'
  | 'setSecret'
  | 'rekey'
  | 'backUp'
  | 'isCheckpointDue'
> {
  readonly opened: Omit<Opened, 'role' | 'isTrial' | 'fellBack' | 'olderThan'>
  checkpoint(): Result<unknown, StoreFailure>
  checkpointSlowly(): Pick<LongAct<unknown, StoreFailure>, 'next' | 'cancel'>
  close(): Result<undefined, StoreFailure>
}

/** What lives between an unlock and a lock, and dies with the process. */
export interface Session {
  /** The open vault, the history of its acts, the log of its accesses and who looks alike in it; null while locked. */
  current(): { vault: OpenVault; history: History; log: AccessLog; lookAlikes: LookAlikes } | null
  /** Of a trial the computer remembers nothing. */
  begin(vault: OpenVault, kind?: 'trial'): void
  readonly acts: LongActs
  /** Tells the window that its queries are stale, and puts off the idle checkpoint. */
  changed(): void
  /** Something was saved that no query reads: the idle checkpoint is put off, or asked for. */
  kept(): void
  health(vault: OpenVault): Health
  /** The vault could not be written to: the window is told; on a full disk, room is looked for now and then, so that this ends by itself. */
  noticeRefusal(): void
  /** Begins the verification of the whole vault again, or gives it up; the window follows it either way. */
  verifyAgain(vault: OpenVault): void
  pauseVerification(vault: OpenVault): void
  close(): void
}

/** Messages pass between two slices of a checkpoint. */
const sliceIntervalMilliseconds = 2
/**
 * The verification rests twice as long as it works, and so long at the least: it has the time, and a window that somebody types in needs the
 * processor.
 */
const verificationRestMilliseconds = 4
/** It begins so long after the opening, when the code of the first screen has run: a first key would wait for both. */
const verificationDelayMilliseconds = 3000
/** The window, which draws itself again each time, is told no more often how far the verification is. */
const tellingMilliseconds = 500
const idleMilliseconds = 60_000
/** After the first screen is there. */
const readAheadMilliseconds = 300
/** How often room is looked for on a full disk. */
const roomMilliseconds = 5000
/** A checkpoint that is due waits for a pause no longer than this. */
const pauseMilliseconds = 1000

const percentOf = ({ checked, total }: Pick<Health, 'checked' | 'total'>): number =>
  Math.floor((100 * checked) / total)

export function createSession(ports: EnginePorts): Session {
  let current: ReturnType<Session['current']> = null
  let cancelIdle: () => void = () => {}
  let cancelVerifying: () => void = () => {}
  let verifiedAt: string | null = null
  /** How far the window last heard that the verification is, and when, by `performance.now()`. */
  let told = { at: Number.NEGATIVE_INFINITY, percent: 0 }
  let isCheckpointing = false
  let isAwaitingRoom = false
  let isTrial = false
  /** The vault is in the hands of a long act. */
  let isInHand = false

  const health = (vault: OpenVault): Health => ({
    ...vault.health(),
    verifiedAt,
    isDiskFull: vault.isDiskFull(),
    isStopped: vault.readOnlyReason() === 'writing-stopped',
    sequence: vault.sequence(),
    lastSavedAt: vault.lastSavedAt(),
  })

  /** What it is older than is told at the next opening: how far it is now is what counts. */
  const remember = (vault: OpenVault) => {
    const { id } = vault
    if (!isTrial) ports.remember({ id, generation: vault.generation(), sequence: vault.sequence() })
  }

  const tellHealth = (vault: OpenVault) => {
    const now = health(vault)
    told = { at: performance.now(), percent: percentOf(now) }
    ports.emit('vault.healthChanged', now)
  }

  const verify = (vault: OpenVault) => {
    if (current?.vault !== vault) return
    const before = vault.health()
    // a read met it first
    if (before.state === 'damaged') tellHealth(vault)
    if (before.state !== 'running') return
    if (vault.isHalfDone()) return verifyAfter(verificationRestMilliseconds, vault)
    const began = performance.now()
    const after = vault.verifyNext()
    const worked = performance.now() - began
    if (after.state === 'ok') verifiedAt = ports.clock.now()
    const isNews = percentOf(after) !== told.percent && performance.now() >= told.at + tellingMilliseconds
    if (after.state !== before.state || isNews) tellHealth(vault)
    if (after.state === 'running') verifyAfter(Math.max(verificationRestMilliseconds, 2 * worked), vault)
  }
  const verifyAfter = (milliseconds: number, vault: OpenVault) => {
    cancelVerifying = ports.later(() => verify(vault), milliseconds)
  }

  /**
   * The contacts are the list that takes longest to read for the first time: its chunks are opened before it is asked for. No one sees any of
   * it, and the access log says nothing.
   */
  const readAhead = (vault: OpenVault) => {
    if (current?.vault !== vault || vault.isHalfDone()) return
    const read = attempt(() => listContacts(vault, { limit: 50, offset: 0 }))
    if (!read.ok) tellHealth(vault)
  }

  /** Step by step, messages passing in between. One that fails loses nothing: the journal still holds every save. */
  const checkpoint = (vault: OpenVault) => {
    const act = vault.checkpointSlowly()
    const step = () => {
      // should it throw
      isCheckpointing = false
      const made = act.next()
      isCheckpointing = made.state === 'running'
      if (!isCheckpointing) remember(vault)
      if (made.state === 'ended' && !made.result.ok) noticeRefusal(vault)
      const cancelNext = isCheckpointing ? ports.later(step, sliceIntervalMilliseconds) : () => {}
      cancelIdle = () => {
        isCheckpointing = false
        cancelNext()
        act.cancel()
      }
    }
    step()
  }

  const lookForRoom = (vault: OpenVault) => {
    isAwaitingRoom = false
    if (current?.vault !== vault) return
    if (vault.isHalfDone()) return awaitRoomOf(vault)
    if (!vault.isDiskFull() || vault.findRoom()) tellHealth(vault)
    else awaitRoomOf(vault)
  }
  const awaitRoomOf = (vault: OpenVault) => {
    isAwaitingRoom = true
    ports.later(() => lookForRoom(vault), roomMilliseconds)
  }

  const noticeRefusal = (vault: OpenVault) => {
    if (vault.isDiskFull()) {
      if (isAwaitingRoom) return
      awaitRoomOf(vault)
    }
    tellHealth(vault)
  }

  const putOffCheckpoint = () => {
    // `acts` asks again at the end
    if (isInHand) return
    const vault = current?.vault
    const isDue = vault?.isCheckpointDue() ?? false
    // saves pass between its steps; each of them would put it off for ever
    if (isDue && isCheckpointing) return
    cancelIdle()
    if (vault) cancelIdle = ports.later(() => checkpoint(vault), isDue ? pauseMilliseconds : idleMilliseconds)
  }
  const acts = createLongActs(ports, {
    begin() {
      isInHand = true
      cancelIdle()
    },
    end() {
      isInHand = false
      putOffCheckpoint()
    },
  })

  return {
    current: () => current,
    acts,
    begin(vault, kind) {
      isTrial = kind === 'trial'
      remember(vault)
      const log = createAccessLog(vault, ports, () => noticeRefusal(vault))
      log.note([access('opened')])
      const history = createHistory(vault, (...told) => log.changed(...told))
      current = { vault, history, log, lookAlikes: keepLookAlikes(vault, ear) }
      verifiedAt = null
      verifyAfter(verificationDelayMilliseconds, vault)
      ports.later(() => readAhead(vault), readAheadMilliseconds)
      if (vault.isDiskFull()) awaitRoomOf(vault)
    },
    changed() {
      ports.emit('caseload.changed', undefined)
      putOffCheckpoint()
    },
    kept: putOffCheckpoint,
    health,
    noticeRefusal() {
      if (current) noticeRefusal(current.vault)
    },
    verifyAgain(vault) {
      cancelVerifying()
      vault.verifyAgain()
      tellHealth(vault)
      verifyAfter(verificationRestMilliseconds, vault)
    },
    pauseVerification(vault) {
      cancelVerifying()
      vault.pauseVerification()
      tellHealth(vault)
    },
    close() {
      acts.cancelAll()
      cancelIdle()
      cancelVerifying()
      // here too a failure loses nothing: the next opening replays the journal and says it was not closed
      current?.log.flush()
      if (current) remember(current.vault)
      current?.vault.close()
      current = null
    },
  }
}
