import type { Address } from '@/lib/domain/address'
import { readListWord } from '@/lib/domain/listWord'
import { readProposalWord, toProposalWord, type ProposalName } from '@/lib/domain/proposalWord'
import type { Protocol } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import { allProtocols, charts, findChart, oneAccount } from './charts'
import type { Chart, Scope } from './view'

/** The forms that a chart's address answers in. */
export const forms = ['svg', 'png', 'csv', 'json', 'metadata.json', 'csv-metadata.json', 'zip'] as const
export type Form = (typeof forms)[number]

/** Which chart of what, and at which block or day: what the last part of an address says. */
export interface ChartName {
  chart: Chart
  scope: Scope
  /** The LP token, for charts of a pool */
  pool: Address | null
  /** The pool itself, for charts of it as a place of trade */
  market: Address | null
  /** For charts of an account */
  account: Address | null
  /** For charts of a proposal */
  proposal: ProposalName | null
  /** The word of an imported list, for charts of it */
  list: string | null
  /** null is the newest */
  block: number | null
  /** The UTC day that fixes what is of several protocols, which may share no chain; null is the newest */
  day: string | null
}

const pattern = /^([A-Za-z][A-Za-z0-9-]{0,60}?)(?:-(0x[0-9a-fA-F]{40}))?$/
const marked = /^(.*?)(?:@(?:(\d{1,12})|(\d{4}-\d{2}-\d{2})))?$/
const nothingNamed = { pool: null, market: null, account: null, proposal: null, list: null } as const

/**
 * Reads the last part of an address, without its suffix.
 *
 * @param protocol the part before it: a slug, 'all' or 'account'
 * @returns null where there is no such chart
 * @example readChartName('uniswap', 'lorenz@21500000')?.block // 21500000
 */
export function readChartName(protocol: string, name: string): ChartName | null {
  const [, word = '', written, day = null] = marked.exec(name) ?? []
  const block = written === undefined ? null : Number(written)
  const isOfOne = protocol !== allProtocols && protocol !== oneAccount
  if (isOfOne ? day !== null : block !== null) return null
  const found = isOfOne ? (readOfProposal(word) ?? readOfList(word) ?? readOfAddress(protocol, word)) : readOfAddress(protocol, word)
  return found && !(found.list && block !== null) ? { ...found, block, day } : null
}

type Unmarked = Omit<ChartName, 'block' | 'day'>

/** A chart of an address has it behind its id; one of a token, or of all protocols, has nothing there. */
function readOfAddress(protocol: string, word: string): Unmarked | null {
  const [, id, written] = pattern.exec(word) ?? []
  if (!id) return null
  const scope = protocol === allProtocols ? 'all' : protocol === oneAccount ? 'account' : !written ? 'token' : findChart(id, 'market') ? 'market' : 'pool'
  const chart = findChart(id, scope)
  if (!chart || (scope === 'all' && written) || (scope === 'account' && !written)) return null
  const address = written ? (written.toLowerCase() as Address) : null
  return { chart, scope, ...nothingNamed, pool: scope === 'pool' ? address : null, market: scope === 'market' ? address : null, account: scope === 'account' ? address : null }
}

/** A chart of a proposal has the proposal's word behind its id. */
function readOfProposal(word: string): Unmarked | null {
  const chart = charts.find(({ id, scopes }) => scopes.includes('proposal') && word.startsWith(`${id}-`))
  const proposal = chart && readProposalWord(word.slice(chart.id.length + 1))
  return chart && proposal ? { chart, scope: 'proposal', ...nothingNamed, proposal } : null
}

/** So has a chart of an imported list the list's. */
function readOfList(word: string): Unmarked | null {
  const chart = charts.find(({ id, scopes }) => scopes.includes('list') && word.startsWith(`${id}-imported-`))
  const list = chart && word.slice(chart.id.length + 1)
  return chart && list && readListWord(list) ? { chart, scope: 'list', ...nothingNamed, list } : null
}

/**
 * Splits the suffix off the last part of an address.
 *
 * @example splitForm('lorenz@21500000.metadata.json') // { name: 'lorenz@21500000', form: 'metadata.json' }
 */
export function splitForm(segment: string): { name: string; form: Form | null } {
  const form = forms.filter((known) => segment.endsWith(`.${known}`)).sort((a, b) => b.length - a.length)[0] ?? null
  return form === null ? { name: segment, form } : { name: segment.slice(0, -form.length - 1), form }
}

/** What an address is made of. */
export interface ChartPlace {
  /** A slug, 'all' or 'account' */
  protocol: string
  id: string
  pool?: string | null
  market?: string | null
  account?: string | null
  /** Its word */
  proposal?: string | null
  /** Its word */
  list?: string | null
  block?: number | null
  /** In place of a block, of what is of several protocols */
  day?: string | null
}

/**
 * The path of a chart, for pages without a language.
 *
 * @param root '/embed' for embeds
 * @example toChartPath({ protocol: 'uniswap', id: 'lorenz', block: 21500000 }, 'svg') // '/charts/uniswap/lorenz@21500000.svg'
 */
export function toChartPath({ protocol, id, pool = null, market = null, account = null, proposal = null, list = null, block = null, day = null }: ChartPlace, form: Form | null = null, root = '/charts'): string {
  const of = pool ?? market ?? account ?? proposal ?? list
  const mark = block ?? day
  return `${root}/${protocol}/${id}${of === null ? '' : `-${of}`}${mark === null ? '' : `@${mark}`}${form === null ? '' : `.${form}`}`
}

/** An imported list, and whether it is whole. */
export interface ListPlace {
  protocol: string
  word: string
  population: Snapshot['population']
}

/** The charts that there are of an imported list. @example toListCharts('truncated').some(({ id }) => id === 'lorenz') // false */
export const toListCharts = (population: Snapshot['population'], all: readonly Chart[] = charts): readonly Chart[] =>
  all.filter(({ scopes, needs }) => scopes.includes('list') && (population === 'complete' || !needs.includes('curve')))

/**
 * Where every chart of the product stands: those of all protocols together, of each token and of each pool; and of accounts, of proposals, of
 * pools as places of trade and of imported lists, where some are asked for. A list that was cut off has no curve.
 *
 * @example toChartPlaces([uniswap]).map((place) => toChartPath(place)).includes('/charts/uniswap/lorenz') // true
 */
export function toChartPlaces(protocols: readonly Pick<Protocol, 'slug' | 'pools'>[], accounts: readonly Address[] = [], proposals: readonly (ProposalName & { protocol: string })[] = [], markets: readonly { protocol: string; address: Address }[] = [], lists: readonly ListPlace[] = []): ChartPlace[] {
  const idsOf = (scope: Scope) => charts.filter(({ scopes }) => scopes.includes(scope)).map(({ id }) => id)
  return [
    ...idsOf('all').map((id) => ({ protocol: allProtocols, id })),
    ...protocols.flatMap(({ slug, pools }) => [
      ...idsOf('token').map((id) => ({ protocol: slug, id })),
      ...pools.flatMap(({ lpToken }) => idsOf('pool').map((id) => ({ protocol: slug, id, pool: lpToken.address }))),
    ]),
    ...proposals.flatMap((proposal) => idsOf('proposal').map((id) => ({ protocol: proposal.protocol, id, proposal: toProposalWord(proposal) }))),
    ...markets.flatMap(({ protocol, address }) => idsOf('market').map((id) => ({ protocol, id, market: address }))),
    ...lists.flatMap(({ protocol, word, population }) => toListCharts(population).map(({ id }) => ({ protocol, id, list: word }))),
    ...accounts.flatMap((account) => idsOf('account').map((id) => ({ protocol: oneAccount, id, account }))),
  ]
}
