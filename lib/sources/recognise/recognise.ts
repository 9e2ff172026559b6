import type { CallResult, ChainReader, ContractCall } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Gap } from '../../domain/snapshot'
import { readProxies } from './proxies'
import type { Finding, Proxy, Recognised } from '../../domain/recognised'
import { toFinding, toQuestion, type Recogniser } from './recogniser'
import { recognisers } from './registry'

type Reader = Pick<ChainReader, 'chainId' | 'readContracts' | 'readCodes' | 'readStorage'>

/** Calls that share the gas of one eth_call: 400 through proxies need some 6 of the 30 or more million that nodes give. */
const callsTogether = 400
/** Contracts that are asked side by side when each is asked alone. */
const aloneTogether = 50

/** EIP-7702: the key's account runs that contract's code. https://eips.ethereum.org/EIPS/eip-7702 */
const delegationPattern = /^0xef0100([0-9a-f]{40})$/

/** The precompile at 4 answers with whatever it is asked: where it does not, nothing was answered at all. */
const echo = { ...toQuestion(['echo(bytes32) view returns (bytes32)', `0x${'0'.repeat(64)}`]), address: `0x${'4'.padStart(40, '0')}` as Address }

/**
 * What some addresses are, from the chain alone, at a block: without code, a proxy, a contract of a known family, or just a contract.
 *
 * Contracts answer as they like, and each is asked what the families in the registry answer. An answer that fails or has another form only means
 * "not that"; what can be confirmed elsewhere (a pair by its factory, an aToken by its pool) is believed only then. All are asked together, one
 * family after the other; one contract that uses up the gas of all can hide others, so those that nobody recognised are asked once more, each
 * alone.
 *
 * @returns each address once, in the order given; one whose code could not be read is left out and stands in the gaps
 * @example await recognise(reader, [safe], 21_500_000)
 * // { recognised: [{ address: safe, kind: 'multisig', role: null, name: 'Safe (2 of 3)', fact: 'getThreshold() = 2, … at block 21500000', … }], gaps: [] }
 */
export async function recognise(reader: Reader, addresses: readonly Address[], blockNumber: number): Promise<{ recognised: Recognised[]; gaps: Gap[] }> {
  const each = [...new Set(addresses)]
  const read = await reader.readCodes(each, blockNumber)
  const gaps: Gap[] = []
  const codes = new Map<Address, string>()
  for (const [place, address] of each.entries()) {
    const code = read[place]!
    if (code.status === 'ok') codes.set(address, code.bytes)
    else gaps.push({ subject: `code of ${address}`, reason: code.reason })
  }
  const contracts = new Map([...codes].filter(([, code]) => isContractCode(code)))
  const [findings, proxies] = await Promise.all([findAll(reader, [...contracts.keys()], blockNumber), readProxies(reader, contracts, blockNumber)])
  gaps.push(...findings.gaps, ...proxies.gaps)
  const recognised = [...codes].map(([address, code]) => {
    const finding = contracts.has(address) ? (findings.found.get(address) ?? unknownContract(code)) : withoutContract(code)
    return toRecognised(address, finding, proxies.proxies.get(address) ?? null, blockNumber)
  })
  return { recognised, gaps }
}

/**
 * Whether the code at an address is that of a contract: a key's account has none, or delegates to one (EIP-7702).
 *
 * @example isContractCode('0x') // false
 */
export const isContractCode = (code: string): boolean => code !== '0x' && !delegationPattern.test(code)

const unknownContract = (code: string) => toFinding({ name: 'contract', evidence: 'code', said: `code of ${(code.length - 2) / 2} bytes that answers as no known family` })

function withoutContract(code: string): Finding {
  const delegate = delegationPattern.exec(code)?.[1]
  const said = delegate ? `an account with a key that runs the code of 0x${delegate} (EIP-7702)` : 'no code'
  return toFinding({ kind: 'unknown', evidence: 'code', name: 'not a contract', said })
}

function toRecognised(address: Address, { said, ...finding }: Finding, proxy: Proxy | null, blockNumber: number): Recognised {
  const parts = [said]
  if (proxy) parts.push(`a proxy (${proxy.standard === 'eip1167' ? 'EIP-1167' : 'EIP-1967'}) of ${proxy.implementation ?? 'an unknown implementation'}`)
  if (proxy?.beacon) parts.push(`named by the beacon ${proxy.beacon}`)
  return { address, ...finding, fact: `${parts.join('; ')}; at block ${blockNumber}`, proxy }
}

async function findAll(reader: Reader, contracts: readonly Address[], blockNumber: number): Promise<{ found: Map<Address, Finding>; gaps: Gap[] }> {
  const found = new Map<Address, Finding>()
  const gaps: Gap[] = []
  const together = recognisers.map(async (recogniser) => examine(reader, contracts.map((address) => ({ address, recogniser })), blockNumber))
  for (const { findings } of await Promise.all(together))
    for (const [place, finding] of findings.entries()) if (finding && !found.has(contracts[place]!)) found.set(contracts[place]!, finding)
  const rest = contracts.filter((address) => !found.has(address))
  for (let from = 0; from < rest.length; from += aloneTogether) {
    const alone = rest.slice(from, from + aloneTogether).map(async (address) => {
      const { findings, answered } = await examine(reader, recognisers.map((recogniser) => ({ address, recogniser })), blockNumber)
      const finding = findings.find((candidate) => candidate !== null)
      if (finding) found.set(address, finding)
      if (finding || answered) return
      const [alive] = await reader.readContracts([echo], blockNumber)
      if (alive?.status === 'ok') found.set(address, toFinding({ name: 'contract', evidence: 'code', said: 'code that left no gas for an answer' }))
      else {
        found.set(address, toFinding({ name: 'contract', evidence: 'code', said: 'code whose answers could not be read' }))
        gaps.push({ subject: `what ${address} is`, reason: alive?.reason ?? 'no answer' })
      }
    })
    await Promise.all(alone)
  }
  return { found, gaps }
}

/** Puts each recogniser's first question to its contract, the others to those that answered, asks others to confirm, and says what came of each. */
async function examine(reader: Reader, pairs: readonly { address: Address; recogniser: Recogniser }[], blockNumber: number) {
  const questions = pairs.map(({ address, recogniser }) => recogniser.questions.map((question): ContractCall => ({ ...question, address })))
  const [first, answered] = await askEach(reader, questions.map((list) => list.slice(0, 1)), blockNumber)
  const [rest, answeredOn] = await askEach(reader, questions.map((list, place) => (first[place]![0] === undefined ? [] : list.slice(1))), blockNumber)
  const suspicions = pairs.map(({ address, recogniser }, place) =>
    first[place]![0] === undefined ? null : recogniser.examine([...first[place]!, ...rest[place]!], address, reader.chainId),
  )
  const [confirmed, answeredLast] = await askEach(reader, suspicions.map((suspicion) => suspicion?.confirmations ?? []), blockNumber)
  return { findings: suspicions.map((suspicion, place) => suspicion?.conclude(confirmed[place]!) ?? null), answered: answered && answeredOn && answeredLast }
}

/** The answers to each list of questions, undefined where one failed; and whether gas was left at the end of all. */
async function askEach(reader: Reader, lists: readonly (readonly ContractCall[])[], blockNumber: number): Promise<[unknown[][], boolean]> {
  const calls = lists.flat()
  const parts: Promise<CallResult[]>[] = []
  for (let from = 0; from < calls.length; from += callsTogether) parts.push(reader.readContracts([...calls.slice(from, from + callsTogether), echo], blockNumber))
  const answers = await Promise.all(parts)
  const values = answers.flatMap((part) => part.slice(0, -1)).map((answer) => (answer.status === 'ok' ? answer.value : undefined))
  let next = 0
  return [lists.map((list) => values.slice(next, (next += list.length))), answers.every((part) => part.at(-1)?.status === 'ok')]
}
