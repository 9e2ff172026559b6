import type { AccountRole, Label } from '@/lib/domain/label'
import type { Address } from '@/lib/domain/address'
import type { Controlled, Governance, Governor } from '@/lib/domain/governance'
import type { Wrapper } from '@/lib/domain/protocol'
import { storyEnd } from './calendar'
import type { Cast } from './cast'
import type { Character } from './characters'
import type { Dollars } from './dollars'
import { openRandom, type Random } from './random'
import type { Contract, StoryChain } from './storyChain'
import type { Characters } from './turns'

/** The contracts of the two Uniswaps, shared by all protocols of the story. */
export interface ExchangeContracts {
  weth: Contract
  v2Factory: Contract
  v2Router: Contract
  v3Factory: Contract
  v3Router: Contract
  v3Positions: Contract
}

/** Everything that the parts of the story share. */
export interface World {
  chain: StoryChain
  cast: Cast
  seed: string
  exchanges: ExchangeContracts
  dollars: Dollars
  characters: Characters
}

/** One protocol of the story as it grows. */
export interface StoryProtocol {
  character: Character
  token: Contract
  /** The block in which the token was created. */
  tokenBlock: number
  /** The v2 pair against WETH, and the block in which it was created. */
  pair: Contract
  pairBlock: number
  /** token is the pair's token0 */
  tokenIsFirst: boolean
  /** Synthetix' StakingRewards over the LP token */
  rewards: Contract
  /** Who may say for how long rewards are paid */
  rewardsOwner: Address
  labels: Label[]
  /** Contracts that hold its token, or its pair's LP token, for others */
  wrappers: Wrapper[]
  /** Who votes on what, and contracts whose keys are looked for */
  governance: Governance
  /** What someone who leaves must do before selling: each step acts and says true, or has nothing to do. */
  exits: ((account: Address) => boolean)[]
}

/** What somebody does on a day of the story. */
export type Habit = (today: number) => void | Promise<void>

/** The random numbers of one part of a protocol's story. */
export const randomFor = (world: World, protocol: StoryProtocol, part: string): Random => openRandom(world.seed, `${protocol.character.slug}/${part}`)

/** A label as the story gives it: it knows, because it deployed the contract. */
export function storyLabel(address: Address, role: AccountRole | null, name: string, kind: Label['kind'] = 'contract'): Label {
  return { address, kind, role, name, source: kind === 'person' ? 'a character of the demo story' : 'deployed by the demo story', asOf: storyEnd }
}

/** A contract of the story in which proposals are voted on; `firstBlock` is the one in which it is created, or an earlier one. */
export const storyGovernor = (source: string, address: Address, name: string, firstBlock: number): Governor => ({ source, address, name, firstBlock, fact: 'deployed by the demo story' })

/** A contract of the story whose keys are looked for. */
export const storyControlled = (address: Address, name: string): Controlled => ({ address, name, fact: 'deployed by the demo story' })

/** For what must be mined by some time: it always is. */
export const noDeadline = 2n ** 40n

/** Whole tokens, or ether, in smallest units; to six decimals. */
export const units = (whole: number): bigint => BigInt(Math.round(whole * 1e6)) * 10n ** 12n

/** A share of an amount; the share is taken to the millionth. */
export const shareOf = (amount: bigint, share: number): bigint => (amount * BigInt(Math.round(share * 1e6))) / 1_000_000n
