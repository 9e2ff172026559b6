import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import { unresolvedReasons } from '@/lib/domain/contractOwnership'
import type { ShownSide } from '@/lib/domain/otherSide'
import type { Token, Wrapper } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import type { Flow, LookedThrough, Step, UnresolvedAmount } from '@/lib/ownership/lookThrough'
import { toAccountCell, toSourceCell } from './accountCells'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'
import { sideText } from './otherSideNote'

const words = {
  en: {
    from: 'From', to: 'To', contract: 'Contract', name: 'Name', reason: 'Reason', amount: 'Amount', share: 'Share of the supply',
    source: 'Read as', otherChain: 'Owners as of', fact: 'How this is known', missing: 'Could not be read', wallets: 'owners, in their own wallets', owners: 'owners', none: 'nothing',
    unresolved: 'For what contracts hold, no owner could be named',
    flows: 'Every flow of the look-through',
    wrappers: 'Contracts that are looked through',
  },
  de: {
    from: 'Von', to: 'An', contract: 'Contract', name: 'Name', reason: 'Grund', amount: 'Menge', share: 'Anteil an der Gesamtmenge',
    source: 'Gelesen als', otherChain: 'Eigentümer laut', fact: 'Woher das bekannt ist', missing: 'Nicht lesbar war', wallets: 'Eigentümer, in eigenen Wallets', owners: 'Eigentümer', none: 'nichts',
    unresolved: 'Wofür sich kein Eigentümer nennen ließ',
    flows: 'Alle Flüsse beim Durchschauen',
    wrappers: 'Contracts, durch die geschaut wird',
  },
} as const

/** A look-through without its list of owners. */
export type LookThroughSummary = Omit<LookedThrough, 'owners'>

/** How the contracts of a look-through are called, and how addresses are written. */
export interface ContractWords {
  nameOf: (contract: Address) => string
  /** A contract with what it holds there: it may hold the token, and what others give out for it */
  nameOfStep: (step: Step) => string
  displayAddress: (address: Address) => string
}

/** A contract that is looked through, as it is read, and how much of the token came through it. */
export interface WrapperRow {
  wrapper: Wrapper
  /** What its source is called */
  source: Text
  /** Of a bridge's escrow that is looked through: the block of the other chain whose owners stand in its place */
  side: ShownSide | null
  /** smallest units of the token, its own or in what it holds; what goes round in a circle is counted once */
  held: bigint
  /** Why something of it could not be read */
  gaps: readonly string[]
}

/**
 * The contracts that are looked through with what came through each, the largest first.
 *
 * @example toWrapperRows(wrappers, lookThrough, snapshot.gaps)[0]?.held // 12_400_000n
 */
export function toWrapperRows(
  wrappers: readonly { wrapper: Wrapper; source: Text; side: ShownSide | null }[], { flows }: Pick<LookThroughSummary, 'flows'>, gaps: readonly { subject: string; reason: string }[],
): WrapperRow[] {
  const held = new Map<Address, bigint>()
  for (const { to, amount } of flows) if (to.kind === 'contract') held.set(to.step.contract, (held.get(to.step.contract) ?? 0n) + amount)
  return wrappers
    .map(({ wrapper, source, side }): WrapperRow => ({
      wrapper,
      source,
      side,
      held: held.get(wrapper.address) ?? 0n,
      gaps: gaps.filter(({ subject }) => subject.toLowerCase().includes(wrapper.address)).map(({ reason }) => reason),
    }))
    .sort((a, b) => (a.held > b.held ? -1 : a.held < b.held ? 1 : a.wrapper.address < b.wrapper.address ? -1 : 1))
}

type Amounts = Pick<Token, 'symbol' | 'decimals'>

const amountCells = (amount: bigint, total: bigint, { decimals }: Amounts, locale: Locale): Cell[] => {
  const share = toRatio(amount, total)
  return [
    { value: toDecimalString(amount, decimals), text: exactAmount(amount, decimals, locale) },
    { value: share, text: formatNumber(share, 'share', locale) },
  ]
}

const amountColumns = ({ symbol }: Amounts, locale: Locale) => [
  { id: 'amount', label: `${words[locale].amount} (${symbol})`, numeric: true },
  { id: 'share', label: words[locale].share, numeric: true },
]

/**
 * Every flow of a look-through: from the token or a contract to a contract, to owners, or to where nobody is known.
 *
 * @example flowTable(lookThrough, token, contractWords, 'en').rows[0]?.map(({ text }) => text) // ['UNI', 'owners, in their own wallets', '600', '60.0%']
 */
export function flowTable({ flows, total }: Pick<LookThroughSummary, 'flows' | 'total'>, token: Amounts, { nameOfStep }: Pick<ContractWords, 'nameOfStep'>, locale: Locale): Table {
  const word = words[locale]
  const toText = ({ from, to }: Flow): string => {
    if (to.kind === 'contract') return nameOfStep(to.step)
    return to.kind === 'unresolved' ? unresolvedReasons[to.reason][locale] : from ? word.owners : word.wallets
  }
  return {
    caption: word.flows,
    columns: [{ id: 'from', label: word.from, numeric: false }, { id: 'to', label: word.to, numeric: false }, ...amountColumns(token, locale)],
    rows: flows.map((flow) => {
      const [from, to] = [flow.from ? nameOfStep(flow.from) : token.symbol, toText(flow)]
      return [{ value: from, text: from }, { value: to, text: to }, ...amountCells(flow.amount, total, token, locale)]
    }),
  }
}

/** What stays with contracts because nobody could be named, the largest first. */
export function unresolvedTable({ unresolved, total }: Pick<LookThroughSummary, 'unresolved' | 'total'>, token: Amounts, { nameOf, displayAddress }: Omit<ContractWords, 'nameOfStep'>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.unresolved,
    columns: [
      { id: 'name', label: word.name, numeric: false },
      { id: 'reason', label: word.reason, numeric: false },
      ...amountColumns(token, locale),
      { id: 'contract', label: word.contract, numeric: false },
    ],
    rows: unresolved.map(({ contract, reason, amount }: UnresolvedAmount) => [
      { value: nameOf(contract), text: nameOf(contract) },
      { value: reason, text: unresolvedReasons[reason][locale] },
      ...amountCells(amount, total, token, locale),
      toAccountCell(displayAddress(contract), locale),
    ]),
  }
}

/** Whether owners on another chain stand in its place. @example hasSide(row) // false */
export const hasSide = ({ side }: Pick<WrapperRow, 'side'>): boolean => side !== null

/** Which contracts are looked through, by which source, who says so, how much came through each, which block of another chain it rests on, and what could not be read. */
export function wrappersTable(rows: readonly WrapperRow[], total: bigint, token: Amounts, { displayAddress }: Pick<ContractWords, 'displayAddress'>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.wrappers,
    columns: [
      { id: 'name', label: word.name, numeric: false },
      { id: 'source', label: word.source, numeric: false },
      ...amountColumns(token, locale),
      ...(rows.some(hasSide) ? [{ id: 'otherChain', label: word.otherChain, numeric: false }] : []),
      { id: 'fact', label: word.fact, numeric: false },
      { id: 'missing', label: word.missing, numeric: false },
      { id: 'contract', label: word.contract, numeric: false },
    ],
    rows: rows.map(({ wrapper, source, side, held, gaps }) => [
      { value: wrapper.name, text: wrapper.name },
      { value: wrapper.source, text: source[locale] },
      ...amountCells(held, total, token, locale),
      ...(rows.some(hasSide) ? [{ value: side && `${side.chainId}:${side.block.number}`, text: side ? sideText(side, locale) : '–' }] : []),
      toSourceCell(wrapper.fact),
      gaps.length > 0 ? { value: gaps.join('; '), text: gaps.join('; ') } : { value: null, text: word.none },
      toAccountCell(displayAddress(wrapper.address), locale),
    ]),
  }
}

/**
 * What contracts are called: by their label, else as what they are looked through as, else by their address.
 *
 * @example toNames([{ address: vault, name: 'Vault', … }], [], shorten)(vault) // 'Vault'
 */
export function toNames(
  labels: readonly { address: Address; name: string }[], wrappers: readonly Pick<Wrapper, 'address' | 'name'>[], write: (address: Address) => string,
): (contract: Address) => string {
  const known = new Map([...wrappers, ...labels].map(({ address, name }) => [address, name]))
  return (contract) => known.get(contract) ?? write(contract)
}

/**
 * The same of a contract with what it holds, where that is not the token itself.
 *
 * @example toStepNames(nameOf, uni, [pair])({ contract: rewards, asset: pair.address, source: 'stakingRewards' }) // 'Liquidity rewards (UNI-V2)'
 */
export const toStepNames = (nameOf: (contract: Address) => string, token: Address, wrappers: readonly Pick<Wrapper, 'shareToken'>[]) => {
  const symbols = new Map(wrappers.flatMap(({ shareToken }) => (shareToken ? [[shareToken.address, shareToken.symbol] as const] : [])))
  return ({ contract, asset }: Step): string => (asset === token ? nameOf(contract) : `${nameOf(contract)} (${symbols.get(asset) ?? nameOf(asset)})`)
}
