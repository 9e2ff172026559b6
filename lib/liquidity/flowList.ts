import type { TokenPair } from '../domain/pool'
import type { Address } from '../domain/address'
import type { FlowKind, ProviderFlow } from '../domain/provider'

/** Flows of providers as they are found: block after block, within one in any order. */
export interface FlowList {
  beginBlock(number: number): void
  tell(account: Address, logIndex: number, kind: FlowKind, amounts: TokenPair, basis: TokenPair, passive?: true): void
  /** Of no fees nothing is told. */
  payFees(account: Address, logIndex: number, fees: TokenPair, passive?: true): void
  /** Puts the block's flows in the order of the logs that they follow from */
  endBlock(): void
  /** What came since the last call */
  take(): ProviderFlow[]
  /** All fees that were ever paid out */
  feesPaid(): TokenPair
}

/**
 * An empty list.
 *
 * @example const flows = openFlowList(); flows.beginBlock(7); flows.payFees('0xaa…', 3, [1n, 0n]); flows.endBlock(); flows.take().length // 1
 */
export function openFlowList(): FlowList {
  let flows: ProviderFlow[] = []
  let inBlock: ProviderFlow[] = []
  let blockNumber = 0
  let [paid0, paid1] = [0n, 0n]
  const tell: FlowList['tell'] = (account, logIndex, kind, amounts, basis, passive) =>
    void inBlock.push({ account, blockNumber, logIndex, kind, amounts, basis, ...(passive ? { passive } : {}) })
  return {
    beginBlock: (number) => void (blockNumber = number),
    tell,
    payFees: (account, logIndex, fees, passive) => {
      if (fees[0] === 0n && fees[1] === 0n) return
      tell(account, logIndex, 'fees', fees, [0n, 0n], passive)
      ;[paid0, paid1] = [paid0 + fees[0], paid1 + fees[1]]
    },
    endBlock: () => {
      // Most blocks have none: nothing happened in them but swaps.
      if (inBlock.length === 0) return
      flows.push(...inBlock.sort((one, other) => one.logIndex - other.logIndex))
      inBlock = []
    },
    take: () => {
      const taken = flows
      flows = []
      return taken
    },
    feesPaid: () => [paid0, paid1],
  }
}
