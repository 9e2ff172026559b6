import { parseAbi, type Abi } from 'viem'
import { z } from 'zod'
import type { ContractCall } from '../../chain/reader'
import { addressSchema, zeroAddress, type Address } from '../../domain/address'
import type { Finding } from '../../domain/recognised'

/** A question without the contract that it is put to. */
export type Question = Omit<ContractCall, 'address'>

/** Answers that fit: what must still be asked of others, and what it then is. */
export interface Suspicion {
  /** Asked elsewhere, as a factory: whoever claims to be a pool is one only if its factory says so too */
  confirmations: readonly ContractCall[]
  /** @param answers of the confirmations, undefined where one failed */
  conclude: (answers: readonly unknown[]) => Finding | null
}

/** One family of contracts: what it is asked, and what its answers say. */
export interface Recogniser {
  id: string
  /** The rest is asked only of those that answer the first: one that few others answer costs least */
  questions: readonly Question[]
  /** @param answers undefined where a question failed */
  examine: (answers: readonly unknown[], address: Address, chainId: number) => Suspicion | null
}

/** As a question is written down: its signature alone, or with arguments. */
type Written = string | readonly [signature: string, ...args: unknown[]]

/**
 * Writes a question down by its signature.
 *
 * @example toQuestion('asset() view returns (address)') // { functionName: 'asset', abi: […], args: [] }
 */
export function toQuestion(written: Written): Question {
  const [signature, ...args] = typeof written === 'string' ? [written] : written
  return { abi: parseAbi([`function ${signature}`] as readonly string[]) as Abi, functionName: signature.slice(0, signature.indexOf('(')), args }
}

/**
 * Makes a recogniser that goes on only where all answers have the form they must have. A failed question, a wrong type and a silly value are
 * the same: not that.
 *
 * @param asks what tells it apart first; few others should answer that
 * @param answers one form for each, in the same order
 * @example toRecogniser({ id: 'named', asks: ['named() view returns (bool)'], answers: z.tuple([z.literal(true)]),
 *   examine: () => toFinding({ name: 'named', said: 'named() = true' }) })
 */
export function toRecogniser<Answers>({
  id,
  asks,
  answers: schema,
  examine,
}: {
  id: string
  asks: readonly Written[]
  answers: z.ZodType<Answers>
  examine: (answers: Answers, address: Address, chainId: number) => Suspicion | Finding | null
}): Recogniser {
  return {
    id,
    questions: asks.map(toQuestion),
    examine(values, address, chainId) {
      const answers = schema.safeParse(values)
      const examined = answers.success ? examine(answers.data, address, chainId) : null
      return examined && 'kind' in examined ? { confirmations: [], conclude: () => examined } : examined
    },
  }
}

/**
 * A contract of a family, with what most of them leave out.
 *
 * @example toFinding({ name: 'governor', said: 'votingPeriod() = 5760' }).evidence // 'answers'
 */
export const toFinding = (finding: Pick<Finding, 'name' | 'said'> & Partial<Finding>): Finding => ({
  kind: 'contract',
  role: null,
  evidence: 'answers',
  family: null,
  assets: [],
  contracts: {},
  ...finding,
})

/** An address that names somebody. */
export const accountSchema = addressSchema.refine((address) => address !== zeroAddress, 'the zero address')
export const amountSchema = z.bigint().nonnegative()
