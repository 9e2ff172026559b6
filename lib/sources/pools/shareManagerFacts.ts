import { parseAbi } from 'viem'
import type { Log } from '../../chain/log'
import type { ChainReader } from '../../chain/reader'
import { addressSchema, zeroAddress, type Address } from '../../domain/address'
import { toTransfer } from '../erc20'
import { toPlace } from '../eventWords'

const abi = parseAbi(['function pool() view returns (address)', 'function totalSupply() view returns (uint256)', 'function decimals() view returns (uint8)'])

type Reader = Pick<ChainReader, 'readContracts'>

/**
 * Which of some contracts say of themselves that they manage liquidity in a pool and give out shares for it: they answer `pool()` with it, and
 * `totalSupply()` and `decimals()` as an ERC-20 does. Any other answer, or none, is no.
 *
 * @example await findShareManagers(reader, pool, [vault, safe], 21_500_000) // [vault]
 */
export async function findShareManagers(reader: Reader, pool: Address, contracts: readonly Address[], blockNumber: number): Promise<Address[]> {
  const names = ['pool', 'totalSupply', 'decimals'] as const
  const answers = await reader.readContracts(contracts.flatMap((address) => names.map((functionName) => ({ address, abi, functionName }))), blockNumber)
  return contracts.filter((_, place) => {
    const [named, supply, decimals] = answers.slice(names.length * place, names.length * (place + 1)).map((answer) => (answer.status === 'ok' ? answer.value : null))
    return addressSchema.safeParse(named).data === pool && typeof supply === 'bigint' && supply > 0n && typeof decimals === 'number'
  })
}

/**
 * How many shares a manager says that there are.
 *
 * @example await readTotalSupply(reader, vault, 21_500_000) // { status: 'ok', supply: 40n }
 */
export async function readTotalSupply(reader: Reader, manager: Address, blockNumber: number): Promise<{ status: 'ok'; supply: bigint } | { status: 'failed'; reason: string }> {
  const [answer] = await reader.readContracts([{ address: manager, abi, functionName: 'totalSupply' }], blockNumber)
  if (answer?.status === 'ok' && typeof answer.value === 'bigint') return { status: 'ok', supply: answer.value }
  return { status: 'failed', reason: answer?.status === 'failed' ? answer.reason : 'no answer' }
}

/**
 * Adds Transfers to what everybody has of a manager's shares.
 *
 * @returns why they cannot be what they should be, in words; null where they can
 * @example addTransferShares(new Map(), [transferOfNothingThatWasThere]) // '0xaa… passes on 5 shares more than it has, in log 3 of block 7 of 0x4041…'
 */
export function addTransferShares(balances: Map<Address, bigint>, logs: readonly Log[]): string | null {
  for (const log of logs) {
    const reading = toTransfer(log)
    if (reading.status === 'rejected') return `${toPlace(log)} is no Transfer of shares: ${reading.reason}`
    const { from, to, amount } = reading.transfer
    if (from !== zeroAddress) {
      const left = (balances.get(from) ?? 0n) - amount
      if (left < 0n) return `${from} passes on ${-left} shares more than it has, in ${toPlace(log)}`
      balances.set(from, left)
    }
    if (to !== zeroAddress) balances.set(to, (balances.get(to) ?? 0n) + amount)
  }
  return null
}
