import { parseAbi } from 'viem'
import { z } from 'zod'
import type { CallResult } from '../../chain/reader'
import { addressSchema } from '../../domain/address'
import type { Support } from '../../domain/ballot'
import type { Governor } from '../../domain/governance'
import type { Gap } from '../../domain/snapshot'
import type { GovernorReader } from './governorSource'
import type { GovernorTerms } from './governorTerms'

const governorAbi = parseAbi([
  'function COUNTING_MODE() view returns (string)',
  'function CLOCK_MODE() view returns (string)',
  'function timelock() view returns (address)',
  'function proposalThreshold() view returns (uint256)',
])
const timelockAbi = parseAbi(['function GRACE_PERIOD() view returns (uint256)', 'function getMinDelay() view returns (uint256)'])

/**
 * How an OpenZeppelin Governor counts, by its COUNTING_MODE and CLOCK_MODE. One that knows no CLOCK_MODE is older than ERC-6372 and counts blocks.
 *
 * @throws Error where it answers nothing at all
 */
export async function readOpenZeppelinTerms(governor: Governor, reader: GovernorReader, blockNumber: number): Promise<GovernorTerms> {
  const ask = (functionName: string) => ({ address: governor.address, abi: governorAbi, functionName })
  const [mode, clock, timelock, threshold] = await reader.readContracts(['COUNTING_MODE', 'CLOCK_MODE', 'timelock', 'proposalThreshold'].map(ask), blockNumber)
  if (mode?.status !== 'ok' && threshold?.status !== 'ok') throw new Error(`Governor ${governor.address} does not answer at block ${blockNumber}: ${toFailure(mode)}`)
  const counting = mode?.status === 'ok' ? toCounting(z.string().parse(mode.value)) : { quorumOf: null, takesFractions: false, gaps: [{ subject: 'COUNTING_MODE', reason: toFailure(mode) }] }
  const { grace, gaps } = timelock?.status === 'ok' ? await readGrace(timelock.value, reader, blockNumber) : { grace: null, gaps: [] }
  return {
    ...counting,
    clock: clock?.status === 'ok' && String(clock.value).includes('mode=timestamp') ? 'timestamp' : 'blockNumber',
    grace,
    threshold: threshold?.status === 'ok' ? z.bigint().parse(threshold.value) : null,
    gaps: [...counting.gaps, ...gaps],
  }
}

/**
 * What COUNTING_MODE says, in the form of a query.
 *
 * @example toCounting('support=bravo&quorum=for,abstain') // { quorumOf: ['for', 'abstain'], takesFractions: false, gaps: [] }
 */
export function toCounting(mode: string): Pick<GovernorTerms, 'quorumOf' | 'takesFractions' | 'gaps'> {
  const words = new URLSearchParams(mode)
  const counted = (words.get('quorum') ?? '').split(',')
  const known: Readonly<Record<string, readonly Support[]>> = { for: ['for'], against: ['against'], abstain: ['abstain'], bravo: ['for'] }
  const isUnderstood = (words.get('support') ?? '').split(',').includes('bravo') && counted.every((word) => word in known)
  return {
    quorumOf: isUnderstood ? counted.flatMap((word) => known[word]!) : null,
    takesFractions: words.get('params') === 'fractional',
    gaps: isUnderstood ? [] : [{ subject: 'COUNTING_MODE', reason: `it says "${mode.slice(0, 200)}", which is not understood here` }],
  }
}

/** Compound's timelock lets nothing be executed after a grace period; OpenZeppelin's knows no such thing. */
async function readGrace(answer: unknown, reader: GovernorReader, blockNumber: number): Promise<{ grace: number | null; gaps: Gap[] }> {
  const address = addressSchema.parse(answer)
  const [grace, delay] = await reader.readContracts(['GRACE_PERIOD', 'getMinDelay'].map((functionName) => ({ address, abi: timelockAbi, functionName })), blockNumber)
  if (grace?.status === 'ok') return { grace: Number(z.bigint().parse(grace.value)), gaps: [] }
  return { grace: null, gaps: delay?.status === 'ok' ? [] : [{ subject: 'timelock', reason: toFailure(grace) }] }
}

/**
 * How GovernorAlpha and GovernorBravo count: by blocks, and votes for alone towards the quorum.
 *
 * @throws Error where it answers nothing at all
 */
export async function readCompoundTerms(governor: Governor, reader: GovernorReader, blockNumber: number): Promise<GovernorTerms> {
  const ask = (functionName: string) => ({ address: governor.address, abi: governorAbi, functionName })
  const [timelock, threshold] = await reader.readContracts(['timelock', 'proposalThreshold'].map(ask), blockNumber)
  if (timelock?.status !== 'ok') throw new Error(`Governor ${governor.address} does not name its timelock at block ${blockNumber}: ${toFailure(timelock)}`)
  const { grace, gaps } = await readGrace(timelock.value, reader, blockNumber)
  return { clock: 'blockNumber', grace, quorumOf: ['for'], takesFractions: false, threshold: threshold?.status === 'ok' ? z.bigint().parse(threshold.value) : null, gaps }
}

const toFailure = (answer: CallResult | undefined): string => (answer?.status === 'failed' ? answer.reason : 'no answer')
