import type { Address } from '@/lib/domain/address'
import type { ProposalCall } from '@/lib/domain/proposal'

/** Where a proposal's calls name a contract: what can be looked up by anybody. */
export interface CallEvidence {
  /** The call's place in the proposal, from 1 */
  call: number
  /** Whom it calls */
  target: Address
  /** 'transfer(address,uint256)', or the selector where that is all that is known; null for a call without data */
  calls: string | null
  /**
   * How it names the contract: as its target; as one of its arguments, `place` being the word from 1; or further inside of its data, as in a call that
   * is handed on, `place` being the byte from 0
   */
  how: 'target' | 'argument' | 'inside'
  place: number | null
}

/** Whom a proposal pays directly. */
export interface Payment {
  payee: Address
  /** null: ether */
  asset: Address | null
  /** smallest units */
  amount: bigint
  evidence: CallEvidence
}

/** What a proposal's calls say without any contract being asked. */
export interface ReadCalls {
  /** Which of the known contracts they name, each with all that names it, in the order of the calls */
  touched: ReadonlyMap<Address, readonly CallEvidence[]>
  /** Payments to anybody who is none of the known contracts */
  payments: readonly Payment[]
  /** Calls that name nothing known and are no payment: what they change, and for whom, is not told. Places from 1 */
  unread: readonly number[]
}

/** How ERC-20 pays, by the selector; `payee` and `amount` are words, from 1 */
const transfers: Readonly<Record<string, { signature: string; payee: number; amount: number }>> = {
  '0xa9059cbb': { signature: 'transfer(address,uint256)', payee: 1, amount: 2 },
  '0x23b872dd': { signature: 'transferFrom(address,address,uint256)', payee: 2, amount: 3 },
}

/**
 * Which known contracts a proposal's calls name, and whom they pay. An address is found wherever its twenty bytes stand in a call's data: as an
 * argument, packed, or in a call that is handed on; chance does not make twenty bytes. What a function does with the address is not known: that it
 * is named is the fact.
 *
 * @param known contracts that are looked for, as a protocol's wrappers; lower case
 * @example readCalls([{ target: token, value: 0n, data: transferTo(rewards, 5n), signature: null }], new Set([rewards])).touched.get(rewards)
 * // [{ call: 1, target: token, calls: 'transfer(address,uint256)', how: 'argument', place: 1 }]
 */
export function readCalls(calls: readonly ProposalCall[], known: ReadonlySet<Address>): ReadCalls {
  const touched = new Map<Address, CallEvidence[]>()
  const payments: Payment[] = []
  const unread: number[] = []
  for (const [at, { target, value, data, signature }] of calls.entries()) {
    const selector = data.length >= 10 ? data.slice(0, 10).toLowerCase() : null
    const about = { call: at + 1, target, calls: signature ?? transfers[selector ?? '']?.signature ?? selector }
    const found = [...known].flatMap((contract): [Address, CallEvidence][] => [
      ...(target === contract ? [[contract, { ...about, how: 'target', place: null }] as [Address, CallEvidence]] : []),
      ...findBytes(data, contract).map((byte): [Address, CallEvidence] => [contract, { ...about, ...toPlace(byte) }]),
    ])
    for (const [contract, evidence] of found) touched.set(contract, [...(touched.get(contract) ?? []), evidence])
    const paid = toPayments(target, value, data, about).filter(({ payee }) => !known.has(payee))
    payments.push(...paid)
    if (found.length === 0 && paid.length === 0) unread.push(at + 1)
  }
  return { touched, payments, unread }
}

/** At which bytes of the data an address stands. */
function findBytes(data: string, address: Address): number[] {
  const [hex, wanted] = [data.slice(2).toLowerCase(), address.slice(2)]
  const bytes: number[] = []
  for (let at = hex.indexOf(wanted); at >= 0; at = hex.indexOf(wanted, at + 1)) if (at % 2 === 0) bytes.push(at / 2)
  return bytes
}

/** An address as an argument fills the last twenty bytes of a word; words begin behind the four bytes of the selector. */
const toPlace = (byte: number): Pick<CallEvidence, 'how' | 'place'> =>
  byte >= 16 && (byte - 16) % 32 === 0 ? { how: 'argument', place: (byte - 16) / 32 + 1 } : { how: 'inside', place: byte }

function toPayments(target: Address, value: bigint, data: string, about: Pick<CallEvidence, 'call' | 'target' | 'calls'>): Payment[] {
  const ether: Payment[] = value > 0n && data.length <= 2 ? [{ payee: target, asset: null, amount: value, evidence: { ...about, how: 'target', place: null } }] : []
  const transfer = transfers[data.slice(0, 10).toLowerCase()]
  const payee = transfer && toWord(data, transfer.payee)
  const amount = transfer && toWord(data, transfer.amount)
  if (!transfer || !payee || !amount || BigInt(`0x${payee}`) >> 160n !== 0n) return ether
  const evidence = { ...about, how: 'argument', place: transfer.payee } as const
  return [...ether, { payee: `0x${payee.slice(24)}`, asset: target, amount: BigInt(`0x${amount}`), evidence }]
}

/** The n-th word of the arguments, from 1; null where the data end before. */
function toWord(data: string, place: number): string | null {
  const word = data.slice(10 + 64 * (place - 1), 10 + 64 * place).toLowerCase()
  return word.length === 64 ? word : null
}
