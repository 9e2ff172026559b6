import { loadAnswers } from '@/db/wrapperAnswers'
import { loadBalancesAt, loadChangedBalances } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadEvents, loadEventsEnd } from '@/db/eventLogs'
import { loadCursor } from '@/db/ledger'
import type { Log } from '../../chain/log'
import { toReason } from '../../chain/reason'
import type { Address } from '../../domain/address'
import type { ContractOwnership } from '../../domain/contractOwnership'
import type { Claim } from '../../domain/distribution'
import type { Wrapper } from '../../domain/protocol'
import type { Gap } from '../../domain/snapshot'
import { toSource } from '../../sources/registry'
import type { SourceInput } from '../../sources/source'
import type { Ledger } from '../ledger'

/** To whom what wrappers hold belongs at a block, and what could not be read. */
export interface Ownerships {
  ownerships: readonly ContractOwnership[]
  gaps: readonly Gap[]
}

/** What a source is given of each wrapper at a block, without the wrapper's own answers. */
export type WrapperInput = Omit<SourceInput, 'answers'>

/** Asks about one block after the other: going on is cheaper than going back. */
export interface OpenedOwnerships {
  inputsAt: (block: number) => Promise<{ inputs: readonly WrapperInput[]; gaps: readonly Gap[] }>
  at: (block: number) => Promise<Ownerships>
}

/**
 * To whom what a protocol's wrappers hold belongs, from what is kept in the database alone: their logs, the ledgers of their shares, and what they
 * answered where they were asked. A wrapper that cannot be told at a block is a gap, and what it holds stays unresolved.
 *
 * @param upTo the last block that will be asked about
 */
export async function openOwnerships(database: Database, { token, outlook, ledgers }: Pick<Ledger, 'token' | 'outlook' | 'ledgers'>, upTo: number): Promise<OpenedOwnerships> {
  const wrappers = await Promise.all(outlook.wrappers.map((wrapper) => openWrapper(database, token.chainId, wrapper, upTo)))
  const balances = openBalances(database, ledgers)

  async function inputsAt(block: number) {
    const needed = new Set(outlook.wrappers.flatMap((wrapper) => [...wrapper.assets, ...toSource(wrapper.source).ledgers(wrapper)]))
    const lists = await balances(block, [...needed])
    const gaps: Gap[] = []
    const inputs: WrapperInput[] = []
    for (const { wrapper, logs, end } of wrappers) {
      const missing = [...toSource(wrapper.source).ledgers(wrapper)].find((address) => !lists.has(address))
      if (end < block) gaps.push({ subject: `owners of what ${wrapper.address} holds`, reason: end < 0 ? 'its logs were not read yet' : `its logs are read up to block ${end}` })
      else if (missing) gaps.push({ subject: `owners of what ${wrapper.address} holds`, reason: `the ledger of ${missing} does not reach block ${block}` })
      else inputs.push({ wrapper, balances: (address) => lists.get(address) ?? [], logs: upToBlock(logs, block) })
    }
    return { inputs, gaps }
  }

  return {
    inputsAt,
    async at(block) {
      const { inputs, gaps } = await inputsAt(block)
      const unread = outlook.wrappers.filter((wrapper) => !inputs.some((input) => input.wrapper === wrapper))
      const known = await Promise.all(inputs.map(async (input) => toKnown(input, await loadAnswers(database, token.chainId, input.wrapper, block))))
      return { ownerships: [...known.flatMap(({ ownerships }) => ownerships), ...unread.flatMap(toUnread)], gaps: [...gaps, ...known.flatMap(({ gaps }) => gaps)] }
    },
  }
}

/** What a source makes of its wrapper; where it cannot, that is a gap. */
function toKnown(input: WrapperInput, kept: { answers: unknown; gaps: readonly Gap[] } | null): Ownerships {
  const { wrapper } = input
  try {
    return { ownerships: toSource(wrapper.source).toOwnerships({ ...input, answers: kept?.answers ?? null }), gaps: kept?.gaps ?? [] }
  } catch (error) {
    return { ownerships: toUnread(wrapper), gaps: [{ subject: `owners of what ${wrapper.address} holds`, reason: toReason(error) }] }
  }
}

/** Nobody is named: all of it stays unresolved. */
const toUnread = ({ address, assets, source }: Wrapper): ContractOwnership[] =>
  assets.map((asset) => ({ contract: address, asset, source, shares: null, claims: [], unresolved: [{ reason: 'unread', amount: 1n }] }))

async function openWrapper(database: Database, chainId: number, wrapper: Wrapper, upTo: number): Promise<{ wrapper: Wrapper; logs: readonly Log[]; end: number }> {
  const filters = toSource(wrapper.source).logs(wrapper).map((filter) => ({ chainId, ...filter }))
  const logs = (await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))).flat()
  if (filters.length > 1) logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
  return { wrapper, logs, end: filters.length === 0 ? Infinity : ((await loadEventsEnd(database, filters)) ?? -1) }
}

function upToBlock(logs: readonly Log[], block: number): readonly Log[] {
  let [low, high] = [0, logs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (logs[middle]!.blockNumber <= block) low = middle + 1
    else high = middle
  }
  return low === logs.length ? logs : logs.slice(0, low)
}

/** Positive balances of tokens at one block after the other; a token whose ledger does not reach the block is left out. */
function openBalances(database: Database, ledgers: ReadonlyMap<Address, number>) {
  const held = new Map<Address, { block: number; balances: Map<Address, bigint>; list: readonly Claim[]; known: Map<number, Address>; end: number }>()
  return async (block: number, tokens: readonly Address[]): Promise<ReadonlyMap<Address, readonly Claim[]>> => {
    const lists = new Map<Address, readonly Claim[]>()
    for (const token of tokens) {
      const tokenId = ledgers.get(token)
      if (tokenId === undefined) continue
      let one = held.get(token)
      if (!one || one.block > block) {
        const end = (await loadCursor(database.db, tokenId))?.block.number ?? -1
        const balances = await loadBalancesAt(database, tokenId, block)
        one = { block, balances, list: toList(balances), known: new Map(), end }
        held.set(token, one)
      } else if (one.block < block) {
        const changed = await loadChangedBalances(database, tokenId, one.block, block, one.known)
        for (const [account, balance] of changed) one.balances.set(account, balance)
        if (changed.size > 0) one.list = toList(one.balances)
        one.block = block
      }
      if (one.end >= block) lists.set(token, one.list)
    }
    return lists
  }
}

const toList = (balances: ReadonlyMap<Address, bigint>): readonly Claim[] =>
  [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
