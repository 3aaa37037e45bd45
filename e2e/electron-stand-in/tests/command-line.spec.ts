/** The binary as a shell sees it, without Playwright: arguments, exit codes, ports, what is left behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { FIXTURE_APP } from './fixture.ts'

const ELECTRON = join(import.meta.dirname, '../electron')
const SCRIPT = join(FIXTURE_APP, 'script.cjs')

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number | null
  stdout: string
}

function start(args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  // With no display at all, even where the tests have one.
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const child = spawn(ELECTRON, [`--user-data-dir=${folder}`, ...args], {
    env: { ...env, STANDIN_HEADLESS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout }))) }
}

/** Every process below this one, by /proc. */
function descendants(pid: number | undefined): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)
  return children.flatMap((child) => [child, ...descendants(child)])
}
function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return undefined
  }
}

/** The sockets on which these processes listen for TCP connections. */
function listeningSockets(pids: number[]): string[] {
  const LISTEN = '0A'
  const listening = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTEN)
      .map((fields) => `socket:[${fields[9]}]`),
  )
  return pids.flatMap(openFiles).filter((file) => listening.includes(file))
}
function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readLink(`/proc/${pid}/fd/${fd}`))
  } catch {
    return []
  }
}
function readLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

const profilesOf = (child: ChildProcess) =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`electron-stand-in-${child.pid}-`))

test('arguments and exit code pass through; a script without a window starts no Chromium', async () => {
  const { child, ended } = start([SCRIPT, '--out', 'a folder', '--seed', '7'])
  const { code, stdout } = await ended
  expect(code).toBe(7)
  expect(JSON.parse(stdout)).toEqual({
    argv: [`--user-data-dir=${folder}`, SCRIPT, '--out', 'a folder', '--seed', '7'],
    appPath: FIXTURE_APP,
    version: '45.4.1',
  })
  expect(profilesOf(child)).toEqual([])
})

test('a script prints a hidden window, then leaves nothing behind', async () => {
  const output = join(folder, 'report.pdf')
  const { child, ended } = start([join(FIXTURE_APP, 'hidden-print.mjs'), output])
  expect((await ended).code).toBe(0)
  expect(readFileSync(output).includes('StructTreeRoot')).toBe(true)
  expect(profilesOf(child)).toEqual([])
})

test('no TCP port is open, and killing it outright kills all of it', async () => {
  const { child, ended } = start([FIXTURE_APP])
  const family = () => [child.pid ?? 0, ...descendants(child.pid)]
  await expect.poll(() => family().length, { timeout: 10_000 }).toBeGreaterThan(4)
  const pids = family()
  expect(listeningSockets(pids)).toEqual([])

  child.kill('SIGKILL')
  await ended
  await expect.poll(() => pids.filter(isRunning)).toEqual([])
  // Its profile goes with the next start.
  await start([SCRIPT, '0']).ended
  const next = start([join(FIXTURE_APP, 'hidden-print.mjs'), join(folder, 'next.pdf')])
  expect((await next.ended).code).toBe(0)
  expect(profilesOf(child)).toEqual([])
})

test('the check for ports sees one where Playwright asks for it', async () => {
  const { child, ended } = start(['--remote-debugging-port=0', FIXTURE_APP])
  const sockets = () => listeningSockets([child.pid ?? 0, ...descendants(child.pid)])
  await expect.poll(sockets, { timeout: 10_000 }).toHaveLength(1)
  expect(existsSync(join(folder, 'DevToolsActivePort'))).toBe(true)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

test('a second instance gives way to the first, which is told', async () => {
  const first = start([FIXTURE_APP])
  await expect.poll(() => existsSync(join(folder, 'SingletonLock')), { timeout: 10_000 }).toBe(true)
  const second = await start([FIXTURE_APP, '--second']).ended
  expect(second).toEqual({ code: 3, stdout: 'another instance is running\n' })
  first.child.kill('SIGTERM')
  const { code, stdout } = await first.ended
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'second instance {"greeting":"hello"}\n' })
  expect(existsSync(join(folder, 'SingletonLock'))).toBe(false)
})

function isRunning(pid: number): boolean {
  try {
    return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
