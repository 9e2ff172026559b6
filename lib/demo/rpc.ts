import { z } from 'zod'

const answerSchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
})

/** One JSON-RPC question: method, then its parameters. */
export type Question = readonly [method: string, ...parameters: unknown[]]

export interface Rpc {
  call(...question: Question): Promise<unknown>
  /** Many questions in one HTTP request. Anvil answers them side by side: their order among each other is not certain. */
  batch(questions: readonly Question[]): Promise<unknown[]>
}

/**
 * Talks to a development node. What the reader of chains in lib/chain does for providers (retries, ranges) is not wanted here:
 * a node that fails in the middle of the story ends it.
 *
 * @example await openRpc('http://127.0.0.1:8545').call('eth_blockNumber') // '0x10'
 */
export function openRpc(url: string): Rpc {
  const batch = async (questions: readonly Question[]) => {
    if (questions.length === 0) return []
    const body = questions.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params }))
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const answers = z.array(answerSchema).parse(await response.json())
    const results: unknown[] = []
    for (const { id, result, error } of answers) {
      if (error) throw new Error(`${url}: ${questions[id]?.[0]} failed: ${error.message} (${error.code})`)
      results[id] = result
    }
    return results
  }
  return { batch, call: async (...question) => (await batch([question]))[0] }
}
