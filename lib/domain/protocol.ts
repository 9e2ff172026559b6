import { z } from 'zod'
import { addressSchema } from './address'
import { governanceSchema } from './governance'
import { labelSchema } from './label'
import { otherSideSchema } from './otherSide'
import { publishedFigureSchema } from './publishedFigure'
import type { Text } from './text'

const textSchema = z.object({ en: z.string().min(1), de: z.string().min(1) })

export const categories = {
  exchange: { en: 'exchange', de: 'Börse' },
  lending: { en: 'lending', de: 'Kredit' },
  staking: { en: 'staking', de: 'Staking' },
  insurance: { en: 'insurance', de: 'Versicherung' },
  derivatives: { en: 'derivatives', de: 'Derivate' },
  stablecoin: { en: 'stablecoin', de: 'Stablecoin' },
  infrastructure: { en: 'infrastructure', de: 'Infrastruktur' },
  compute: { en: 'compute', de: 'Rechenleistung' },
} as const satisfies Record<string, Text>
export type Category = keyof typeof categories

/** An ERC-20 token whose Transfer logs are kept as a ledger. A Uniswap v2 pair's LP token is one like any other. */
export const tokenSchema = z.object({
  chainId: z.int().positive(),
  address: addressSchema,
  symbol: z.string().min(1).max(32),
  name: z.string().min(1),
  /** EIP-20 says uint8: whatever the contract says is read. */
  decimals: z.int().min(0).max(255),
  /** The block in which the token was created, or an earlier one: no Transfer lies before it. */
  firstBlock: z.int().nonnegative(),
})
export type Token = z.infer<typeof tokenSchema>

/** A liquidity pool of the protocol's token whose LP token is a ledger of its own. */
export const poolSchema = z.object({
  kind: z.enum(['uniswapV2Pair']),
  lpToken: tokenSchema,
  /** Millionths of what a swap pays in, where its factory's pairs take another fee than Uniswap's 3000: PancakeSwap's 2500. Swaps are held against it */
  feePpm: z.int().min(0).max(1_000_000).optional(),
  /** URL or on-chain fact that says this is the protocol's pool. */
  source: z.string().min(1),
})
export type Pool = z.infer<typeof poolSchema>

/** What a contract keeps that takes in many tokens, each in a pool of its own with a number: a MasterChef. */
export const farmSchema = z.object({
  /**
   * Pools that are looked through, each by its number and the asset that it takes in. A number stands there once more behind it where its token was
   * exchanged for another, as SushiSwap's for its own: stakes went on in that one, as many of it.
   */
  pools: z.array(z.object({ id: z.int().nonnegative(), asset: addressSchema })).min(1),
  /** What the function is called that says what a pool owes an account, as in PancakeSwap's pendingCake */
  owed: z.string().regex(/^[a-zA-Z_]\w*$/).default('pendingSushi'),
})
export type Farm = z.infer<typeof farmSchema>

/** A contract that holds tokens for others, and the source by which Lorenz reads for whom. */
export const wrapperSchema = z.object({
  /** Id of a source in lib/sources */
  source: z.string().min(1),
  address: addressSchema,
  name: z.string().min(1),
  /** The block in which it was created, or an earlier one */
  firstBlock: z.int().nonnegative(),
  /** What it holds for others. A pair holds two. */
  assets: z.array(addressSchema).min(1),
  /** Where shares are an ERC-20 token: its ledger is kept like any other */
  shareToken: tokenSchema.optional(),
  /** Of a pair of Uniswap v2's kind, as of a pool */
  feePpm: z.int().min(0).max(1_000_000).optional(),
  /** Other contracts that its source asks, by the name that the source gives them, as in { positionManager } */
  contracts: z.record(z.string(), addressSchema).default({}),
  /** Of a MasterChef, its pools */
  farm: farmSchema.optional(),
  /** Of a bridge's escrow, its twin on another chain: whose owners stand in its place where that token is followed */
  otherSide: otherSideSchema.optional(),
  /** URL or on-chain fact that says so */
  fact: z.string().min(1),
})
export type Wrapper = z.infer<typeof wrapperSchema>

/** What counts as money on a protocol's chain: what its pools' tokens are priced in. */
export const moneySchema = z.object({
  wrappedEther: addressSchema.optional(),
  /** Tokens that are taken for a dollar each */
  dollars: z.array(addressSchema).default([]),
  /** Where wrapped ether is traded for one of them: what prices in dollars go through. Only its prices are kept */
  dollarPool: z
    .object({
      /** Id of a pool source in lib/sources/pools */
      source: z.string().min(1),
      address: addressSchema,
      name: z.string().min(1),
      firstBlock: z.int().nonnegative(),
      /** URL or on-chain fact that says so */
      fact: z.string().min(1),
    })
    .optional(),
})
export type Money = z.infer<typeof moneySchema>

function hasEachSideOnce(wrappers: readonly Wrapper[]): boolean {
  const sides = wrappers.flatMap(({ otherSide }) => (otherSide ? [`${otherSide.chainId}:${otherSide.token}`] : []))
  return new Set(sides).size === sides.length
}

export const protocolSchema = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by -'),
  name: z.string().min(1),
  category: z.enum(Object.keys(categories) as [Category, ...Category[]]),
  website: z.url(),
  /** True for the protocols of the demo chain: every page says so. */
  demo: z.boolean().default(false),
  token: tokenSchema,
  pools: z.array(poolSchema).default([]),
  labels: z.array(labelSchema).default([]),
  /** What is looked through. The pairs of `pools` need not be named again. */
  wrappers: z.array(wrapperSchema).refine(hasEachSideOnce, 'two escrows for one token on another chain: its owners would be counted twice').default([]),
  /** Who votes on what, and who has the keys. */
  governance: governanceSchema.prefault({}),
  money: moneySchema.prefault({}),
  /** What a reader must know before believing a figure, as in 'mints without a Transfer log'. */
  caveats: z.array(textSchema).default([]),
  /** What others published of its concentration. */
  published: z.array(publishedFigureSchema).default([]),
})
export type Protocol = z.infer<typeof protocolSchema>
/** What a protocol's file writes down: defaults may be left out. */
export type ProtocolInput = z.input<typeof protocolSchema>
