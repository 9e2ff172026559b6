import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeFunctionData, encodeFunctionResult, erc20Abi, multicall3Abi, type Hex } from 'viem'
import { supply, toTransferHistory } from './history'
import { renderBlock, renderTransactions } from './renderBlock'
import { renderLogs, toHex } from './renderLogs'

// A node of its own process: one token, its whole history in memory, at most 10,000 logs an answer.
const [logs, holders] = process.argv.slice(2).map(Number) as [number, number]
const history = toTransferHistory(logs, holders)
const cut = renderLogs(history)
const head = history.lastBlock + 100
const balances = new Map(history.accounts.map((address, index) => [`0x${address}`, history.balances[index]!]))
let served: [from: number, to: number][] = []

/** The first log at or after a block. */
function findLog(block: number): number {
  let [low, high] = [0, logs]
  while (low < high) {
    const middle = (low + high) >> 1
    if (history.block[middle]! < block) low = middle + 1
    else high = middle
  }
  return low
}

interface Filter {
  fromBlock: string
  toBlock: string
  data: Hex
}
type Parameters = [first: Filter & string, whole?: boolean]
type Question = { id: number; method: string; params: Parameters }

/** Transactions only where they are asked for whole. */
const toBlock = (number: number, whole = false) =>
  renderBlock(number, whole ? renderTransactions(history, findLog(number), findLog(number + 1)) : [])

function call(data: Hex): Hex {
  const { functionName, args } = decodeFunctionData({ abi: [...erc20Abi, ...multicall3Abi], data })
  if (functionName === 'totalSupply') return encodeFunctionResult({ abi: erc20Abi, functionName, result: supply })
  if (functionName === 'balanceOf')
    return encodeFunctionResult({ abi: erc20Abi, functionName, result: balances.get((args[0] as string).toLowerCase()) ?? 0n })
  if (functionName !== 'aggregate3') throw new Error(`no answer to ${functionName}`)
  const result = args[0].map(({ callData }) => ({ success: true, returnData: call(callData) }))
  return encodeFunctionResult({ abi: multicall3Abi, functionName, result })
}

const answers: Record<string, (params: Parameters) => unknown> = {
  eth_chainId: () => '0x1',
  eth_blockNumber: () => toHex(head),
  eth_getBlockByNumber: ([tag, whole]) => toBlock(/^0x/.test(tag) ? Math.min(head, Number(tag)) : head, whole),
  eth_call: ([{ data }]) => call(data),
  bench_expected: () => ({ ...history.expected, firstBlock: history.firstBlock, lastBlock: history.lastBlock }),
  bench_takeServed: () => served.splice(0),
}

function toPieces({ id, method, params }: Question): (string | Buffer)[] {
  if (method !== 'eth_getLogs') return [JSON.stringify({ jsonrpc: '2.0', id, result: answers[method]!(params) })]
  const { fromBlock, toBlock: last } = params[0]
  const [first, end] = [findLog(Number(fromBlock)), findLog(Number(last) + 1)]
  if (end - first > 10_000) return [JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32005, message: 'query returned more than 10000 results' } })]
  served.push([Number(fromBlock), Number(last)])
  const pieces = cut(first, end)
  const tail = pieces.pop()
  return [`{"jsonrpc":"2.0","id":${id},"result":[`, ...pieces, ...(tail ? [tail.subarray(0, -1)] : []), ']}']
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Question | Question[]
    const questions = Array.isArray(body) ? body : [body]
    const pieces = questions.flatMap((question, index) => [...(index > 0 ? [','] : []), ...toPieces(question)])
    if (Array.isArray(body)) pieces.unshift('[') && pieces.push(']')
    response.setHeader('content-type', 'application/json')
    response.setHeader('content-length', pieces.reduce((sum, piece) => sum + piece.length, 0))
    for (const piece of pieces) response.write(piece)
    response.end()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
