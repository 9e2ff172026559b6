import { loadContentVersion } from '@/db/contentVersion'
import type { KeptMark } from '@/db/keptParts'
import { toLabelVersion } from '@/db/labelSets'
import { loadEdition, NoEditionError, type Edition, type EditionQuestion } from '@/lib/pipeline/editions/loadEdition'
import type { Locale } from '@/lib/domain/text'
import type { Citable } from '@/lib/publish/citation'
import { toProposalWord } from '@/lib/domain/proposalWord'
import { toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { toComparisonQuery } from '@/lib/views/comparison/chosenProtocols'
import { toLensQuery, toRulesQuery, type Query } from '@/lib/views/href'
import { toChartPath, type ChartPlace, type Form } from '@/lib/publish/chartName'
import { toIdentity } from '@/lib/pipeline/editions/toIdentity'
import { methodVersion, toContentHash, toRulesOf } from '@/lib/publish/identity'
import { toView } from '@/lib/publish/toView'
import type { View } from '@/lib/publish/view'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toDay } from '@/lib/chain/dayEnds'
import { sharedDatabase } from '../database'
import { loadWorkState } from '../workState'

/** A chart that is there to be shown: its view, what it is of, its fingerprint and its citation. */
export interface Publication {
  edition: Edition
  view: View
  contentHash: string
  citable: Citable
  /** Of the newest; with the block or day of the edition, for what is never to change, where it has one */
  place: ChartPlace
  fixedPlace: ChartPlace
  /** The newest that is fixed, where what is shown is newer than that; null where `fixedPlace` is it, and where nothing is fixed yet */
  lastFixed: { place: ChartPlace; day: string } | null
  /** Whether the address itself names the block or the day */
  fixed: boolean
  /** Query of the view: lens, rules, currency, days, language */
  query: string
}

/** So long one answer of the database serves all who ask for forms of the same chart, where nothing is saved meanwhile; in milliseconds. */
const fresh = 3_000

const loaded = new Map<string, { at: number; version: string; edition: Promise<Edition> }>()

async function loadShared(question: EditionQuestion): Promise<Edition> {
  const database = sharedDatabase()
  // Asked before the rest: what is loaded is never older than it says.
  const version = await loadContentVersion(database)
  const key = JSON.stringify(question)
  const known = loaded.get(key)
  if (known && known.version === version && Date.now() - known.at < fresh) return known.edition
  const asked = { at: Date.now(), version, edition: loadEdition(database, question, loadWorkState) }
  asked.edition.catch(() => loaded.get(key) === asked && loaded.delete(key))
  loaded.set(key, asked)
  // A pool's providers are many: they are not to lie in memory until somebody asks for something else.
  setTimeout(() => loaded.get(key) === asked && loaded.delete(key), fresh).unref()
  return asked.edition
}

const made = new WeakMap<Edition, Map<Locale, { view: View; contentHash: string }>>()

/** The view of an edition and its fingerprint, made once for all who ask for forms of it. */
function toShown(edition: Edition, locale: Locale): { view: View; contentHash: string } {
  const { chart, loaded: parts, question } = edition
  const all = made.get(edition) ?? new Map<Locale, { view: View; contentHash: string }>()
  made.set(edition, all)
  const known = all.get(locale)
  if (known) return known
  const view = toView(chart, parts, locale)
  if (!view) throw new NoEditionError(404, `There is nothing to show as "${chart.id}" of ${question.protocol} yet: no snapshot has what it needs.`)
  const shown = { view, contentHash: toContentHash(view, toIdentity(edition)) }
  all.set(locale, shown)
  return shown
}

const toMarkedPlace = (place: ChartPlace, { block, day }: KeptMark): ChartPlace => ({ ...place, block: block?.number ?? null, day: block ? null : day })

const everyProtocol = { en: 'all protocols', de: 'alle Protokolle' } as const

/**
 * Loads a chart and makes its view.
 *
 * @throws NoEditionError where there is no such chart, or nothing to show yet
 */
export async function loadPublication(asked: EditionQuestion, locale: Locale, origin: URL): Promise<Publication> {
  const edition = await loadShared(asked)
  const { chart, pool, market, account, proposal, list, snapshot, protocol, period, question } = edition
  const { view, contentHash } = toShown(edition, locale)
  const { block } = toIdentity(edition)
  const place: ChartPlace = { protocol: question.protocol, id: chart.id, pool, market, account, proposal: proposal && toProposalWord(proposal), list }
  const { kept } = edition
  const fixedPlace: ChartPlace = kept?.isThis ? toMarkedPlace(place, kept.mark) : { ...place, block: block?.number ?? null }
  const query = toViewQuery(question, locale)
  return {
    edition, view, contentHash, place, fixedPlace, query,
    fixed: edition.block !== null || edition.day !== null,
    lastFixed: kept && !kept.isThis ? { place: toMarkedPlace(place, kept.mark), day: kept.mark.day } : null,
    citable: {
      title: view.title,
      of: protocol?.name ?? (account ? toChecksumAddress(account) : everyProtocol[locale]),
      block,
      day: period?.to ?? (kept?.isThis ? kept.mark.day : undefined) ?? snapshot?.day ?? toDay(edition.loaded.market?.reading.block.timestamp ?? Math.floor(Date.now() / 1000)),
      lens: question.lens,
      ...toRulesOf(question),
      labelVersion: protocol && toLabelVersion(protocol),
      methodVersion,
      contentHash,
      address: new URL(toChartPath(fixedPlace) + toViewQuery({ ...question, ...period }, locale), origin).href,
    },
  }
}

/** How a chart is looked at. */
type LookedAt = Pick<EditionQuestion, 'lens' | 'from' | 'to' | 'rules' | 'currency' | 'protocols' | 'metric'>

/** The same as links to its page carry it, whose language stands in the path. */
export const toPageQuery = ({ lens, rules, currency = null, protocols, metric, from, to }: LookedAt): Query => ({
  ...toLensQuery(lens), ...toRulesQuery(rules), currency, ...toComparisonQuery({ protocols, metric }), from, to,
})

/** The query that an address needs to show the same view; defaults are left out. */
export function toViewQuery(question: LookedAt, locale: Locale, more: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries({ ...toPageQuery(question), lang: locale === 'en' ? null : locale, ...more }).filter(([, value]) => value !== null)
  return pairs.length > 0 ? `?${new URLSearchParams(pairs as [string, string][])}` : ''
}

/** The name under which a form is saved: protocol, chart, lens, day and block. */
export function toFileName({ place: { proposal }, edition: { chart, snapshot, question, pool, market, account, list, period, kept } }: Publication, form: Form): string {
  const parts = [question.protocol, chart.id, pool ?? market ?? account ?? proposal?.slice(0, 150) ?? list, toLensQuery(question.lens).lens, toRulesWord(question.rules)?.replaceAll(',', '+'), question.protocols?.join('+'), question.metric, ...(period ? [period.from, period.to] : kept?.isThis ? [kept.mark.day, kept.mark.block && `b${kept.mark.block.number}`] : [snapshot?.day, snapshot?.block && `b${snapshot.block.number}`])]
  return `${parts.filter(Boolean).join('-')}.${form}`
}
