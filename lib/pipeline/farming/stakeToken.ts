import { z } from 'zod'
import type { Database } from '@/db/database'
import { toTokens, type TrackedProtocol } from '@/db/protocols'
import { loadNewestAnswers, saveAnswers } from '@/db/wrapperAnswers'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Token } from '../../domain/protocol'
import { readToken } from '../../sources/pools/readToken'

/** As people call what is staked, and by how many digits it is written shorter. */
export type StakeToken = Pick<Token, 'symbol' | 'decimals'>

const tokenSchema = z.object({ symbol: z.string(), decimals: z.number() })

const toName = (address: Address) => ({ source: 'stakeToken', address })

/**
 * What a staked or borrowed token is called, of which no ledger is kept: asked once and kept. Positions in a pool have no name: of what does not answer nothing is kept.
 *
 * @example await askStakeToken(work, usdc, 21_500_000)
 */
export async function askStakeToken({ protocol, reader, database }: { protocol: TrackedProtocol; reader: Pick<ChainReader, 'chainId' | 'readContracts'>; database: Database }, address: Address, block: number): Promise<void> {
  if (await loadStakeToken(database, protocol, address, block)) return
  const token = await readToken(address, reader, block).catch(() => null)
  if (token) await saveAnswers(database, reader.chainId, toName(address), block, { answers: { symbol: token.symbol, decimals: token.decimals }, gaps: [] })
}

/**
 * The same from what is kept: the protocol's own tokens, or answers up to a block.
 *
 * @returns null where it was not asked, or did not answer
 * @example await loadStakeToken(database, compound, usdc, 21_500_000) // { symbol: 'USDC', decimals: 6 }
 */
export async function loadStakeToken(database: Database, protocol: TrackedProtocol, address: Address, upTo: number): Promise<StakeToken | null> {
  const known = toTokens(protocol).find((token) => token.address === address)
  if (known) return { symbol: known.symbol, decimals: known.decimals }
  const kept = await loadNewestAnswers(database, protocol.token.chainId, toName(address), upTo)
  return kept && tokenSchema.parse(kept.answers)
}
