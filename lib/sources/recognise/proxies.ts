import type { BytesResult } from '../../chain/accountState'
import type { CallResult, ChainReader } from '../../chain/reader'
import { zeroAddress, type Address } from '../../domain/address'
import type { Gap } from '../../domain/snapshot'
import { accountSchema, toQuestion } from './recogniser'
import type { Proxy } from '../../domain/recognised'

/** What stands around the implementation's address in the code of an EIP-1167 clone. https://eips.ethereum.org/EIPS/eip-1167 */
const clonePattern = /^0x363d3d373d3d3d363d73([0-9a-f]{40})5af43d82803e903d91602b57fd5bf3/

/** keccak256('eip1967.proxy.…') − 1. https://eips.ethereum.org/EIPS/eip-1967 */
export const proxySlots = {
  implementation: '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc',
  beacon: '0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50',
  admin: '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103',
} as const
const names = ['implementation', 'beacon', 'admin'] as const

/**
 * The implementation that an EIP-1167 clone's code names; null for other code.
 *
 * @example toCloned('0x363d3d373d3d3d363d73bebe…be5af43d82803e903d91602b57fd5bf3') // '0xbebe…be'
 */
export function toCloned(code: string): Address | null {
  const found = clonePattern.exec(code)
  return found ? `0x${found[1]!}` : null
}

/**
 * Whether some code can run another's: without a DELEGATECALL (0xf4) it is no proxy. Data of PUSH1 (0x60) to PUSH32 (0x7f) are no instructions.
 *
 * @example canDelegate('0x60f4') // false: that pushes 0xf4
 */
export function canDelegate(code: string): boolean {
  for (let place = 2; place < code.length; place += 2) {
    const instruction = Number.parseInt(code.slice(place, place + 2), 16)
    if (instruction === 0xf4) return true
    if (instruction >= 0x60 && instruction <= 0x7f) place += 2 * (instruction - 0x5f)
  }
  return false
}

/**
 * Which of some contracts are proxies: clones by their code, others by the slots of EIP-1967 (implementation, or beacon and what it answers).
 *
 * @param codes of each contract
 * @returns those that are, and a gap for each that could not be read
 * @example (await readProxies(reader, new Map([[clone, code]]), 21_500_000)).proxies.get(clone)
 * // { standard: 'eip1167', implementation: '0x…', beacon: null, admin: null }
 */
export async function readProxies(
  reader: Pick<ChainReader, 'readContracts' | 'readStorage'>,
  codes: ReadonlyMap<Address, string>,
  blockNumber: number,
): Promise<{ proxies: Map<Address, Proxy>; gaps: Gap[] }> {
  const proxies = new Map<Address, Proxy>()
  const gaps: Gap[] = []
  const asked: Address[] = []
  for (const [address, code] of codes) {
    const implementation = toCloned(code)
    if (implementation) proxies.set(address, { standard: 'eip1167', implementation, beacon: null, admin: null })
    else if (canDelegate(code)) asked.push(address)
  }
  const words = await reader.readStorage(asked.flatMap((address) => names.map((name) => ({ address, slot: proxySlots[name] }))), blockNumber)
  for (const [place, address] of asked.entries()) {
    const slots = words.slice(3 * place, 3 * place + 3)
    const failed = slots.find((slot) => slot.status === 'failed')
    if (failed) gaps.push({ subject: `EIP-1967 slots of ${address}`, reason: failed.reason })
    const [implementation, beacon, admin] = slots.map(toSlotAddress)
    if (implementation) proxies.set(address, { standard: 'eip1967', implementation, beacon: null, admin: admin! })
    else if (beacon) proxies.set(address, { standard: 'eip1967Beacon', implementation: null, beacon, admin: admin! })
  }
  const hanging = [...proxies].filter(([, { beacon }]) => beacon !== null)
  if (hanging.length === 0) return { proxies, gaps }
  const question = toQuestion('implementation() view returns (address)')
  const answers = await reader.readContracts(hanging.map(([, { beacon }]) => ({ ...question, address: beacon! })), blockNumber)
  for (const [place, [address, proxy]] of hanging.entries()) proxies.set(address, { ...proxy, implementation: toAnswered(answers[place]) })
  return { proxies, gaps }
}

/** A slot may hold anything: it is an address only where the twelve bytes before are empty. */
function toSlotAddress(slot: BytesResult): Address | null {
  if (slot.status === 'failed' || !slot.bytes.startsWith(zeroAddress.slice(0, 26))) return null
  return accountSchema.safeParse(`0x${slot.bytes.slice(26)}`).data ?? null
}

const toAnswered = (answer: CallResult | undefined) => (answer?.status === 'ok' ? (accountSchema.safeParse(answer.value).data ?? null) : null)
