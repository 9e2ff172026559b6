import { keccak256, toBytes } from 'viem'
import type { Address } from '@/lib/domain/address'

/** The story's people. Their addresses are hashes of their names, so nobody has their keys. */
export interface Cast {
  /** 1,000 people who get the airdrops */
  people: readonly Address[]
  /** People who are not there at first and buy when prices fall */
  newcomers: readonly Address[]
  /** Rich accounts; the first two are at home in all three protocols */
  whales: readonly Address[]
  traders: readonly Address[]
  liquidityProviders: readonly Address[]
  /** Founders and funds: the first holders, who vote before anyone else has tokens */
  investors: readonly Address[]
  team: readonly Address[]
  safeOwners: readonly Address[]
  /** One account of a trading venue for everybody's deposits */
  exchange: Address
  /** Pays demo-lend's users */
  usageReserve: Address
  /** Of the stories of Demo Compute's governance: a firm that votes for its own contract, who campaigns against it, and three firms in its pool */
  hostingFirm: Address
  campaigner: Address
  poolFirms: readonly Address[]
  /** Of Demo Compute's network: who rents out computers from the first day on, and who pays for what they do */
  operators: readonly Address[]
  customer: Address
  deployer: Address
  /** Issues dollars, and keeps their price in ether */
  dollarIssuer: Address
  dollarMaker: Address
  /** Each with a contract of its own that provides to a v3 pool without NFTs: one for a single swap, one to stay */
  justInTime: Address
  directProvider: Address
  /** Who swaps so much at once that somebody provides for that swap alone */
  largeTrader: Address
  /** Gets a position and LP shares of others */
  heir: Address
  /** Of Demo Lend's market: who opened it, who lends dollars, who borrows them against COMP, and who liquidates */
  lendKeeper: Address
  lenders: readonly Address[]
  borrowers: readonly Address[]
  liquidator: Address
}

/**
 * Names everybody in the story.
 *
 * @param people how many get the airdrops: 1,000 in the whole story
 * @example toCast('lorenz', 1000).people.length // 1000
 */
export function toCast(seed: string, people: number): Cast {
  const one = (name: string): Address => `0x${keccak256(toBytes(`${seed}/${name}`)).slice(-40)}`
  const many = (name: string, count: number) => Array.from({ length: count }, (_, index) => one(`${name} ${index}`))
  return {
    people: many('person', people),
    newcomers: many('newcomer', Math.ceil(people * 0.3)),
    whales: many('whale', 14),
    traders: many('trader', 40),
    liquidityProviders: many('liquidity provider', 12),
    investors: many('investor', 12),
    team: many('team member', 6),
    safeOwners: many('safe owner', 5),
    exchange: one('exchange'),
    usageReserve: one('usage reserve'),
    hostingFirm: one('hosting firm'),
    campaigner: one('campaigner'),
    poolFirms: many('pool firm', 3),
    operators: many('operator', 12),
    customer: one('customer'),
    deployer: one('deployer'),
    dollarIssuer: one('dollar issuer'),
    dollarMaker: one('dollar maker'),
    justInTime: one('just-in-time provider'),
    directProvider: one('direct provider'),
    largeTrader: one('large trader'),
    heir: one('heir'),
    lendKeeper: one('lend keeper'),
    lenders: many('lender', 5),
    borrowers: many('borrower', 16),
    liquidator: one('liquidator'),
  }
}
