import { z } from 'zod'
import type { Log } from '../../chain/log'
import { addressSchema, zeroAddress, type Address } from '../../domain/address'
import type { ControlNode, ControlWay } from '../../domain/controlMap'
import type { Question, Recogniser } from '../recognise/recogniser'

/** A contract that is read, at the map's block. */
export interface Subject {
  address: Address
  code: string
  chainId: number
  /** Whether the protocol's file names it as a Governor */
  isGovernor: boolean
  /** @returns undefined where it does not answer */
  put: (question: Question) => Promise<unknown>
  /** The same by a signature, as in 'owner() view returns (address)' */
  ask: (signature: string, ...args: readonly unknown[]) => Promise<unknown>
  /** The same of another contract */
  askOf: (address: Address, signature: string, ...args: readonly unknown[]) => Promise<unknown>
  /** @returns the address in a slot of its storage; null where there is none, undefined where it could not be read */
  slot: (slot: `0x${string}`) => Promise<Address | null | undefined>
  /** @returns its logs with one of these first topics, up to the block; null where they could not be read */
  events: (topics: readonly `0x${string}`[]) => Promise<readonly Log[] | null>
  /** The same of another contract, read once for the whole map */
  eventsOf: (address: Address, topics: readonly `0x${string}`[]) => Promise<readonly Log[] | null>
}

/** What one kind of control says of a contract. */
export interface Found {
  /** Where it is more than a contract */
  kind?: 'safe' | 'timelock' | 'governor'
  said?: string[]
  implementation?: Address
  /** Where it is known of this kind that nobody replaces its code, although it can run other contracts' */
  isFixed?: true
  ways?: ControlWay[]
  gaps?: ControlNode['gaps']
  /** Contracts that belong to it and are asked about too, as a Governor's timelock */
  besides?: { address: Address; name: string; fact: string }[]
}

/** One kind of control: what it is asked by, and what follows. Contracts may be of several kinds. */
export interface ControlKindReader {
  id: string
  /** @returns null where the contract is not of this kind */
  read: (subject: Subject) => Promise<Found | null>
}

/**
 * An answer as an address; null for the zero address and for anything else.
 *
 * @example toAccount('0x0000000000000000000000000000000000000000') // null
 */
export function toAccount(answer: unknown): Address | null {
  const address = addressSchema.safeParse(answer).data
  return address === undefined || address === zeroAddress ? null : address
}

/** How long something waits, as a contract says it: seconds that a number holds exactly. @example secondsSchema.parse(172_800n) // 172800 */
export const secondsSchema = z.bigint().nonnegative().max(BigInt(Number.MAX_SAFE_INTEGER)).transform(Number)

/** Asks for an address. Renounced is an answer: the zero address. @returns undefined where there is no such answer */
export const askAddress = async (subject: Pick<Subject, 'ask'>, name: string): Promise<Address | undefined> =>
  addressSchema.safeParse(await subject.ask(`${name}() view returns (address)`)).data

/** A way that one account alone has. */
export const toWay = (way: Pick<ControlWay, 'power' | 'means' | 'evidence'> & Partial<ControlWay>, ...members: Address[]): ControlWay => ({
  detail: null, delay: 0, groups: [{ threshold: 1, members }], ...way,
})

/** What a recogniser says of a contract, all its questions answered; null where it does not know it. */
export async function recogniseAs(recogniser: Recogniser, subject: Subject): Promise<{ answers: readonly unknown[]; said: string } | null> {
  const answers = await Promise.all(recogniser.questions.map(subject.put))
  const suspicion = recogniser.examine(answers, subject.address, subject.chainId)
  const finding = suspicion?.confirmations.length === 0 ? suspicion.conclude([]) : null
  return finding && { answers, said: finding.said }
}
