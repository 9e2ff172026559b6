import { z } from 'zod'
import { addressSchema, type Address } from '../../../domain/address'
import { accountSchema, amountSchema, toFinding, toQuestion, toRecogniser } from '../recogniser'

/** Factories whose pairs are known for what they are: `${chainId} ${address}`. From the address books of Uniswap and SushiSwap. */
const knownFactories: Readonly<Record<string, string>> = {
  '1 0x5c69bee701ef814a2b6a3edd4b1652cb9cc5aa6f': 'Uniswap v2 pair',
  '1 0xc0aee478e3658e2610c5f7a4a2e1777ce9e4f2ac': 'SushiSwap pair',
}

const getPair = toQuestion('getPair(address,address) view returns (address)')

/** A Uniswap v2 pair or a copy of one, which its own factory confirms: anyone can answer token0() and token1(). */
export const uniswapV2Pair = toRecogniser({
  id: 'uniswapV2Pair',
  asks: [
    'token0() view returns (address)',
    'token1() view returns (address)',
    'factory() view returns (address)',
    'getReserves() view returns (uint112, uint112, uint32)',
  ],
  answers: z.tuple([accountSchema, accountSchema, accountSchema, z.tuple([amountSchema, amountSchema, z.number()])]),
  examine: ([token0, token1, factory], address, chainId) => ({
    confirmations: [{ ...getPair, address: factory, args: [token0, token1] }],
    conclude([pair]) {
      if (!isAddress(pair, address) || factory === address || token0 === token1) return null
      const known = knownFactories[`${chainId} ${factory}`]
      return toFinding({
        role: 'pool',
        evidence: known ? 'known' : 'confirmed',
        name: known ?? 'pair of the Uniswap v2 kind',
        said: `token0() = ${token0}, token1() = ${token1}, and its factory ${factory} answers getPair with it`,
        family: 'uniswapV2Pair',
        assets: [token0, token1],
      })
    },
  }),
})

/** Whether an answer is just this address. */
export const isAddress = (answer: unknown, address: Address): boolean => addressSchema.safeParse(answer).data === address
