import { sha256, stringToHex } from 'viem'
import { z } from 'zod'
import { loadContentVersion, markProtocolChanged } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadNewestAnswers, saveAnswers } from '@/db/wrapperAnswers'
import type { LoadedFarming } from '@/lib/publish/loadedFarming'
import { addressSchema } from '../../domain/address'
import { signedAmountSchema as amount } from '../../domain/amountSchema'
import { askOnce } from '../askOnce'
import { makeFarming, type MadeFarming } from './makeFarming'
import { toOwnPrograms } from './ownPrograms'

/** Rewards as they are kept, and what they were made with. */
export interface KeptFarming {
  farming: LoadedFarming
  recipe: string
}

const uses = z.object({ sold: amount, worked: amount, given: amount, kept: amount })
const decile = z.object({
  decile: z.number(), stakers: z.number(), peak: amount, stakeSeconds: amount, rewards: amount, gasWei: amount.nullable(), gasInRewards: amount.nullable(), beforeGas: z.number().nullable(), afterGas: z.number().nullable(),
})
const program = z.object({
  wrapper: z.object({ address: addressSchema, name: z.string() }),
  isDebt: z.boolean(),
  began: z.boolean(),
  window: z.object({ from: z.number(), to: z.number() }).nullable(),
  paid: z.object({ all: amount, first: z.number(), last: z.number() }).nullable(),
  owed: z.object({ block: z.number(), timestamp: z.number(), all: amount, byDecile: z.array(amount) }).nullable(),
  stake: z.object({ symbol: z.string(), decimals: z.number() }).nullable(),
  worth: z.object({ rewards: amount, stake: amount }).nullable(),
  stakers: z.number(),
  farming: z.discriminatedUnion('status', [z.object({ status: z.literal('ok'), deciles: z.array(decile) }), z.object({ status: z.literal('undefined'), reason: z.literal('fewStakers') })]),
  months: z.array(z.object({ month: z.string(), timestamp: z.number(), rewards: amount, ranked: amount, toLargest: amount, byStake: amount })),
  used: uses,
  usedByDecile: z.array(uses),
  tooSoon: amount,
})
const farmingSchema: z.ZodType<LoadedFarming> = z.object({
  block: z.object({ number: z.number(), timestamp: z.number() }),
  programs: z.array(program),
  others: z.number(),
  compounding: z.object({ fromRewards: amount, held: amount }).nullable(),
  gaps: z.array(z.object({ subject: z.string(), reason: z.string() })),
})
const keptSchema: z.ZodType<KeptFarming> = z.object({ recipe: z.string(), farming: farmingSchema })

/** They stand among what wrappers answered, under the token. */
const toName = ({ token: { address } }: Pick<TrackedProtocol, 'token'>) => ({ source: 'farming', address })

/**
 * Which programmes rewards are made of: kept ones that were made of others are stale.
 *
 * @returns 16 hexadecimal digits
 * @example toFarmingRecipe(aave) // '5f0c…'
 */
export const toFarmingRecipe = (protocol: Pick<TrackedProtocol, 'wrappers' | 'token'>): string =>
  sha256(stringToHex(JSON.stringify(toOwnPrograms(protocol).places.map(({ source: { id }, wrapper: { address, name, contracts, farm } }) => [id, address, name, Object.entries(contracts).sort(), ...(farm ? [farm] : [])])))).slice(2, 18)

/** Keeps rewards, without who staked. */
export async function saveFarming(database: Database, protocol: TrackedProtocol, { farming, recipe }: { farming: MadeFarming; recipe: string }): Promise<void> {
  const plain = { recipe, farming: { ...farming, programs: farming.programs.map(({ each: _, ...reading }) => reading) } }
  const answers: unknown = JSON.parse(JSON.stringify(plain, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
  await database.db.transaction(async (db) => {
    await saveAnswers({ db }, protocol.token.chainId, toName(protocol), farming.block.number, { answers, gaps: [] })
    await markProtocolChanged(db, protocol.slug)
  })
}

/** The newest that are kept up to a block; null where none are, or they were kept in another form. */
export async function loadKeptFarming(database: Database, protocol: TrackedProtocol, upTo: number): Promise<KeptFarming | null> {
  const row = await loadNewestAnswers(database, protocol.token.chainId, toName(protocol), upTo)
  return row && (keptSchema.safeParse(row.answers).data ?? null)
}

/**
 * Rewards that a protocol's contracts paid in its own token, as they are kept; made anew, once for each state of the database, where none are or they were made of other
 * programmes.
 *
 * @returns null where no contract is known that pays it, or nothing was read yet
 */
export async function loadFarming(database: Database, protocol: TrackedProtocol): Promise<LoadedFarming | null> {
  const block = toOwnPrograms(protocol).places.length === 0 ? null : await loadSettledBlock(database.db, protocol.tokenId)
  if (!block) return null
  return askOnce('farming', `${await loadContentVersion(database)}:${protocol.slug}:${block.number}`, async () => {
    const kept = await loadKeptFarming(database, protocol, block.number)
    return kept?.recipe === toFarmingRecipe(protocol) ? kept.farming : makeFarming(database, protocol)
  })
}
