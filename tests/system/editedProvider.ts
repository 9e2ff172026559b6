import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Question {
  id: number
  method: string
  params: unknown[]
}

/** A log as a node writes it. */
export interface WrittenLog {
  blockNumber: string
  data: string
}

/** An endpoint before a node that answers all but honestly. */
export interface EditedProvider {
  url: string
  /** How many logs it gave away */
  served: () => number
  close: () => void
}

const toWidth = ({ params }: Question) => {
  const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string }
  return Number(toBlock) - Number(fromBlock) + 1
}

/**
 * @param edit what becomes of each result
 * @param widest how many blocks a question for logs may be about
 */
export async function startEditedProvider(target: string, edit: (question: Question, result: unknown) => unknown, widest = Infinity): Promise<EditedProvider> {
  let served = 0
  const toAnswer = (question: Question, answer: { id: number; result?: unknown }) => {
    if (!('result' in answer)) return answer
    if (question.method === 'eth_getLogs' && toWidth(question) > widest) return { ...answer, result: undefined, error: { code: -32005, message: 'query returned more than 10000 results' } }
    const result = edit(question, answer.result)
    if (question.method === 'eth_getLogs' && Array.isArray(result)) served += result.length
    return { ...answer, result }
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const given = await fetch(target, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    const questions = [JSON.parse(body) as Question | Question[]].flat()
    const answers = [(await given.json()) as { id: number } | { id: number }[]].flat()
    const edited = questions.map((question) => toAnswer(question, answers.find(({ id }) => id === question.id)!))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body.startsWith('[') ? edited : edited[0]))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served: () => served,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
