import { loadAccountCodes, saveAccountCodes } from '@/db/accountCodes'
import type { Database } from '@/db/database'
import { isOtherSide } from '@/db/otherSides'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'
import { largestFirst } from '../../domain/order'
import type { Token } from '../../domain/protocol'
import { isContractCode } from '../../sources/recognise/recognise'

/** So many of the largest owners are asked whether they are contracts. */
const mostAsked = 2_000

/**
 * Asks the largest owners of a token on the other side of a bridge whether contracts stand at their addresses, each once: it is what their being the
 * same on both chains hangs on. Of a token that is nobody's other side nobody is asked. One that does not answer is asked with the next snapshot.
 *
 * @param owners after contracts were looked through
 */
export async function askOtherSide({ token, owners, reader, database, blockNumber }: {
  token: Token
  owners: readonly Claim[]
  reader: Pick<ChainReader, 'readCodes'>
  database: Database
  blockNumber: number
}): Promise<void> {
  if (!(await isOtherSide(database, token))) return
  const largest = [...owners].sort(largestFirst).slice(0, mostAsked).map(({ account }) => account)
  const known = await loadAccountCodes(database, token.chainId, largest)
  const open = largest.filter((account) => !known.has(account))
  if (open.length === 0) return
  const codes = await reader.readCodes(open, blockNumber)
  const found = new Map(open.flatMap((account, place): [Address, boolean][] => {
    const code = codes[place]!
    return code.status === 'ok' ? [[account, isContractCode(code.bytes)]] : []
  }))
  await saveAccountCodes(database, token.chainId, blockNumber, found)
}
