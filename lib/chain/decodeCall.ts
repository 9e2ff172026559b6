import { decodeAbiParameters, parseAbiParameters, toFunctionSelector, type Hex } from 'viem'
import type { ProposalCall } from '@/lib/domain/proposal'

/** A call as its signature says it. */
export interface DecodedCall {
  name: string
  /** Of each argument its type, and what it is as text */
  values: readonly { type: string; text: string }[]
}

/** Whoever proposed wrote signature and data: no more of either is looked at. */
const mostSignature = 500
const mostData = 20_000

/**
 * Reads a call's arguments as far as its signature says what they are.
 *
 * @returns null where there is no signature, where it is none, or where the data are not what it says
 * @example decodeCall({ signature: 'transfer(address,uint256)', data: '0xa9059cbb…' })
 * // { name: 'transfer', values: [{ type: 'address', text: '0x…' }, { type: 'uint256', text: '25' }] }
 */
export function decodeCall({ signature, data }: Pick<ProposalCall, 'signature' | 'data'>): DecodedCall | null {
  const [, name, types] = /^([A-Za-z_$][\w$]*)\(([\w,()[\]]*)\)$/.exec((signature ?? '').slice(0, mostSignature + 1)) ?? []
  if (name === undefined || types === undefined || signature!.length > mostSignature || data.length > mostData) return null
  try {
    if (toFunctionSelector(signature!) !== data.slice(0, 10)) return null
    const parameters = types === '' ? [] : parseAbiParameters(types)
    const values = parameters.length === 0 ? [] : decodeAbiParameters(parameters, `0x${data.slice(10)}` as Hex)
    return { name, values: parameters.map(({ type }, place) => ({ type, text: toText(values[place]) })) }
  } catch {
    // viem says in many ways that data are not what a signature says; that they are not is all there is to know.
    return null
  }
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toText).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `(${Object.values(value).map(toText).join(', ')})`
  return String(value)
}
