import type { ChainReader } from '../../chain/reader'
import { addressSchema, zeroAddress, type Address } from '../../domain/address'
import type { ControlMap, ControlNode } from '../../domain/controlMap'
import type { Controlled } from '../../domain/governance'
import { answersEverything } from '../recognise/families/answersEverything'
import { toQuestion } from '../recognise/recogniser'
import { openAsker, type Asker } from './asker'
import type { Subject } from './controlKind'
import { joinFound } from './joinFound'
import { openLogs } from './openLogs'
import { controlKinds } from './registry'
import { withoutMetadata } from './withoutMetadata'

/** All that a map asks of a chain. */
export type ControlReader = Pick<ChainReader, 'chainId' | 'readContracts' | 'readCodes' | 'readStorage' | 'readEvents'>

/** So many accounts stand on one map; the largest seen have some two hundred. */
const nodesKept = 500

/** Accounts of which everybody knows that nobody has their key. */
const nobodies: ReadonlySet<string> = new Set([zeroAddress, '0x0000000000000000000000000000000000000001', '0x000000000000000000000000000000000000dead'])

/** EIP-7702: an account with a key that runs a contract's code. */
const delegated = /^0xef0100[0-9a-f]{40}$/

/**
 * Who has the keys of some contracts, at a block: each contract is asked by every kind of control in the registry, then whoever it names, and so
 * on until people, nobody, Governors or contracts are reached of which nobody knows who controls them. Each account stands on the map once.
 *
 * Contracts answer as they like: answers of another form count as none, one that answers whatever it is asked is not believed, and what could not
 * be read is a gap of its account.
 *
 * @param governors that the protocol's file names
 * @param firstBlocks before which there are no logs of a contract, where that is known; of others it is asked
 * @example (await readControlMap(reader, [{ address: proxy, … }], [], 21_500_000)).nodes[0]?.ways[0]?.means // 'proxyAdmin'
 */
export async function readControlMap(
  reader: ControlReader, controlled: readonly Controlled[], governors: readonly Address[], blockNumber: number, firstBlocks: ReadonlyMap<Address, number> = new Map(),
): Promise<ControlMap> {
  const asker = openAsker(reader, blockNumber)
  const nodes = new Map<Address, ControlNode>()
  const readLogs = openLogs(reader, blockNumber, firstBlocks)
  const roots = new Map(controlled.map((root) => [root.address, root]))
  let frontier = [...roots.keys()]
  while (frontier.length > 0) {
    const room = Math.max(0, nodesKept - nodes.size)
    for (const address of frontier.slice(room)) nodes.set(address, toUnread(address, 'tooDeep', null))
    const asked = frontier.slice(0, room)
    const codes = await reader.readCodes(asked, blockNumber)
    const read = await Promise.all(asked.map(async (address, place) => {
      const code = codes[place]!
      if (code.status === 'failed') return { node: toUnread(address, 'noAnswer', code.reason), besides: [] }
      return readNode(address, code.bytes, { reader, asker, governors, blockNumber, readLogs })
    }))
    for (const { node, besides } of read) {
      nodes.set(node.address, node)
      for (const beside of besides) if (!roots.has(beside.address)) roots.set(beside.address, beside)
    }
    const met = [...read.flatMap(({ node }) => node.ways.flatMap(({ groups }) => groups.flatMap(({ members }) => members))), ...roots.keys()]
    frontier = [...new Set(met)].filter((address) => !nodes.has(address))
  }
  return { roots: [...roots.values()], nodes: [...nodes.values()] }
}

const toUnread = (address: Address, reason: ControlNode['gaps'][number]['reason'], detail: string | null): ControlNode => ({
  address, kind: 'unread', said: [], implementation: null, ways: [], gaps: [{ power: 'code', reason, detail }],
})

interface Desk {
  reader: ControlReader
  asker: Asker
  governors: readonly Address[]
  blockNumber: number
  readLogs: Subject['eventsOf']
}

async function readNode(address: Address, code: string, desk: Desk): Promise<ReturnType<typeof joinFound>> {
  const { asker, governors, reader } = desk
  const kind = nobodies.has(address) ? 'nobody' as const : code === '0x' || delegated.test(code) ? 'person' as const : null
  if (kind) return { node: { address, kind, said: code === '0x' ? [] : [`EIP-7702, code of 0x${code.slice(8)}`], implementation: null, ways: [], gaps: [] }, besides: [] }
  const subject = toSubject(address, withoutMetadata(code), desk)
  const [boundless, ...found] = await Promise.all([
    Promise.all(answersEverything.questions.map(subject.put)).then((answers) => answersEverything.examine(answers, address, reader.chainId)),
    ...controlKinds.map((one) => one.read(subject)),
  ])
  const silence = asker.silences.get(address)
  if (silence) return { node: toUnread(address, silence, null), besides: [] }
  if (boundless && !governors.includes(address)) return { node: toUnread(address, 'answersEverything', null), besides: [] }
  return joinFound(address, found)
}

function toSubject(address: Address, code: string, { reader, asker, governors, blockNumber, readLogs }: Desk): Subject {
  const put: Subject['put'] = (question) => asker.ask(address, question)
  const askOf: Subject['askOf'] = (other, signature, ...args) => asker.ask(other, toQuestion([signature, ...args]))
  return {
    address,
    code,
    chainId: reader.chainId,
    isGovernor: governors.includes(address),
    put,
    askOf,
    ask: (signature, ...args) => askOf(address, signature, ...args),
    async slot(slot) {
      const [word] = await reader.readStorage([{ address, slot }], blockNumber)
      if (word?.status !== 'ok') return undefined
      // A slot may hold anything: it is an address only where the twelve bytes before are empty.
      const found = word.bytes.startsWith(zeroAddress.slice(0, 26)) ? addressSchema.safeParse(`0x${word.bytes.slice(26)}`).data : undefined
      return found === undefined || found === zeroAddress ? null : found
    },
    eventsOf: readLogs,
    events: (topics) => readLogs(address, topics),
  }
}
