import { CompiledQuery } from 'kysely'
import { search, toMatch } from '#core/caseload/repository/search'
import { nearAliases } from '#core/caseload/repository/near-aliases'
import { searched } from './fiction.ts'
import { ourEngine } from './ours.ts'
import { peerEngine } from './peer.ts'
const [name, folder = '', contacts = '100000'] = process.argv.slice(2)
const engine =
  name === 'ours' ? await ourEngine(folder, Number(contacts)) : peerEngine(folder, Number(contacts))
const store: any = engine.unlock()
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const min = (work: () => unknown, n = 40) => {
  let m = 1e9
  for (let k = 0; k < n; k++) {
    const b = cpu()
    work()
    m = Math.min(m, cpu() - b)
  }
  return Math.round(m * 100) / 100
}
console.log(
  'search',
  min(() => search(store, searched, 40)),
)
console.log(
  'near',
  min(() => nearAliases(store, searched)),
)
const m = toMatch(searched)
for (const t of ['person', 'contact', 'referral', 'followUp', 'incident', 'resource']) {
  try {
    const q = CompiledQuery.raw(
      `select count(*) n from (select docid from ${t}Text where ${t}Text match ?)`,
      [m],
    )
    console.log(
      t,
      store.all(q),
      min(() => store.all(q)),
    )
  } catch (e) {
    console.log(t, String(e))
  }
}
const seen = new Map<string, number>()
const timed: any = {
  all: (q: any) => {
    const b = performance.now()
    const r = store.all(q)
    const k = q.sql.replace(/\s+/g, ' ').slice(0, 90)
    seen.set(k, Math.min(seen.get(k) ?? 1e9, performance.now() - b))
    return r
  },
}
for (let k = 0; k < 40; k++) search(timed, searched, 40)
for (const [k, v] of seen) console.log(v.toFixed(2), k)
process.exit()
