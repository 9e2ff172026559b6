import { findFirstBlock } from '../../chain/findFirstBlock'
import type { Log } from '../../chain/log'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Subject } from './controlKind'

/** Ranges of blocks that are asked for the logs of one contract, and logs that are taken. */
const [rangesAsked, logsKept] = [3_000, 20_000]

/**
 * Opens a desk for contracts' logs up to a block. Each question is put once, and begins where the contract did: as is known, or as the node says;
 * with a node that keeps no old states, at the chain's beginning.
 *
 * @returns reads logs with one of these first topics: all of them, or null, as a part could hide whoever came later
 * @example const readLogs = openLogs(reader, 21_500_000, new Map([[uni, 10_861_674]]))
 * await readLogs(uni, [roleGranted]) // asks from block 10,861,674 on
 */
export function openLogs(reader: Pick<ChainReader, 'readCodes' | 'readEvents'>, blockNumber: number, firstBlocks: ReadonlyMap<Address, number>): Subject['eventsOf'] {
  const logs = new Map<string, Promise<readonly Log[] | null>>()
  const beginnings = new Map([...firstBlocks].map(([address, block]) => [address, Promise.resolve(block)]))
  let isForgetful = false
  const ask = async (address: Address): Promise<number> => {
    // What it has said of one contract, a node says of all, and some take their time.
    if (isForgetful) return 0
    return findFirstBlock(reader, address, blockNumber).catch(() => {
      isForgetful = true
      return 0
    })
  }
  const findBeginning = (address: Address): Promise<number> => {
    const known = beginnings.get(address) ?? ask(address)
    beginnings.set(address, known)
    return known
  }

  async function read(address: Address, topics: readonly `0x${string}`[]): Promise<readonly Log[] | null> {
    const all: Log[] = []
    let ranges = 0
    try {
      for await (const { logs: some } of reader.readEvents({ address, topics, fromBlock: await findBeginning(address), toBlock: blockNumber })) {
        all.push(...some)
        if (++ranges > rangesAsked || all.length > logsKept) return null
      }
    } catch {
      return null
    }
    return all
  }

  return (address, topics) => {
    const key = [address, ...topics].join()
    const known = logs.get(key) ?? read(address, topics)
    logs.set(key, known)
    return known
  }
}
