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
  /** Of a contract, all or those of one event */
  logs: (filter: { address: string; topic?: string }) => Promise<PlainLog[]>
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
  /** Asks for the times of blocks, some hundred at once. */
  const learnTimes = async (blocks: readonly string[]) => {
    const unknown = [...new Set(blocks)].filter((block) => !times.has(Number(block)))
    for (let from = 0; from < unknown.length; from += 500) {
      const asked = unknown.slice(from, from + 500).map((block, id) => ({ jsonrpc: '2.0', id, method: 'eth_getBlockByNumber', params: [block, false] }))
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) })
      for (const { result } of (await response.json()) as { result: { number: string; timestamp: string } }[]) times.set(Number(result.number), Number(result.timestamp))
    }
  }
  const toHex = (number: number) => `0x${number.toString(16)}`
  const head = Number((await ask<{ number: string }>('eth_getBlockByNumber', 'finalized', false)).number)
  const timeOf = async (block: number) => {
    const known = times.get(block) ?? Number((await ask<{ timestamp: string }>('eth_getBlockByNumber', toHex(block), false)).timestamp)
    times.set(block, known)
    return known
  }
  const known = new Map<string, Promise<PlainLog[]>>()
  const readAll = async (address: string): Promise<PlainLog[]> => {
    const raw = await ask<RawLog[]>('eth_getLogs', { address, fromBlock: '0x0', toBlock: toHex(head) })
    await learnTimes(raw.map(({ blockNumber }) => blockNumber))
    return raw.map(({ blockNumber, logIndex, topics, data, ...log }) => ({ block: Number(blockNumber), place: Number(logIndex), address: log.address.toLowerCase(), topics, words: toWords(data) }))
  }
  const words = async (to: string, data: string) => toWords(await ask<string>('eth_call', { to, data }, toHex(head)).catch(() => '0x'))
  return {
    head,
    timeOf,
    logs: async ({ address, topic }) => {
      known.set(address, known.get(address) ?? readAll(address))
      const logs = await known.get(address)!
      return topic ? logs.filter(({ topics }) => topics[0] === topic) : logs
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
