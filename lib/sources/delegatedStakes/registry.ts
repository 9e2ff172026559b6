import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'
import { bondingNetwork } from './bondingNetwork'
import { graphNetwork } from './graphNetwork'
import { pocoNetwork } from './pocoNetwork'
import type { StakeNetworkSource } from './stakeNetworkSource'

/** Every family of networks whose operators' stakes and earnings can be told from logs. */
export const stakeNetworkSources: readonly StakeNetworkSource[] = [bondingNetwork, graphNetwork, pocoNetwork]

/**
 * The network source of a wrapper's source, or null: most contracts that hold for others are no network.
 *
 * @example findStakeNetwork('bondingManager')?.feesIn // 'ether'
 */
export const findStakeNetwork = (id: string): StakeNetworkSource | null => stakeNetworkSources.find((source) => source.id === id) ?? null

/**
 * Logs from which a wrapper's network is read; none where it is none.
 *
 * @example toNetworkLogs(wrapper).length // 3
 */
export const toNetworkLogs = (wrapper: Wrapper): readonly LogFilter[] => findStakeNetwork(wrapper.source)?.logs(wrapper) ?? []
