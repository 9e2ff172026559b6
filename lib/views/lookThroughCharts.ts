import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { exactAmount } from './exactAmount'
import { toFlowDiagram } from './flowDiagram'
import { formatNumber } from './format'
import type { ContractWords, LookThroughSummary } from './lookThroughTables'

const words = {
  en: {
    flow: (name: string) => `Where ${name} lies, and whose it is`,
    through: (share: string, contracts: string) => `${share} of the supply lies in contracts that hold it for others (${contracts}).`,
    direct: 'None of the supply lies in a contract that is looked through: every address is its own owner.',
    lost: (share: string) => ` For ${share} no owner could be named.`,
    all: ' All of it could be handed on to its owners.',
    contracts: (count: number) => (count === 1 ? 'one contract' : `${count} contracts`),
    share: 'Share of the supply',
    depth: (name: string) => `How deep ${name} is wrapped`,
    deepest: (mean: string, deep: string, layers: number) => `Between a token and its owner lie ${mean} contracts on average; ${deep} of the supply lies behind ${layers === 1 ? 'one contract' : `${layers} contracts`}, the most there are.`,
    layers: 'Contracts in between',
    none: 'none: in the owner’s own wallet',
    unresolved: 'of it without a known owner',
    amount: 'Amount',
    owned: 'owned',
    lostAmount: 'without a known owner',
  },
  de: {
    flow: (name: string) => `Wo ${name} liegt und wem es gehört`,
    through: (share: string, contracts: string) => `${share} der Gesamtmenge liegen in Contracts, die sie für andere halten (${contracts}).`,
    direct: 'Nichts liegt in einem Contract, durch den geschaut wird: Jede Adresse ist ihr eigener Eigentümer.',
    lost: (share: string) => ` Für ${share} ließ sich kein Eigentümer nennen.`,
    all: ' Alles davon ließ sich Eigentümern zuordnen.',
    contracts: (count: number) => (count === 1 ? 'ein Contract' : `${count} Contracts`),
    share: 'Anteil an der Gesamtmenge',
    depth: (name: string) => `Wie tief ${name} verschachtelt ist`,
    deepest: (mean: string, deep: string, layers: number) => `Zwischen einem Token und seinem Eigentümer liegen im Mittel ${mean} Contracts; ${deep} der Gesamtmenge liegen hinter ${layers === 1 ? 'einem Contract' : `${layers} Contracts`}, mehr sind es nirgends.`,
    layers: 'Contracts dazwischen',
    none: 'keiner: in der eigenen Wallet',
    unresolved: 'davon ohne bekannten Eigentümer',
    amount: 'Menge',
    owned: 'mit Eigentümer',
    lostAmount: 'ohne bekannten Eigentümer',
  },
} as const

/**
 * The look-through as a flow chart: the token, the contracts it lies in, and whose it is.
 *
 * @param notes what it rests on: it is the same under every lens
 * @example lookThroughFlow(lookThrough, 'UNI', { nameOfStep }, notes, 'en').sentence
 * // '31.2% of the supply lies in contracts that hold it for others (7 contracts). For 1.1% no owner could be named.'
 */
export function lookThroughFlow(lookThrough: LookThroughSummary, name: string, { nameOfStep }: Pick<ContractWords, 'nameOfStep'>, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const { flows, total, unresolved } = lookThrough
  const share = (amount: bigint) => formatNumber(toRatio(amount, total), 'share', locale)
  const sum = (amounts: readonly { amount: bigint }[]) => amounts.reduce((all, { amount }) => all + amount, 0n)
  const through = sum(flows.filter(({ from, to }) => from === null && to.kind === 'contract'))
  const contracts = new Set(flows.flatMap(({ to }) => (to.kind === 'contract' ? [to.step.contract] : []))).size
  const lost = sum(unresolved)
  return {
    id: 'lookThroughFlow',
    title: word.flow(name),
    sentence: through === 0n ? word.direct : word.through(share(through), word.contracts(contracts)) + (lost > 0n ? word.lost(share(lost)) : word.all),
    x: { label: '', scale: 'linear', format: 'count' },
    y: { label: word.share, scale: 'linear', format: 'share' },
    series: [],
    flow: toFlowDiagram(flows, total, { token: name, nameOf: nameOfStep }, locale),
    notes,
    locale,
  }
}

/**
 * How much of the supply lies behind how many contracts (wrapping complexity, Nadler & Schär 2020).
 *
 * @example wrappingDepth(lookThrough, 'UNI', notes, 'en').series[0]?.points // [{ x: 0, y: 0.69 }, { x: 1, y: 0.28 }, { x: 2, y: 0.03 }]
 */
export function wrappingDepth({ byDepth, meanDepth, total }: LookThroughSummary, name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const deepest = byDepth.at(-1)
  const share = (amount: bigint) => toRatio(amount, total)
  const lost = byDepth.some(({ unresolved }) => unresolved > 0n)
  return {
    id: 'wrappingDepth',
    title: word.depth(name),
    sentence: !deepest || deepest.depth === 0 || meanDepth === null ? word.direct
      : word.deepest(formatNumber(meanDepth, 'ratio', locale), formatNumber(share(deepest.owned + deepest.unresolved), 'share', locale), deepest.depth),
    x: { label: word.layers, scale: 'category', format: 'count', categories: byDepth.map(({ depth }) => (depth === 0 ? word.none : word.contracts(depth))) },
    y: { label: word.share, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      { id: 'share', label: word.share, shape: 'bar', emphasis: 'main', points: byDepth.map(({ owned, unresolved }, x) => ({ x, y: share(owned + unresolved) })) },
      ...(lost ? [{ id: 'unresolved', label: word.unresolved, shape: 'bar', emphasis: 'second', points: byDepth.map(({ unresolved }, x) => ({ x, y: share(unresolved) })) } as const] : []),
    ],
    notes,
    locale,
  }
}

/**
 * The same with exact amounts.
 *
 * @example wrappingTable(lookThrough, token, 'en').rows[0]?.map(({ text }) => text) // ['none: in the owner’s own wallet', '69', '0', '69.0%']
 */
export function wrappingTable({ byDepth, total }: LookThroughSummary, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const cell = (amount: bigint) => ({ value: toDecimalString(amount, token.decimals), text: exactAmount(amount, token.decimals, locale) })
  return {
    caption: word.depth(token.symbol),
    columns: [
      { id: 'depth', label: word.layers, numeric: false },
      { id: 'owned', label: `${word.amount} (${token.symbol}), ${word.owned}`, numeric: true },
      { id: 'unresolved', label: `${word.amount} (${token.symbol}), ${word.lostAmount}`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
    ],
    rows: byDepth.map(({ depth, owned, unresolved }) => {
      const share = toRatio(owned + unresolved, total)
      return [{ value: depth, text: depth === 0 ? word.none : word.contracts(depth) }, cell(owned), cell(unresolved), { value: share, text: formatNumber(share, 'share', locale) }]
    }),
  }
}
