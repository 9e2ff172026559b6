import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'
import type { DistributionSource } from './distributionSource'
import { merkleDistributor } from './merkleDistributor'

/** Every family of contracts whose handing out can be told from its logs. */
export const distributionSources: readonly DistributionSource[] = [merkleDistributor]

/**
 * The distribution source of a wrapper's source, or null: most contracts that hold for others hand nothing out.
 *
 * @example findDistributionSource('merkleDistributor')?.id // 'merkleDistributor'
 */
export const findDistributionSource = (id: string): DistributionSource | null => distributionSources.find((source) => source.id === id) ?? null

/**
 * Logs that tell to whom a wrapper handed out what; none where it hands nothing out that is known.
 *
 * @example toDistributionLogs(wrapper) // [{ address: '0x090d…', topics: ['0x4ec9…'] }]
 */
export const toDistributionLogs = (wrapper: Wrapper): readonly LogFilter[] => findDistributionSource(wrapper.source)?.logs(wrapper) ?? []
