import type { Database } from '@/db/database'
import { loadEvents, loadEventsEnd } from '@/db/eventLogs'
import { loadAnswered, loadAnswers, toAnswerKey } from '@/db/wrapperAnswers'
import type { Log } from '../../chain/log'
import { toReason } from '../../chain/reason'
import { inChainOrder } from '../../domain/chainOrder'
import type { Address } from '../../domain/address'
import type { ContractOwnership } from '../../domain/contractOwnership'
import type { Claim } from '../../domain/distribution'
import type { SideOwners } from '../../domain/otherSide'
import type { Wrapper } from '../../domain/protocol'
import type { Gap } from '../../domain/snapshot'
import { toSource } from '../../sources/registry'
import type { SourceInput } from '../../sources/source'
import type { Ledger } from '../ledger'
import { openBalances, type BalancesAt } from './openBalances'
import { rememberOwnerships } from './rememberOwnerships'

/** To whom what wrappers hold belongs at a block, and what could not be read. */
export interface Ownerships {
  ownerships: readonly ContractOwnership[]
  gaps: readonly Gap[]
}

/** What a source is given of each wrapper at a block, without the wrapper's own answers and its other side. */
export type WrapperInput = Omit<SourceInput, 'answers' | 'otherSide'>

/** What everybody holds of the token itself, for whoever follows that already: it is not read once more. */
export type OwnBalances = Pick<BalancesAt, 'balanceOf'>

/** Who owns the twin of what an escrow holds at a block, and what could not be read of it; the same object as long as nothing changed. */
export type AskOtherSide = (wrapper: Wrapper, block: number, holds: (account: Address) => boolean) => Promise<{ owners: SideOwners | null; gaps: readonly Gap[] }>

/** Asks about one block after the other: going on is cheaper than going back. */
export interface OpenedOwnerships {
  inputsAt: (block: number) => Promise<{ inputs: readonly WrapperInput[]; gaps: readonly Gap[] }>
  at: (block: number, own?: OwnBalances) => Promise<Ownerships>
}

/**
 * To whom what a protocol's wrappers hold belongs, from what is kept in the database alone: their logs, the ledgers of their shares, and what they
 * answered where they were asked. A wrapper that cannot be told at a block is a gap, and what it holds stays unresolved.
 *
 * @param upTo the last block that will be asked about
 * @param askOtherSide of wrappers that have one; absent: they are looked at as if they had none
 */
export async function openWrappers(database: Database, { token, outlook, ledgers }: Pick<Ledger, 'token' | 'outlook' | 'ledgers'>, upTo: number, askOtherSide?: AskOtherSide): Promise<OpenedOwnerships> {
  const wrappers = await Promise.all(outlook.wrappers.map((wrapper) => openWrapper(database, token.chainId, wrapper, upTo)))
  const balancesAt = openBalances(database, ledgers)
  // When it is first needed: who opens it to ask the wrappers looks at what they said afterwards.
  let answered: ReturnType<typeof loadAnswered> | undefined

  async function inputsAt(block: number, own?: OwnBalances) {
    const shares = new Set(wrappers.flatMap(({ shares }) => shares))
    const needed = [...new Set([...shares, ...outlook.wrappers.flatMap(({ assets }) => assets)])].filter((asset) => !own || asset !== token.address || shares.has(asset))
    const found = new Map(await Promise.all(needed.map(async (asset) => [asset, await balancesAt(asset, block)] as const)))
    const balances = (asset: Address): readonly Claim[] => found.get(asset)?.list() ?? none
    const balanceOf = (asset: Address, account: Address) => (own && asset === token.address ? own : found.get(asset))?.balanceOf(account) ?? 0n
    const gaps: Gap[] = []
    const inputs: (WrapperInput & { tell: OpenWrapper['tell'] })[] = []
    for (const { wrapper, logs, end, shares, tell } of wrappers) {
      const missing = shares.find((address) => !found.get(address))
      if (end < block) gaps.push({ subject: `owners of what ${wrapper.address} holds`, reason: end < 0 ? 'its logs were not read yet' : `its logs are read up to block ${end}` })
      else if (missing) gaps.push({ subject: `owners of what ${wrapper.address} holds`, reason: `the ledger of ${missing} does not reach block ${block}` })
      else inputs.push({ wrapper, balances, balanceOf, logs: upToBlock(logs, block), tell })
    }
    return { inputs, gaps }
  }

  return {
    inputsAt,
    async at(block, own) {
      const { inputs, gaps } = await inputsAt(block, own)
      const said = await (answered ??= loadAnswered(database, token.chainId, outlook.wrappers, upTo))
      const unread = outlook.wrappers.filter((wrapper) => !inputs.some((input) => input.wrapper === wrapper))
      const known = await Promise.all(
        inputs.map(async ({ tell, ...input }) => {
          const { wrapper, balanceOf } = input
          if (wrapper.otherSide && askOtherSide && wrapper.assets.includes(token.address)) {
            const { owners, gaps } = await askOtherSide(wrapper, block, (account) => balanceOf(token.address, account) > 0n)
            return tell({ ...input, otherSide: owners }, { answers: null, gaps })
          }
          return tell(input, said.has(toAnswerKey(wrapper, block)) ? await loadAnswers(database, token.chainId, wrapper, block) : null)
        }),
      )
      return { ownerships: [...known.flatMap(({ ownerships }) => ownerships), ...unread.flatMap(toUnread)], gaps: [...gaps, ...known.flatMap(({ gaps }) => gaps)] }
    },
  }
}

/** One list for all tokens of which nothing is known: that it is the same says that nothing changed. */
const none: readonly Claim[] = []

/** A wrapper with all of its logs, and how its source tells its owners; where it cannot, that is a gap. */
interface OpenWrapper {
  wrapper: Wrapper
  logs: readonly Log[]
  /** The block that its logs reach */
  end: number
  /** Tokens whose ledgers its source needs */
  shares: readonly Address[]
  tell: (input: Omit<SourceInput, 'answers'>, kept: { answers: unknown; gaps: readonly Gap[] } | null) => Ownerships
}

/** Nobody is named: all of it stays unresolved. */
const toUnread = ({ address, assets, source }: Wrapper): ContractOwnership[] =>
  assets.map((asset) => ({ contract: address, asset, source, shares: null, claims: [], unresolved: [{ reason: 'unread', amount: 1n }] }))

async function openWrapper(database: Database, chainId: number, wrapper: Wrapper, upTo: number): Promise<OpenWrapper> {
  const source = toSource(wrapper.source)
  const filters = source.logs(wrapper).map((filter) => ({ chainId, ...filter }))
  const logs = (await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))).flat()
  if (filters.length > 1) logs.sort(inChainOrder)
  const ask = rememberOwnerships(source)
  return {
    wrapper,
    logs,
    end: filters.length === 0 ? Infinity : ((await loadEventsEnd(database, filters)) ?? -1),
    shares: source.ledgers(wrapper),
    tell: (input, kept) => {
      try {
        return { ownerships: ask({ ...input, answers: kept?.answers ?? null }), gaps: kept?.gaps ?? [] }
      } catch (error) {
        return { ownerships: toUnread(wrapper), gaps: [{ subject: `owners of what ${wrapper.address} holds`, reason: toReason(error) }] }
      }
    },
  }
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
