import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proposal as the hub of Snapshot answers it; numbers that have more digits than a double are texts with a mark in front. */
export interface SaidProposal {
  id: string
  created: number
  start: number
  end: number
  state: string
  [field: string]: unknown
}
export interface SaidVote {
  id: string
  voter: string
  created: number
  choice: unknown
  /** As it is to be written */
  vp: string
  proposal: string
}

/** Something else than the right answer, once. */
export type Fault = (response: ServerResponse) => void

export const faults = {
  tooMany: (retryAfter: string): Fault => (response) =>
    void response.writeHead(429, { 'retry-after': retryAfter, 'content-type': 'application/json' }).end('{"client_id":null,"code":429,"error":"too many requests"}'),
  status: (status: number, text = ''): Fault => (response) => void response.writeHead(status).end(text),
  /** A body that ends before its announced end */
  cut: (response: ServerResponse) => {
    response.writeHead(200, { 'content-length': 500 }).write('{"data":{"votes":[{"id":"0x')
    setTimeout(() => response.destroy(), 5)
  },
  /** A whole body that is half an answer */
  half: (response: ServerResponse) => void response.writeHead(200).end('{"data":{"votes":[{"id":"0x'),
  body: (body: unknown, status = 200): Fault => (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
} as const

/** A hub on this machine that orders, limits and leaves out as snapshot-labs/snapshot-hub does (src/graphql/operations, helpers.ts). */
export interface LocalHub {
  url: string
  proposals: SaidProposal[]
  votes: SaidVote[]
  /** Taken one by one before right answers */
  faults: Fault[]
  /** Each question's variables, in order */
  asked: Record<string, unknown>[]
  /** Called after each right answer: what happens meanwhile */
  onAnswered: ((asked: number) => void) | null
  close: () => Promise<void>
}

interface Where { space?: string; id_in?: string[]; proposal?: string; created_gte?: number }

/** @example const hub = await startLocalHub(); hub.proposals.push(…); openHub({ url: hub.url }); await hub.close() */
export async function startLocalHub(): Promise<LocalHub> {
  const hub: LocalHub = { url: '', proposals: [], votes: [], faults: [], asked: [], onAnswered: null, close: async () => undefined }
  const answer = (query: string, variables: Record<string, unknown>) => {
    const first = Number(/first: (\d+)/.exec(query)?.[1])
    const skip = Number(variables.skip ?? 0)
    if (first > 1000) return { errors: [{ message: 'The `first` argument must not be greater than 1000' }] }
    if (skip > 5000) return { errors: [{ message: 'The `skip` argument must not be greater than 5000' }] }
    const where: Where = { space: variables.space as string, id_in: variables.ids as string[], proposal: variables.proposal as string, created_gte: variables.from as number }
    const kind = query.includes('votes(') ? 'votes' : 'proposals'
    const all: readonly (SaidProposal | SaidVote)[] = hub[kind]
    const matched = all.filter((one) =>
      (!where.space || !('space' in one) || one.space === where.space) &&
      (!where.id_in || where.id_in.includes(one.id)) &&
      (!where.proposal || one.proposal === where.proposal) &&
      (!where.created_gte || one.created >= where.created_gte))
    const ascending = query.includes('orderDirection: asc') ? 1 : -1
    matched.sort((a, b) => (a.created - b.created) * ascending || (a.id < b.id ? -1 : 1))
    return { data: { [kind]: matched.slice(skip, skip + first) } }
  }
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> }
    hub.asked.push(variables)
    const fault = hub.faults.shift()
    if (fault) return fault(response)
    // Voting power stands in JSON as a number, with whatever digits it has.
    const text = JSON.stringify(answer(query, variables)).replace(/"(vp|quorum|scores_total)":"([^"]*)"/g, '"$1":$2')
    response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    hub.onAnswered?.(hub.asked.length)
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  hub.close = () => new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
  return hub
}

/** A closed question of for and against, as the hub answers one. */
export const toSaidProposal = (id: string, more: Partial<SaidProposal> = {}): SaidProposal => ({
  id, title: `Proposal ${id}`, body: 'Because.', choices: ['For', 'Against', 'Abstain'], type: 'basic', created: 1_700_000_000, start: 1_700_000_100, end: 1_700_400_000, state: 'closed',
  author: `0x${'A'.repeat(40)}`, network: '1', snapshot: '18500000', quorum: '10', quorumType: 'default', privacy: '', scores_state: 'final', space: 'one.eth', ...more,
})

/** A vote as the hub answers one. */
export const toSaidVote = (proposal: string, voter: number, vp: string, choice: unknown = 1, created = 1_700_000_200): SaidVote => ({
  id: `0x${voter.toString(16)}-${created}`, proposal, voter: `0x${voter.toString(16).padStart(40, '0').toUpperCase()}`, created, choice, vp,
})
