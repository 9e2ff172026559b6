import { hexToString, parseAbi, type Abi } from 'viem'
import { z } from 'zod'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { PoolToken } from '../../domain/pool'

const tokenAbi = parseAbi(['function symbol() view returns (string)', 'function decimals() view returns (uint8)'])
// As MKR and other early tokens have it.
const bytesAbi = parseAbi(['function symbol() view returns (bytes32)'])

type Reader = Pick<ChainReader, 'readContracts'>

/**
 * What a token that a pool trades says of itself. Its symbol may be text or 32 bytes; of a long one the beginning is taken.
 *
 * @throws Error that says what could not be read
 * @example await readToken('0x9f8f72aa9304c8b593d555f12ef6589cc3a579a2', reader, 21_500_000) // { address: '0x9f8f…', symbol: 'MKR', decimals: 18 }
 */
export async function readToken(address: Address, reader: Reader, blockNumber: number): Promise<PoolToken> {
  const [decimals] = await readEach(reader, blockNumber, [[address, tokenAbi, 'decimals']])
  const asked = [tokenAbi, bytesAbi].map((abi) => ({ address, abi, functionName: 'symbol' }))
  const [text, bytes] = await reader.readContracts(asked, blockNumber)
  if (text?.status !== 'ok' && bytes?.status !== 'ok') throw new Error(`symbol() of ${address} at block ${blockNumber} could not be read: ${text?.reason ?? 'no answer'}`)
  const symbol = text?.status === 'ok' ? z.string().parse(text.value) : hexToString(z.string().parse(bytes?.status === 'ok' ? bytes.value : '') as `0x${string}`, { size: 32 })
  // No database takes a zero character, and half of a letter is no text.
  return { address, symbol: symbol.slice(0, 64).replace(/\0|\p{Surrogate}/gu, ''), decimals: z.int().parse(decimals) }
}

/**
 * Asks for what has no arguments.
 *
 * @returns answers in the order of the calls
 * @throws Error that says what could not be read of which contract
 * @example await readEach(reader, 7, [[pair, pairAbi, 'token0']]) // ['0x1F98…']
 */
export async function readEach(reader: Reader, blockNumber: number, calls: readonly (readonly [Address, Abi, string])[]): Promise<unknown[]> {
  const answers = await reader.readContracts(calls.map(([address, abi, functionName]) => ({ address, abi, functionName })), blockNumber)
  return calls.map(([address, , functionName], place) => {
    const answer = answers[place]
    if (answer?.status === 'ok') return answer.value
    throw new Error(`${functionName}() of ${address} at block ${blockNumber} could not be read: ${answer?.reason ?? 'no answer'}`)
  })
}
