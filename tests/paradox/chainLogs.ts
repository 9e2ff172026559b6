/**
 * What happened on the demo chain, read by somebody who knows nothing of Lorenz: logs as the node tells them, decoded by hand from the words in
 * them. Nothing here or beside it imports from lib: amounts and accounts that are held against Lorenz's come from here.
 */
export interface PlainLog {
  block: number
  place: number
  address: string
  topics: readonly string[]
  /** 32 bytes each */
  words: readonly bigint[]
}

export interface PlainChain {
  logs: (filter: { address: string; topic?: string; from?: number }) => Promise<PlainLog[]>
  /** What a contract answers at the head, in words of 32 bytes; none where it refuses */
  words: (to: string, data: string) => Promise<bigint[]>
  /** The same, where it is one */
  call: (to: string, data: string) => Promise<bigint>
  codeOf: (account: string) => Promise<string>
  /** One slot of a contract's storage */
  slotOf: (account: string, slot: string) => Promise<string>
  /** The last block that is looked at: the finalized one */
  head: number
  timeOf: (block: number) => Promise<number>
  /** The last block whose time is before a moment, in Unix seconds */
  blockBefore: (moment: number) => Promise<number>
}

interface RawLog { blockNumber: string; logIndex: string; address: string; topics: string[]; data: string }

/** The address in a topic or word. */
export const toAccount = (word: string | bigint) => `0x${(typeof word === 'string' ? word.slice(2) : word.toString(16).padStart(64, '0')).slice(24)}`

const toWords = (data: string) => (data.slice(2).match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`))

/** Opens a node. */
export async function openPlainChain(url: string): Promise<PlainChain> {
  const ask = async <Answer>(method: string, ...params: unknown[]): Promise<Answer> => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) })
    const { result, error } = (await response.json()) as { result: Answer; error?: unknown }
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`)
    return result
  }
  const times = new Map<number, number>()
  const toHex = (number: number) => `0x${number.toString(16)}`
  const head = Number((await ask<{ number: string }>('eth_getBlockByNumber', 'finalized', false)).number)
  const timeOf = async (block: number) => {
    const known = times.get(block) ?? Number((await ask<{ timestamp: string }>('eth_getBlockByNumber', toHex(block), false)).timestamp)
    times.set(block, known)
    return known
  }
  const words = async (to: string, data: string) => toWords(await ask<string>('eth_call', { to, data }, toHex(head)).catch(() => '0x'))
  return {
    head,
    timeOf,
    logs: async ({ address, topic, from = 0 }) => {
      const raw = await ask<RawLog[]>('eth_getLogs', { address, topics: topic ? [topic] : [], fromBlock: toHex(from), toBlock: toHex(head) })
      return raw.map(({ blockNumber, logIndex, topics, data, ...log }) => ({
        block: Number(blockNumber), place: Number(logIndex), address: log.address.toLowerCase(), topics,
        words: toWords(data),
      }))
    },
    words,
    codeOf: (account) => ask<string>('eth_getCode', account, toHex(head)),
    slotOf: (account, slot) => ask<string>('eth_getStorageAt', account, slot, toHex(head)),
    call: async (to, data) => (await words(to, data))[0]!,
    blockBefore: async (moment) => {
      let [low, high] = [0, head]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((await timeOf(middle)) < moment) low = middle
        else high = middle - 1
      }
      return low
    },
  }
}
