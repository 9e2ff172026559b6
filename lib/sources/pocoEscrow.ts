import type { Address } from '../domain/address'
import type { Wrapper } from '../domain/protocol'
import { PocoBook } from './delegatedStakes/pocoBook'
import { pocoEvents, poolTransfer } from './delegatedStakes/pocoEvents'
import { foldOn } from './foldOn'
import type { LogFilter, Source } from './source'
import { holdingOf } from './toOwnership'
import { toContract, toOnlyAsset } from './wrapperFacts'

const id = 'pocoEscrow'

/** The registry of workerpools, which says who schedules each. @example toRegistry(wrapper) // '0xe3c1…' */
export const toRegistry = (wrapper: Wrapper): Address => toContract(wrapper, id, 'workerpoolRegistry')

/** The logs that deposits and work follow from: of the proxy, and of the registry of workerpools. @example toPocoLogs(wrapper).map(({ address }) => address) // [proxy, registry] */
export const toPocoLogs = (wrapper: Wrapper): readonly LogFilter[] => [
  { address: wrapper.address, topics: Object.values(pocoEvents).map(({ topic }) => topic) },
  { address: toRegistry(wrapper), topics: [poolTransfer.topic] },
]

const bookOf = foldOn(
  (wrapper) => new PocoBook(wrapper.address, toRegistry(wrapper)),
  (book, logs) => {
    for (const log of logs) book.add(log)
  },
)

/**
 * iExec's accounts: its proxy holds the RLC of all who order, schedule and do work; the registry of workerpools stands in `contracts`. Only where
 * accounts are in a token: on iExec's own chain RLC is the chain's money and leaves no such logs. Pools of the registry before the fifth version are
 * not told.
 * https://github.com/iExecBlockchainComputing/PoCo/blob/v5.5.0/contracts/modules/delegates/IexecEscrowTokenDelegate.sol
 */
export const pocoEscrow: Source = {
  id,
  name: { en: 'Work escrow (iExec)', de: 'Arbeitstreuhand (iExec)' },
  description: {
    en: 'Deposits belong to those who made them, what is locked for orders and tasks included. Stakes that schedulers lost wait for those who do later tasks, and stay unresolved.',
    de: 'Einlagen gehören denen, die sie gemacht haben, auch was für Aufträge und Aufgaben gebunden ist. Einsätze, die Scheduler verloren haben, warten auf die Ausführenden späterer Aufgaben und bleiben ungeklärt.',
  },
  role: 'staking',
  ledgers: () => [],
  logs: toPocoLogs,
  toOwnerships(input) {
    const book = bookOf(input)
    const asset = toOnlyAsset(input.wrapper, id)
    const claims = book.claims()
    const beyond = claims.reduce((left, { amount }) => left - amount, holdingOf(input, asset) - book.kitty)
    const unresolved = ([{ reason: 'surplus', amount: beyond }, { reason: 'undistributed', amount: book.kitty }] as const).filter(({ amount }) => amount > 0n)
    return claims.length + unresolved.length === 0 ? [] : [{ contract: input.wrapper.address, asset, source: id, shares: null, claims, unresolved }]
  },
}
