import { parseAbi } from 'viem'
import { z } from 'zod'
import { addressSchema, zeroAddress, type Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import type { Wrapper } from '../domain/protocol'
import { mintedAsFee } from '../liquidity/mintedAsFee'
import { readAll, amountSchema } from './answers'
import type { Source } from './source'
import { holdingOf } from './toOwnership'

const pairAbi = parseAbi([
  'function token0() view returns (address)',
  'function getReserves() view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast)',
  'function totalSupply() view returns (uint256)',
  'function kLast() view returns (uint256)',
  'function factory() view returns (address)',
])
const factoryAbi = parseAbi(['function feeTo() view returns (address)'])

/** What the pair's own books say, token0's reserve first. */
const answersSchema = z.object({
  token0: addressSchema,
  reserves: z.tuple([amountSchema, amountSchema]),
  totalSupply: amountSchema,
  /** Product of the reserves when the protocol's fee was last taken; null where nobody takes one */
  kLast: amountSchema.nullable(),
})

const spokenSchema = z.tuple([addressSchema, z.tuple([z.bigint(), z.bigint(), z.number()]), z.bigint(), z.bigint(), addressSchema])

/**
 * A Uniswap v2 pair, and its copies: what it holds of both tokens belongs to the holders of its LP token, pro rata. Nobody has the liquidity
 * locked at the zero address, the LP tokens that the pair itself holds (whoever calls `burn` next takes them), and what it holds above its
 * reserves (whoever calls `skim` takes it). Where a fee goes to the protocol, its LP tokens are minted with the next deposit or
 * withdrawal: what is due until then is the protocol's.
 */
export const uniswapV2Pair: Source = {
  id: 'uniswapV2Pair',
  name: { en: 'Uniswap v2 pair', de: 'Uniswap-v2-Pair' },
  description: {
    en: 'Hands both reserves on to the holders of the LP token, pro rata. The first 1,000 units, locked for ever, and what lies above the reserves belong to nobody.',
    de: 'Reicht beide Reserven anteilig an die Halter des LP-Tokens weiter. Die ersten 1.000 Einheiten, für immer gesperrt, und was über den Reserven liegt, gehören niemandem.',
  },
  role: 'pool',
  ledgers: (wrapper) => [toShares(wrapper)],
  logs: () => [],

  async read({ wrapper: { address } }, reader, blockNumber) {
    const subject = `books of the pair ${address}`
    const call = (functionName: string) => ({ address, abi: pairAbi, functionName })
    const names = ['token0', 'getReserves', 'totalSupply', 'kLast', 'factory']
    const said = await readAll(reader, names.map(call), blockNumber, subject)
    if ('gap' in said) return { answers: null, gaps: [said.gap] }
    const [token0, [reserve0, reserve1], totalSupply, kLast, factory] = spokenSchema.parse(said.values)
    const fee = await readAll(reader, [{ address: factory, abi: factoryAbi, functionName: 'feeTo' }], blockNumber, subject)
    if ('gap' in fee) return { answers: null, gaps: [fee.gap] }
    const takesFee = addressSchema.parse(fee.values[0]) !== zeroAddress && kLast > 0n
    const answers: z.input<typeof answersSchema> = {
      token0,
      reserves: [String(reserve0), String(reserve1)],
      totalSupply: String(totalSupply),
      kLast: takesFee ? String(kLast) : null,
    }
    return { answers, gaps: [] }
  },

  toOwnerships(input) {
    const { wrapper, balances, answers } = input
    const books = answersSchema.nullable().parse(answers ?? null)
    const shares = toShares(wrapper)
    const holders = balances(shares)
    const held = holders.reduce((sum, { amount }) => sum + amount, 0n)
    const heldBy = (account: Address) => input.balanceOf(shares, account)
    // An LP token sent to the zero address looks burned in the logs; the pair goes on counting it.
    const sentToNobody = books ? positive(books.totalSupply - held) : 0n
    const due = books?.kLast ? mintedAsFee({ reserves: books.reserves, kLast: books.kLast, totalSupply: held + sentToNobody }) : 0n
    const total = held + sentToNobody + due
    const owners = holders.filter(({ account }) => account !== zeroAddress && account !== wrapper.address)
    if (total === 0n) return []
    return wrapper.assets.map((asset): ContractOwnership => {
      const balance = holdingOf(input, asset)
      const booked = books ? books.reserves[asset === books.token0 ? 0 : 1] : balance
      // Weighted by the reserve on one side and by all LP tokens on the other, proportions are exact. Where it holds nothing, by LP tokens alone.
      const weight = balance > 0n ? booked : 1n
      const unresolved = [
        { reason: 'locked', amount: (heldBy(zeroAddress) + sentToNobody) * weight },
        { reason: 'protocolFees', amount: due * weight },
        { reason: 'surplus', amount: heldBy(wrapper.address) * weight + total * positive(balance - booked) },
      ] as const
      return {
        contract: wrapper.address,
        asset,
        source: 'uniswapV2Pair',
        shares,
        claims: owners.map(({ account, amount }) => ({ account, amount: amount * weight })),
        unresolved: unresolved.filter(({ amount }) => amount > 0n),
      }
    })
  },
}

const toShares = (wrapper: Wrapper) => wrapper.shareToken?.address ?? wrapper.address
const positive = (amount: bigint) => (amount > 0n ? amount : 0n)
