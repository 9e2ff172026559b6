import { loadControlMap } from '@/db/controlMaps'
import type { Database } from '@/db/database'
import { loadDelegateList } from '@/db/delegateLists'
import { loadEditionBlocks } from '@/db/editions'
import { findList, loadHolders } from '@/db/holders'
import type { KeptMark } from '@/db/keptParts'
import { loadProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadImports, loadReserves, type SavedSnapshot } from '@/db/snapshots'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Address } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'
import type { Currency } from '@/lib/domain/pool'
import { toLorenzCurve } from '@/lib/metrics/lorenzCurve'
import { headlineLens, lenses, toLens } from '@/lib/ownership/lenses'
import { readChartName, type ChartName } from '@/lib/publish/chartName'
import { allProtocols, charts, oneAccount, takesRules } from '@/lib/publish/charts'
import { hasFixedAddress } from '@/lib/publish/keptParts'
import type { Loaded, Scope } from '@/lib/publish/view'
import { loadAccount } from '../accounts/loadAccount'
import { describeDelegateList } from '../governance/describeDelegateList'
import { loadVotingPower } from '../governance/loadVotingPower'
import { loadOwnGain, loadOwnGains } from '../governance/loadOwnGain'
import { isAsKept, toLedger, type Ledger } from '../ledger'
import { openHolderWays } from '../ownership/holderWays'
import { loadMeasurement, loadStateAt, replayDistribution } from '../replay'
import { loadDecidedProposals, loadWholeProposal } from '../governance/loadProposals'
import type { Period } from '@/lib/views/period'
import { describeBand, describeComposition, loadCompositionDays } from './describeOwnership'
import { toEmptyLoaded } from './emptyLoaded'
import { loadChanges } from './loadChanges'
import { loadComparison } from './loadComparison'
import { loadDays } from './loadDays'
import { findKept, loadKeptEdition } from './loadKeptEdition'
import { loadListEdition } from './loadListEdition'
import { loadCompetition } from '../competition/loadCompetition'
import { loadFindings } from '../findings/loadFindings'
import { loadStudies } from '../studies/loadStudies'
import { studyIds } from '../studies/registry'
import { loadSuperusers } from '../superusers/loadSuperusers'
import { loadOverview } from './loadOverview'
import { loadThrough } from './loadThrough'
import { loadFarming } from '../farming/keptFarming'
import { loadLiquidations } from '../farming/loadLiquidations'
import { loadBlocs } from '../governance/loadBlocs'
import { loadMarket } from '../markets/loadMarket'
import { toHolderRow, toHolderRows } from './toHolderRow'

/** Which chart is asked for, and how it is to be looked at. */
export interface EditionQuestion {
  /** A slug, 'all' or 'account' */
  protocol: string
  /** As in 'lorenz', 'lorenz@21500000', 'providersTable-0x…@21500000' */
  name: string
  lens: LensId
  /** UTC days, both included; null for all there are */
  from: string | null
  to: string | null
  /** Ids of the rules by which addresses become one holder; absent or null for the usual ones */
  rules?: readonly string[] | null
  /** What money is told in; absent or null for the usual one */
  currency?: Currency | null
  /** Slugs of those that are compared; absent or null for the usual ones */
  protocols?: readonly string[] | null
  /** Id of the metric that is compared; absent or null for the usual one */
  metric?: string | null
}

/** A chart with everything that it is made from. */
export interface Edition extends ChartName {
  question: EditionQuestion
  /** With the labels that the snapshot was taken with */
  protocol: TrackedProtocol | null
  snapshot: SavedSnapshot | null
  loaded: Loaded
  /** The two days that it compares; null where it compares none */
  period: Period | null
  /**
   * Of a chart whose parts are kept, under which mark: that of its address, or the newest. `isThis` where what is kept there is what is shown here. Absent from charts that
   * the ledger tells again, and before anything was kept
   */
  kept?: { mark: KeptMark; isThis: boolean }
}

/** There is no such chart, or not like this. The message says what there is. */
export class NoEditionError extends Error {
  override name = 'NoEditionError'
  constructor(readonly status: 400 | 404, message: string) {
    super(message)
  }
}

/** What the queue and the ledgers are like at this moment: asked only for the charts that show it. */
export type LoadWork = () => Promise<Loaded['work']>

/** So many rows of a long list are shown; files have all of them. */
const rowsShown = 100

/**
 * Loads what a chart is made from, at its block or at the newest.
 *
 * @throws NoEditionError where there is no such protocol, chart, pool, block or lens
 */
export async function loadEdition(database: Database, question: EditionQuestion, loadWork: LoadWork): Promise<Edition> {
  const name = readChartName(question.protocol, question.name)
  if (!name) throw toNoChart(question)
  assertAnswerable(name, question)
  if (!name.chart.fixed && (name.block !== null || name.day !== null)) return loadKeptEdition(database, name, question)
  const edition = await loadNewestOrReplayed(database, name, question, loadWork)
  const kept = name.chart.fixed ? null : await findKept(database, edition)
  return kept ? { ...edition, kept } : edition
}

/** @throws NoEditionError for a question that is not one of the chart's */
function assertAnswerable({ chart, block, day }: ChartName, question: EditionQuestion): void {
  if (!chart.days && (question.from !== null || question.to !== null)) throw new NoEditionError(400, `"${chart.id}" shows one moment: leave out from and to.`)
  if (!chart.lenses && question.lens !== headlineLens) throw new NoEditionError(400, `"${chart.id}" is the same under every lens: leave out lens.`)
  if (chart.days && !toLens(question.lens).daily) throw new NoEditionError(400, `"${chart.id}" is kept day by day only under ${lenses.filter(({ daily }) => daily).map(({ id }) => id).join(', ')}: ask for one of these lenses.`)
  const mark = block ?? day
  if (mark !== null && !hasFixedAddress(chart)) throw new NoEditionError(404, `"${chart.id}" is kept under no block and no day: leave out @${mark}.`)
  if (question.rules && !takesRules(chart)) throw new NoEditionError(400, `"${chart.id}" is not made under rules of one's own: leave out rules.`)
  if (question.currency && !chart.currencies) throw new NoEditionError(400, `"${chart.id}" is not told in a currency: leave out currency.`)
  if (question.protocols && !chart.chooses?.includes('protocols')) throw new NoEditionError(400, `"${chart.id}" compares no protocols: leave out protocols.`)
  if (question.metric && !chart.chooses?.includes('metric')) throw new NoEditionError(400, `"${chart.id}" is not told by one metric that could be chosen: leave out metric.`)
}

async function loadNewestOrReplayed(database: Database, name: ChartName, question: EditionQuestion, loadWork: LoadWork): Promise<Edition> {
  const { chart, block } = name
  const rules = question.rules ?? null
  const empty = toEmptyLoaded(question.lens, rules)
  if (name.account) {
    const account = await loadAccount(database, name.account, chart.needs.includes('accountHistory'))
    if (!account) throw new NoEditionError(404, `${toChecksumAddress(name.account)} was never seen in a ledger that is kept here, and nobody says anything of it.`)
    return { ...name, question, protocol: null, snapshot: null, loaded: { ...empty, account }, period: null }
  }
  if (question.protocol === allProtocols) {
    const loaded: Loaded = {
      ...empty,
      overview: chart.needs.includes('overview') ? await loadOverview(database, question.lens) : [],
      comparison: chart.needs.includes('comparison') ? await loadComparison(database, question, chart.needs) : null,
      competition: chart.needs.includes('competition') ? await loadCompetition(database) : [],
      superusers: chart.needs.includes('superusers') ? await loadSuperusers(database) : null,
      findings: chart.needs.includes('findings') ? await loadFindings(database) : [],
      work: chart.needs.includes('work') ? await loadWork() : null,
    }
    return { ...name, question, protocol: null, snapshot: null, loaded, period: null }
  }
  const today = await loadProtocol(database, question.protocol)
  if (!today) throw new NoEditionError(404, `No protocol "${question.protocol.slice(0, 60)}" is followed here. /api/v1/protocols lists those that are.`)
  if (name.proposal) {
    const proposal = await loadWholeProposal(database, today, name.proposal)
    if (!proposal) throw new NoEditionError(404, `${today.slug} has no such proposal; /api/v1/protocols/${today.slug}/proposals lists those it has.`)
    const gain = chart.needs.includes('ownGain') ? [await loadOwnGain(database, today, { id: proposal.id, ...proposal.proposal }, proposal.votes)] : null
    return { ...name, question, protocol: today, snapshot: null, loaded: { ...empty, protocol: today, proposal, ownGain: gain }, period: null }
  }
  if (name.market) {
    const market = await loadMarket(database, today, name.market, chart.needs, question.currency ?? null)
    if (market === 'unknown') throw new NoEditionError(404, `${today.slug} trades in no pool ${name.market} that is followed here.`)
    return { ...name, question, protocol: today, snapshot: null, loaded: { ...empty, protocol: today, market }, period: null }
  }
  if (name.list) return loadListEdition(database, today, { ...name, list: name.list }, question, rowsShown)
  const { token, tokenId } = requireLedger(today, name.pool)
  const state = await loadStateAt(database, requireLedger(today, name.pool), block, rules)
  const snapshot = state?.snapshot ?? null
  // What is published of a block knows the labels of its time only, and nothing that others write later.
  const protocol = name.chart.fixed && state ? { ...today, labels: [...state.outlook.labels], wrappers: [...state.outlook.wrappers], evidence: state.outlook.evidence ?? [], ...(rules ? { rules } : {}), ...(block === null ? {} : { published: [] }) } : today
  const ledger = requireLedger(protocol, name.pool)
  if (!snapshot && block !== null) throw await noBlock(database, tokenId, block, token.symbol)
  const measurement = snapshot ? await loadMeasurement(database, ledger, snapshot, question.lens) : undefined
  const needs = new Set(chart.needs)
  const listed = snapshot !== null && needs.has('holders') && isAsKept(ledger.outlook, empty.lens) && (await findList(database, snapshot.id, question.lens)) !== null
  const described = needs.has('composition') || needs.has('band')
  const replayed = snapshot?.block && (described || (needs.has('holders') && !listed) || (needs.has('curve') && !measurement?.curve))
    ? await replayDistribution(database, ledger, snapshot.block.number, empty.lens)
    : null
  const curve = measurement?.curve ?? (replayed && needs.has('curve') ? toLorenzCurve(replayed) : null)
  const [reserves, holders, history, imports, compared, lookThrough, proposals, votes] = await Promise.all([
    snapshot && name.scope === 'pool' ? loadReserves(database, snapshot.id) : null,
    listed ? loadHolders(database, { snapshotId: snapshot.id, lens: question.lens, offset: 0, limit: rowsShown }) : null,
    needs.has('history') ? loadDays(database, ledger, snapshot, question, needs.has('composition')) : [],
    needs.has('imports') ? loadImports(database, tokenId) : [],
    needs.has('changes') ? loadChanges(database, protocol, empty.lens, question, snapshot) : null,
    needs.has('lookThrough') && snapshot ? loadThrough(database, ledger, snapshot) : null,
    needs.has('proposals') ? loadDecidedProposals(database, today) : [],
    needs.has('votes')
      ? loadVotingPower(database, protocol, snapshot?.measurements ?? [], empty.lens, { days: needs.has('votesDays') && question, indices: needs.has('powerIndices'), gathered: needs.has('gathered') })
      : null,
  ])
  const list = needs.has('delegateList') ? await loadDelegateList(database, protocol.slug) : null
  const days = needs.has('composition') ? await loadCompositionDays(database, ledger, history, empty.lens) : []
  const rows = holders ? holders.rows.map(toHolderRow) : replayed && needs.has('holders') ? toHolderRows(replayed, protocol.labels, rowsShown) : []
  const loaded: Loaded = {
    ...empty,
    protocol,
    composition: replayed && needs.has('composition') ? describeComposition(replayed, protocol.labels, days) : null,
    band: replayed && snapshot && needs.has('band') ? describeBand(replayed, snapshot.measurements, protocol.labels, empty.lens) : null,
    subject: snapshot && measurement ? { token, snapshot, measurement: { ...measurement, curve } } : null,
    reserves,
    holders: snapshot && needs.has('holders')
      ? { rows: await (await openHolderWays(database, ledger, snapshot, empty.lens))(rows), matched: holders?.matched ?? replayed?.count ?? 0 }
      : empty.holders,
    lookThrough,
    proposals,
    votes,
    delegateList: list && (await describeDelegateList(list, protocol.labels)),
    blocs: needs.has('blocs') ? await loadBlocs(database, protocol.slug) : empty.blocs,
    control: needs.has('control') ? await loadControlMap(database, protocol.slug) : null,
    ownGain: needs.has('ownGain') ? await loadOwnGains(database, today) : null,
    farming: needs.has('farming') ? await loadFarming(database, today) : null,
    liquidations: needs.has('liquidations') ? await loadLiquidations(database, protocol, snapshot?.block ?? null) : null,
    studies: await loadStudies(database, today.slug, studyIds.filter((id) => needs.has(id))),
    history,
    imports,
    changes: compared?.changes ?? null,
  }
  return { ...name, question, protocol, snapshot, loaded, period: compared?.period ?? null }
}

/** The ledger that a chart is about: that of the protocol's own, or the LP token of the pool that its address names. */
export function requireLedger(protocol: TrackedProtocol, pool: Address | null): Ledger {
  const ledger = toLedger(protocol, pool)
  if (!ledger) throw new NoEditionError(404, `${protocol.slug} has no pool with the LP token ${pool}; it has ${protocol.pools.map(({ lpToken }) => lpToken.address).join(', ') || 'none'}.`)
  return ledger
}

/** There is no chart of this name: says which there are. */
export function toNoChart({ protocol, name }: Pick<EditionQuestion, 'protocol' | 'name'>): NoEditionError {
  const here: readonly Scope[] = protocol === allProtocols ? ['all'] : protocol === oneAccount ? ['account'] : ['token', 'pool', 'market', 'proposal', 'list']
  const known = charts.filter(({ scopes }) => scopes.some((scope) => here.includes(scope)))
  const listed = known.map(({ id, scopes }) => (scopes.includes('account') ? `${id}-<address>` : scopes.includes('token') || scopes.includes('all') ? id : scopes.includes('proposal') ? `${id}-<proposal>` : scopes.includes('market') ? `${id}-<pool>` : `${id}-<LP token>`)).join(', ')
  return new NoEditionError(404, `There is no chart "${name.slice(0, 80)}" here. There are ${listed}${protocol === oneAccount ? '' : `; with @<${protocol === allProtocols ? 'day' : 'block'}> for a fixed one`}.`)
}

async function noBlock(database: Database, tokenId: number, block: number, symbol: string): Promise<NoEditionError> {
  const blocks = await loadEditionBlocks(database, tokenId)
  if (blocks.length === 0) return new NoEditionError(404, `No snapshot of ${symbol} is kept yet.`)
  const near = [...blocks].sort((a, b) => Math.abs(a.block - block) - Math.abs(b.block - block)).slice(0, 5).map((one) => `${one.block} (${one.day})`)
  const [newest, oldest] = [blocks[0]!, blocks.at(-1)!]
  return new NoEditionError(404, `No snapshot of ${symbol} is kept at block ${block}. The nearest are ${near.join(', ')}; there are ${blocks.length}, from ${oldest.block} to ${newest.block}.`)
}
