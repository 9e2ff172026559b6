import type { JobHelpers, TaskList } from 'graphile-worker'
import { loadAlerts } from '@/db/alerts'
import type { Database } from '@/db/database'
import { loadProtocol, loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { loadEntityEvidence } from '@/db/entityEvidence'
import { settleLabels } from '@/db/labels'
import { loadNewestSnapshot } from '@/db/snapshots'
import { loadVotesAudit } from '@/db/votesSnapshots'
import type { ChainReader } from '../chain/reader'
import { protocolJobSchema, type ProtocolJobKind } from '../domain/job'
import { openHub } from '../offChain/hub'
import { openSnapshot } from '../offChain/snapshotHub'
import { auditLedger } from '../pipeline/auditLedger'
import { keepParts } from '../pipeline/editions/keepParts'
import { keepTogether } from '../pipeline/editions/keepTogether'
import { auditVotingPower } from '../pipeline/governance/auditVotingPower'
import { readGovernance } from '../pipeline/governance/readGovernance'
import { readRewards } from '../pipeline/farming/readRewards'
import { readLiquidity } from '../pipeline/liquidity/readLiquidity'
import { syncSpace, toSpaceText } from '../pipeline/governance/syncSpace'
import { takeVotesHistory } from '../pipeline/governance/takeVotesHistory'
import type { OnProgress } from '../pipeline/progress'
import { toLedgers, type ProtocolLedger } from '../pipeline/ledger'
import { recogniseHolders, toRecognitionText } from '../pipeline/recogniseHolders'
import { syncProtocol } from '../pipeline/syncProtocol'
import { takeStudies } from '../pipeline/studies/takeStudies'
import { takeHistory } from '../pipeline/takeHistory'
import { takeSnapshot } from '../pipeline/takeSnapshot'
import { addJobs, type Queue } from './addJobs'
import { checkAlerts, tellCrossing } from './alerts'
import type { Chains } from './chains'
import { assertGoingOn, InterruptedError, toInterruptible } from './interruptible'
import { toPlainReason } from './plainReason'
import { inTightHeap } from './tightHeap'

/** What jobs are done with. */
export interface Workshop {
  database: Database
  chains: Chains
  /** Aborted when jobs are to be given back */
  signal: AbortSignal
  /** Told each end of a job, one line */
  say: (line: string) => void
  onProgress: OnProgress
  /** Whether alerts may call addresses of this machine and its network */
  allowsPrivateWebhooks: boolean
  /** Where Snapshot's hub answers; null: what spaces voted is not read */
  snapshotUrl: string | null
  /** Told which job was cut short, and how often it had been tried before */
  onInterrupted: (job: { id: string; attempts: number }) => void
}

type Work = { protocol: TrackedProtocol; reader: ChainReader; queue: Queue; onWait: (symbol: string) => void; attempt: number } & Workshop

/** Looking for the place where a ledger went wrong asks for many ranges: a job that is tried again does so only so often. */
const repairs = 3

/** What each kind of job does; the answer is what is said of it when it is done. */
const works: Readonly<Record<ProtocolJobKind, (work: Work) => Promise<string>>> = { sync, snapshot, backfill, audit, alerts: checkAlerts, offChainVotes }

/** The tasks of a worker, by kind. A job that fails does so in plain words, which graphile-worker keeps with it. */
export function createTasks(workshop: Workshop): TaskList {
  const { database } = workshop
  const addForAll = async (queue: Queue, kinds: readonly ProtocolJobKind[]) => {
    const followed = await loadProtocols(database)
    await addJobs(queue, followed.flatMap((protocol) => kinds.map((kind) => ({ kind, protocol }))))
  }
  const tasks = Object.entries(works).map(([kind, work]) => [kind, (payload: unknown, helpers: JobHelpers) => run(kind, work, payload, helpers, workshop)])
  return {
    ...Object.fromEntries(tasks),
    round: (_: unknown, helpers) => plainly(() => addForAll(helpers, ['sync'])),
    daily: (_: unknown, helpers) => plainly(() => addForAll(helpers, ['audit', 'backfill'])),
    call: (payload: unknown) =>
      plainly(async () => workshop.say(`call: ${await tellCrossing(database, payload, { allowsPrivate: workshop.allowsPrivateWebhooks, now: Math.floor(Date.now() / 1000) })}`)),
  }
}

async function run(kind: string, work: (work: Work) => Promise<string>, payload: unknown, helpers: JobHelpers, workshop: Workshop): Promise<void> {
  const { database, chains, signal, say, onInterrupted } = workshop
  const { id, attempts } = helpers.job
  let name = kind
  try {
    assertGoingOn(signal)
    const { protocol: slug } = protocolJobSchema.parse(payload)
    name = `${kind} ${slug}`
    const protocol = await loadProtocol(database, slug)
    // Forgotten since: nobody waits for it.
    if (!protocol) return
    const reader = toInterruptible(await chains.open(protocol.token.chainId), signal)
    const onProgress: OnProgress = (progress) => {
      assertGoingOn(signal)
      workshop.onProgress(progress)
    }
    const onWait = (symbol: string) => say(`${name}: waits until another process has read ${symbol}`)
    say(`${name}: ${await work({ ...workshop, protocol, reader, queue: helpers, onProgress, onWait, attempt: attempts })}`)
  } catch (error) {
    if (signal.aborted || error instanceof InterruptedError) {
      onInterrupted({ id: String(id), attempts: attempts - 1 })
      throw new InterruptedError()
    }
    const reason = toPlainReason(error)
    say(`${name} failed: ${reason}`)
    throw new Error(reason)
  }
}

async function plainly(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    throw new Error(toPlainReason(error))
  })
}

async function sync(work: Work): Promise<string> {
  const { protocol, database, queue } = work
  const { finalized, failures } = await syncProtocol(work)
  // It may have brought accounts that files name already.
  await settleLabels(database, protocol.slug)
  const snapshots = await Promise.all(toLedgers(protocol).map(({ tokenId }) => loadNewestSnapshot(database, tokenId)))
  if (snapshots.some((taken) => (taken?.block?.number ?? -1) < finalized.number)) await addJobs(queue, [{ kind: 'snapshot', protocol }])
  // Of its own, so that Snapshot being away keeps nobody from reading the chain.
  if (protocol.governance.space !== undefined && work.snapshotUrl !== null) await addJobs(queue, [{ kind: 'offChainVotes', protocol }])
  // Last of all: a contract whose logs cannot be read keeps nothing else from being done, and the job that failed says so and is tried again.
  if (failures.length > 0) throw failures[0]
  return `read up to block ${finalized.number}`
}

async function offChainVotes({ protocol, database, signal, snapshotUrl }: Work): Promise<string> {
  if (snapshotUrl === null) return 'nothing is read off the chain here'
  const hub = openSnapshot(openHub({ url: snapshotUrl, signal }))
  const read = await syncSpace({ protocol, hub, database, now: Math.floor(Date.now() / 1000) })
  return read === null ? 'it has no space' : toSpaceText(read)
}

async function snapshot(work: Work): Promise<string> {
  const { database, queue, signal } = work
  const recognition = await recogniseHolders(work)
  assertGoingOn(signal)
  const { slug } = work.protocol
  const protocol = { ...work.protocol, labels: await settleLabels(database, slug), evidence: (await loadEntityEvidence(database, slug)).get(slug) ?? [] }
  const taken = await eachToken(protocol, async (ledger) => {
    const snapshot = await takeSnapshot({ ...work, ledger })
    return snapshot ? [{ symbol: ledger.token.symbol, audit: snapshot.audit?.status }] : []
  })
  // The audit finds out where a ledger went wrong.
  const isWrong = taken.flat().some(({ audit }) => audit === 'failed')
  const hasRules = (await loadAlerts(database, protocol.slug)).length > 0
  await addJobs(queue, [
    ...(isWrong ? [{ kind: 'audit' as const, protocol }] : []),
    ...(hasRules ? [{ kind: 'alerts' as const, protocol }] : []),
    { kind: 'backfill', protocol },
  ])
  // Last of all: what cannot be read of who decides and who earns keeps nothing else from being done, and the job that failed says so and is tried again.
  const options = { history: false, isInterrupted: (error: unknown) => error instanceof InterruptedError }
  const readings = [await readGovernance({ ...work, protocol }, options), await inTightHeap(() => readLiquidity({ ...work, protocol }, options)), await readRewards({ ...work, protocol }, options)]
  if ((await loadVotesAudit(database, slug)) === 'failed' && !isWrong) await addJobs(queue, [{ kind: 'audit', protocol }])
  const failures = readings.flatMap(({ failures }) => failures)
  if (failures.length > 0) throw failures[0]
  return [`of ${taken.flat().map(({ symbol }) => symbol).join(', ')}`, toRecognitionText(recognition, protocol.token), ...readings.flatMap(({ said }) => said)].filter(Boolean).join('; ')
}

async function backfill(work: Work): Promise<string> {
  const days = await eachToken(work.protocol, (ledger) => (ledger.purpose === 'shares' ? Promise.resolve(0) : takeHistory({ ...work, ledger })))
  const ofVotes = await takeVotesHistory(work)
  const options = { isInterrupted: (error: unknown) => error instanceof InterruptedError }
  const { said, failures } = await inTightHeap(() => takeStudies(work, options))
  // Last of all: what is kept for ever is whole then.
  const kept = await inTightHeap(async () => [await keepParts(work, options), await keepTogether(work.database, options)])
  const failed = [...failures, ...kept.flatMap((reading) => reading.failures)]
  if (failed.length > 0) throw failed[0]
  return [`${days.reduce((sum, count) => sum + count, 0) + ofVotes} days of history added`, ...said].join('; ')
}

async function audit(work: Work): Promise<string> {
  const { protocol, queue, attempt } = work
  const repair = attempt <= repairs
  const ledgers = await eachToken(protocol, (ledger) => auditLedger({ ...work, ...ledger }, { repair }))
  // Votes that hang on balances are wrong where these are: they have their turn when the ledger is right.
  const results = ledgers.some(({ readAgain }) => readAgain) ? ledgers : [...ledgers, await auditVotingPower(work, { repair }).catch(toFault)]
  if (results.some(({ readAgain }) => readAgain)) await addJobs(queue, [{ kind: 'sync', protocol }])
  const found = results.flatMap(({ fault }) => fault ?? [])
  // As a failure, so that it is seen, and audited once more when it was read again.
  if (found.length > 0) throw new Error(found.join('. '))
  return 'passed'
}

/** What could not be audited is said beside what was found wrong elsewhere. */
function toFault(error: unknown): { fault: string; readAgain: false } {
  if (error instanceof InterruptedError) throw error
  return { fault: toPlainReason(error), readAgain: false }
}

/** Every ledger of a protocol has its turn, also after one that failed; the first failure is thrown at the end. */
async function eachToken<Result>(protocol: TrackedProtocol, work: (ledger: ProtocolLedger) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  let failure: unknown
  for (const ledger of toLedgers(protocol)) {
    try {
      results.push(await work(ledger))
    } catch (error) {
      if (error instanceof InterruptedError) throw error
      failure ??= error
    }
  }
  if (failure) throw failure
  return results
}
