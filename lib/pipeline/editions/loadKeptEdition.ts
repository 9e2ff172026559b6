import type { Database } from '@/db/database'
import { loadVotesOf, findProposal } from '@/db/decidedProposals'
import { loadKeptMarks, loadKeptPart, type KeptMark } from '@/db/keptParts'
import { loadOutlook, toLabelVersion } from '@/db/labelSets'
import { loadProtocol, type TrackedProtocol } from '@/db/protocols'
import { lenses, toLens } from '@/lib/ownership/lenses'
import type { Loaded } from '@/lib/publish/view'
import type { ChartName } from '@/lib/publish/chartName'
import { allProtocols } from '@/lib/publish/charts'
import { toKeptName, toKeptParts, toKeptUnder, type KeptPart, type KeptValue } from '@/lib/publish/keptParts'
import { askOnce } from '../askOnce'
import { loadOwnGain } from '../governance/loadOwnGain'
import { loadMeasurement, loadStateAt } from '../replay'
import { toEmptyLoaded } from './emptyLoaded'
import { readKeptText } from './keptText'
import { loadComparison } from './loadComparison'
import { loadDays } from './loadDays'
import { NoEditionError, requireLedger, type Edition, type EditionQuestion } from './loadEdition'

const toNames = ({ chart, market }: Pick<ChartName, 'chart' | 'market'>, { lens }: Pick<EditionQuestion, 'lens'>) => toKeptParts(chart.needs).map((part) => toKeptName(part, { lens, market }))

/**
 * Loads what a chart was made from that no ledger tells again, as it was kept under the block or the day of its address.
 *
 * @throws NoEditionError where nothing was kept there, or not looked at like this
 */
export async function loadKeptEdition(database: Database, name: ChartName, question: EditionQuestion): Promise<Edition> {
  const { mark, value } = await loadValue(database, name, question)
  const empty = toEmptyLoaded(question.lens)
  const { published, ...loaded } = value
  const edition = { ...name, question, snapshot: null, period: null, kept: { mark, isThis: true } }
  if (question.protocol === allProtocols) {
    const comparison = name.chart.needs.includes('comparison') ? await loadComparison(database, question, name.chart.needs, toBlocks(value)) : null
    return { ...edition, protocol: null, loaded: comparison ? { ...empty, comparison } : { ...empty, ...loaded } }
  }
  const today = await requireProtocol(database, question.protocol)
  const outlook = (mark.labelVersion && (await loadOutlook(database, today.tokenId, mark.labelVersion))) || today
  const protocol: TrackedProtocol = { ...today, labels: [...outlook.labels], wrappers: [...outlook.wrappers], evidence: outlook.evidence ?? [], published: [...(published ?? [])] }
  const whole = name.proposal ? await toProposal(database, protocol, name, mark, loaded) : {}
  const state = name.chart.needs.includes('history') ? await toState(database, protocol, mark, question) : null
  return { ...edition, protocol, snapshot: state?.snapshot ?? null, loaded: cut({ ...empty, protocol, ...loaded, ...state?.loaded, ...whole }, question) }
}

/** The block of each protocol's snapshot, as the overview of the day has it. */
const toBlocks = ({ overview = [] }: KeptValue): ReadonlyMap<string, number | null> => new Map(overview.map(({ protocol, snapshot }) => [protocol.slug, snapshot?.block?.number ?? null]))

async function requireProtocol(database: Database, slug: string): Promise<TrackedProtocol> {
  const protocol = await loadProtocol(database, slug)
  if (!protocol) throw new NoEditionError(404, `No protocol "${slug.slice(0, 60)}" is followed here. /api/v1/protocols lists those that are.`)
  return protocol
}

/** All kept parts of a chart together. They never change, so that what was read once serves all who ask for its forms. */
async function loadValue(database: Database, name: ChartName, question: EditionQuestion): Promise<{ mark: KeptMark; value: KeptValue }> {
  const word = String(name.block ?? name.day)
  const kept = await Promise.all(toNames(name, question).map((part) => askOnce('keptParts', `${question.protocol}:${part}:${word}`, async () => {
    const found = await loadKeptPart(database, question.protocol, part, word)
    return found && { mark: found.mark, value: readKeptText(found.text) as KeptValue }
  })))
  const [first] = kept
  if (!first || kept.some((one) => one === null)) throw await noMark(database, name, question, word)
  return { mark: first.mark, value: Object.assign({}, ...kept.map((one) => one?.value)) as KeptValue }
}

async function noMark(database: Database, name: ChartName, question: EditionQuestion, word: string): Promise<NoEditionError> {
  const marks = await loadKeptMarks(database, question.protocol, toNames(name, question)[0]!)
  if (marks.length === 0 && name.chart.lenses && !toLens(question.lens).daily) return new NoEditionError(400, `"${name.chart.id}" is kept under ${lenses.filter(({ daily }) => daily).map(({ id }) => id).join(', ')}: ask for one of these lenses.`)
  const distance = (mark: KeptMark) => (mark.block && name.block !== null ? Math.abs(mark.block.number - name.block) : Math.abs(Date.parse(mark.day) - Date.parse(name.day ?? mark.day)))
  const near = [...marks].sort((a, b) => distance(a) - distance(b)).slice(0, 5).map((mark) => (mark.block ? `${mark.block.number} (${mark.day})` : mark.day))
  return new NoEditionError(404, `"${name.chart.id}" of ${question.protocol} is not kept at ${word}${near.length > 0 ? `. The nearest are ${near.join(', ')}` : ': nothing of it is kept yet'}.`)
}

/** Days of history, and the snapshot with which they end, as the ledger tells them. */
async function toState(database: Database, protocol: TrackedProtocol, { block }: KeptMark, question: EditionQuestion): Promise<{ snapshot: Edition['snapshot']; loaded: Partial<Loaded> } | null> {
  const ledger = requireLedger(protocol, null)
  const state = block && (await loadStateAt(database, ledger, block.number))
  if (!state) return null
  const seen = { ...ledger, outlook: state.outlook }
  const measurement = await loadMeasurement(database, seen, state.snapshot, question.lens)
  const history = await loadDays(database, seen, state.snapshot, question, false)
  return { snapshot: state.snapshot, loaded: { history, subject: measurement ? { token: protocol.token, snapshot: state.snapshot, measurement } : null } }
}

/** A proposal as it stood, with the votes that had been cast by then. */
async function toProposal(database: Database, protocol: TrackedProtocol, { proposal: wanted, chart }: ChartName, { block }: KeptMark, { proposals = [], ownGain }: KeptValue): Promise<Partial<Loaded>> {
  const is = ({ origin, place, key }: NonNullable<ChartName['proposal']>) => origin === wanted!.origin && place === wanted!.place && key === wanted!.key
  const [then, found] = [proposals.find(({ proposal }) => is(proposal)), await findProposal(database, protocol.slug, wanted!)]
  if (!then || !found) throw new NoEditionError(404, `${protocol.slug} had no such proposal at block ${block?.number}.`)
  const votes = (await loadVotesOf(database, found.id)).filter(({ timestamp }) => timestamp <= (block?.timestamp ?? timestamp))
  const proposal = { ...found.proposal, ...then.proposal }
  // Off the chain nothing is called, so that nothing can have changed.
  const gain = chart.needs.includes('ownGain') ? (ownGain?.find((one) => is(one.proposal)) ?? await loadOwnGain(database, protocol, { id: found.id, ...proposal }, votes)) : null
  return { proposals: [], proposal: { ...then, id: found.id, proposal, votes }, ownGain: gain && [gain] }
}

/** What was asked for of what is kept: its money, its days. */
export function cut(loaded: Loaded, { currency, from, to }: EditionQuestion): Loaded {
  const { market, votes } = loaded
  return {
    ...loaded,
    market: market && { ...market, currency: currency ?? market.currency },
    votes: votes && { ...votes, days: votes.days.filter(({ day }) => (from === null || day >= from) && (to === null || day <= to)) },
  }
}

/** The block of a part's own reading; null for parts that are kept once a day. */
function toReadingBlock(part: KeptPart, { studies, control, farming, market }: Loaded): number | null {
  if (toKeptUnder(part) !== 'reading') return null
  return part === 'control' ? (control?.block.number ?? null) : part === 'farming' ? (farming?.block.number ?? null) : part === 'market' ? (market?.reading.block.number ?? null) : (Object.values(studies)[0]?.block ?? null)
}

/**
 * The newest mark under which a chart is kept, and whether it is what is shown of the newest: a reading is kept as it is; what is kept once a day may have gone
 * on since.
 *
 * @returns null before anything was kept, and for charts of which nothing is
 */
export async function findKept(database: Database, { chart, market, question, protocol, loaded }: Edition): Promise<Edition['kept'] | null> {
  const [part] = toKeptParts(chart.needs)
  if (!part) return null
  const [mark] = await loadKeptMarks(database, question.protocol, toKeptName(part, { lens: question.lens, market }), 1)
  if (!mark) return null
  return { mark, isThis: toReadingBlock(part, loaded) === mark.block?.number && protocol !== null && mark.labelVersion === toLabelVersion(protocol) }
}
