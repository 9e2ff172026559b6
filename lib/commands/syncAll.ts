import type { Database } from '@/db/database'
import { loadEntityEvidence } from '@/db/entityEvidence'
import { settleLabels } from '@/db/labels'
import { loadVotesAudit } from '@/db/votesSnapshots'
import { toReason } from '@/lib/chain/reason'
import { inTightHeap } from '@/lib/jobs/tightHeap'
import { auditLedger } from '@/lib/pipeline/auditLedger'
import { keepParts } from '@/lib/pipeline/editions/keepParts'
import { keepTogether } from '@/lib/pipeline/editions/keepTogether'
import { auditVotingPower } from '@/lib/pipeline/governance/auditVotingPower'
import { readGovernance } from '@/lib/pipeline/governance/readGovernance'
import { readLiquidity } from '@/lib/pipeline/liquidity/readLiquidity'
import { toLedgers } from '@/lib/pipeline/ledger'
import { recogniseHolders, toRecognitionText } from '@/lib/pipeline/recogniseHolders'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { takeStudies } from '@/lib/pipeline/studies/takeStudies'
import { takeSnapshots } from '@/lib/pipeline/takeSnapshots'
import type { OpenChains } from './openChains'
import type { Reporter } from './reporter'

/**
 * Brings every followed protocol up to its chain's newest final block, or takes its snapshots, or both. One that fails does not keep the
 * others from their turn.
 *
 * @param signal no further protocol is begun once it is aborted
 * @returns what failed, in plain words
 */
export async function syncAll(options: {
  chains: Pick<OpenChains, 'protocols' | 'readers'>
  database: Database
  reporter: Reporter
  steps: readonly ('sync' | 'snapshot')[]
  signal?: AbortSignal
}): Promise<string[]> {
  const { chains, database, reporter, steps, signal } = options
  const failures: string[] = []
  const fail = (name: string, failure: unknown) => {
    failures.push(`${name}: ${toReason(failure)}`)
    reporter.say(`${name}: ${toReason(failure)}`)
  }
  for (const protocol of chains.protocols) {
    if (signal?.aborted) break
    const reader = chains.readers.get(protocol.token.chainId)
    if (reader === undefined) continue
    const onWait = (symbol: string) => reporter.say(`${protocol.name}: another process reads ${symbol} at this moment; waiting until it is done`)
    const work = { protocol, reader, database, onProgress: reporter.progress, onWait }
    try {
      const synced = steps.includes('sync') ? await syncProtocol({ ...work, signal }) : null
      for (const failure of synced?.failures ?? []) fail(protocol.name, failure)
      const recognition = steps.includes('snapshot') ? await recogniseHolders(work) : null
      // The sync may have brought accounts that files name already.
      const labelled = { ...protocol, labels: await settleLabels(database, protocol.slug), evidence: (await loadEntityEvidence(database, protocol.slug)).get(protocol.slug) ?? [] }
      const taken = steps.includes('snapshot') ? await takeSnapshots({ ...work, protocol: labelled }) : []
      const reached = synced === null ? [] : [`read up to block ${synced.finalized.number}`]
      const days = taken.reduce((sum, { days }) => sum + days, 0)
      const snapshots = taken.length === 0 ? [] : [`snapshots of ${taken.map(({ symbol }) => symbol).join(', ')}${days > 0 ? ` and ${days} days of history` : ''}`]
      const recognised = recognition ? toRecognitionText(recognition, protocol.token) : ''
      reporter.say(`${protocol.name}: ${[[...reached, ...snapshots].join(', '), recognised].filter(Boolean).join('; ')}`)
      for (const read of steps.includes('snapshot') ? [readGovernance, readLiquidity, takeStudies, keepParts] : []) {
        const reading = await inTightHeap(() => read({ ...work, protocol: labelled }, { history: true, isInterrupted: () => signal?.aborted ?? false }))
        if (reading.said.length > 0) reporter.say(`${protocol.name}: ${reading.said.join('; ')}`)
        for (const failure of reading.failures) fail(protocol.name, failure)
      }
      // Who only takes snapshots is told; what is kept changes where ledgers are read.
      const repair = steps.includes('sync')
      const wrong = toLedgers(protocol).filter((_, index) => taken[index]?.snapshot?.audit?.status === 'failed')
      const audits = wrong.map((ledger) => () => auditLedger({ ...ledger, reader, database }, { repair }))
      // Without a repair the votes that were just taken have said it already.
      if (repair && wrong.length === 0 && taken.length > 0 && (await loadVotesAudit(database, protocol.slug)) === 'failed') audits.push(() => auditVotingPower(work, { repair }))
      for (const audit of audits) {
        const { fault, readAgain } = await audit()
        if (fault === null) continue
        if (repair) failures.push(`${protocol.name}: ${fault}`)
        const remedy = repair ? (readAgain ? ', by the next "lorenz sync"' : '') : `. "lorenz sync --again --protocols ${protocol.slug}" reads it anew`
        reporter.say(`${protocol.name}: ${fault}${remedy}.`)
      }
    } catch (error) {
      if (signal?.aborted) break
      failures.push(`${protocol.name}: ${toReason(error)}`)
      reporter.say(`${protocol.name} failed: ${toReason(error)}`)
    }
  }
  if (steps.includes('snapshot') && !signal?.aborted) for (const failure of (await keepTogether(database, { isInterrupted: () => signal?.aborted ?? false })).failures) fail('all protocols together', failure)
  return failures
}
