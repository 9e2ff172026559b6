import type { Database } from '@/db/database'
import { loadAnswers, saveAnswers } from '@/db/wrapperAnswers'
import type { ChainReader } from '../../chain/reader'
import { toReason } from '../../chain/reason'
import { toSource } from '../../sources/registry'
import type { OpenedOwnerships } from './openWrappers'

/**
 * Asks each wrapper at a block what only it can tell, and keeps it: from then on the block's look-through needs no chain. One that was asked
 * before is not asked again; one that fails is a gap.
 *
 * @param opened not yet asked whose anything is: what is kept here counts from then on
 */
export async function readAnswers(options: { opened: OpenedOwnerships; reader: ChainReader; database: Database; blockNumber: number }): Promise<void> {
  const { opened, reader, database, blockNumber } = options
  const { inputs } = await opened.inputsAt(blockNumber)
  for (const input of inputs) {
    const { wrapper } = input
    const { read } = toSource(wrapper.source)
    if (!read || (await loadAnswers(database, reader.chainId, wrapper, blockNumber))) continue
    const told = await read(input, reader, blockNumber).catch((error: unknown) => ({
      answers: null,
      gaps: [{ subject: `what ${wrapper.address} says of its owners`, reason: toReason(error) }],
    }))
    await saveAnswers(database, reader.chainId, wrapper, blockNumber, told)
  }
}
