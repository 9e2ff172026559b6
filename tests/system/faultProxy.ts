import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What can go wrong between a reader and its node. */
export const faults = [
  'drop', 'delay', 'cut', 'tooManyRequests', 'unavailable', 'html', 'wrongId', 'duplicate', 'disorder', 'missing', 'fork', 'null', 'behind', 'forgets',
] as const
export type Fault = (typeof faults)[number]

interface Question {
  id: number
  method: string
  params: { fromBlock: string; toBlock: string }[]
}
interface Answer {
  id: number
  result?: unknown
  error?: { code: number; message: string }
}
type RawLog = Record<string, string>

/** Stands between reader and node: at most ten blocks a question, and from a seed so many of the answers spoiled. */
export async function startFaultProxy(target: string, { kinds, share, seed }: { kinds: readonly Fault[]; share: number; seed: number }) {
  let state = seed
  // Linear congruential (Numerical Recipes): the same faults in the same order.
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const met = new Map<Fault, number>()

  const refuse = ({ id, method, params }: Question): Answer | null =>
    method === 'eth_getLogs' && Number(params[0]!.toBlock) - Number(params[0]!.fromBlock) >= 10
      ? { id, error: { code: -32005, message: 'query returned more than 10000 results' } }
      : null

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as Question | Question[]
    const questions = [asked].flat()
    const fault = kinds.length > 0 && random() < share ? kinds[Math.floor(random() * kinds.length)]! : null
    if (fault) met.set(fault, (met.get(fault) ?? 0) + 1)
    if (fault === 'drop') return void request.socket.destroy()
    if (fault === 'delay') await new Promise((resolve) => setTimeout(resolve, 100 * random()))
    if (fault === 'tooManyRequests') return void response.writeHead(429, { 'retry-after': '1' }).end('slow down')
    if (fault === 'unavailable') return void response.writeHead(503).end()
    if (fault === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Bad gateway</body></html>')
    const given = await fetch(target, { method: 'POST', body: JSON.stringify(questions), headers: { 'content-type': 'application/json' } })
    const answers = (await given.json()) as Answer[]
    const spoiled = questions.map((question) => spoil(fault, question, refuse(question) ?? answers.find(({ id }) => id === question.id)!))
    const body = JSON.stringify(Array.isArray(asked) ? spoiled : spoiled[0])
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    if (fault !== 'cut') return void response.end(body)
    response.write(body.slice(0, body.length / 2))
    setTimeout(() => response.destroy(), 5)
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, met, stop }
}

function spoil(fault: Fault | null, { method }: Question, answer: Answer): Answer {
  const logs = method === 'eth_getLogs' && Array.isArray(answer.result) ? (answer.result as RawLog[]) : null
  if (fault === 'wrongId') return { ...answer, id: answer.id + 1000 }
  if (fault === 'null' && method !== 'eth_chainId') return { ...answer, result: null }
  if (fault === 'forgets' && method !== 'eth_chainId') return { id: answer.id, error: { code: -32000, message: 'missing trie node' } }
  if (fault === 'behind' && method === 'eth_blockNumber') return { ...answer, result: '0x5' }
  if (!logs || logs.length === 0) return answer
  if (fault === 'duplicate') return { ...answer, result: [...logs, logs[0]] }
  if (fault === 'missing') return { ...answer, result: logs.toSpliced(logs.length >> 1, 1) }
  if (fault === 'disorder') return { ...answer, result: logs.toReversed() }
  if (fault === 'fork') return { ...answer, result: logs.map((log) => ({ ...log, blockHash: `0x${'f0'.repeat(32)}` })) }
  return answer
}
