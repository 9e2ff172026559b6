import { loadDayEnds } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { Address } from '@/lib/domain/address'
import { protocolSchema } from '@/lib/domain/protocol'
import { inTightHeap } from '@/lib/jobs/tightHeap'
import { toMonthEnds } from '@/lib/pipeline/studies/monthEnds'
import { takeStudies } from '@/lib/pipeline/studies/takeStudies'
import { walkBalances } from '@/lib/pipeline/walkBalances'
import { fillApart, withBenchDatabase } from './benchDatabase'
import { benchLabels } from './history'
import { toBenchAddress, type HistorySize } from './transferHistory'


/**
 * `npm run -s bench -- studies`: every study of a token whose life is that of `history`, from its ledger in Postgres to what pages show in Postgres, beside
 * walking from end of month to end of month over its balances alone in the same run. A contract holds for a twentieth as many; stakes bonded to operators
 * it has none. Writing the ledger is no part of the time, and done by a process of its own.
 */
export async function benchStudies(size: HistorySize): Promise<object> {
  return withBenchDatabase(async (database, url) => {
    const protocol = await follow(database)
    await fillApart('fillStudies.ts', url, size)
    const [seconds, { said, failures }] = await time(() => inTightHeap(() => takeStudies({ protocol, database }, { isInterrupted: () => false })))
    if (failures.length > 0) throw failures[0]
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
    const [walkSeconds, holders] = await time(() => walk(database, protocol))
    return { ...size, holders, said, seconds: round(seconds), walkSeconds: round(walkSeconds), studiesOverWalk: round(seconds / walkSeconds), peakRssMb }
  })
}

async function follow(database: Database): Promise<TrackedProtocol> {
  const token = { chainId: 1, address: toBenchAddress(99_999_990 + 1), symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock: 0 }
  const shareToken = { ...token, address: toBenchAddress(99_999_990 + 2), symbol: 'SHARE' }
  const wrapper = { source: 'wrappedToken', address: toBenchAddress(5), name: 'Wrapper', firstBlock: 0, assets: [token.address], shareToken, fact: 'bench' }
  const toLabel = (account: number, role: string) => ({ address: toBenchAddress(account), kind: 'person', role, name: role, source: 'bench', asOf: '2026-01-01' })
  const protocol = protocolSchema.parse({
    slug: 'bench', name: 'Bench', category: 'exchange', website: 'https://example.org', token, wrappers: [wrapper], money: { wrappedEther: toBenchAddress(99_999_990 + 4) },
    labels: [...benchLabels, toLabel(2, 'exchange'), toLabel(3, 'team'), toLabel(4, 'distributor')], governance: { space: 'bench.eth' },
  })
  return saveProtocol(database, protocol, 0)
}

/** @returns how many hold something in the end */
async function walk(database: Database, { tokenId, token }: TrackedProtocol): Promise<number> {
  const held = new Map<Address, bigint>()
  for await (const { changes } of walkBalances({ tokenId, database }, toMonthEnds(await loadDayEnds(database, token.chainId))))
    for (const [account, balance] of changes) balance > 0n ? held.set(account, balance) : held.delete(account)
  return held.size
}

async function time<Result>(work: () => Promise<Result>): Promise<[seconds: number, result: Result]> {
  const began = performance.now()
  const result = await work()
  return [(performance.now() - began) / 1000, result]
}

const round = (value: number) => Math.round(value * 10) / 10
