import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'
import { aaveToken } from './aaveToken'
import { comet } from './comet'
import { compoundToken } from './compoundToken'
import type { LiquidationSource } from './liquidationSource'

/** Every family of lending contracts whose liquidations can be told from logs. */
export const liquidationSources: readonly LiquidationSource[] = [compoundToken, comet, aaveToken]

/**
 * The liquidation source of a wrapper's source, or null: most contracts that hold for others lend nothing.
 *
 * @example findLiquidationSource('compoundToken')?.id // 'compoundToken'
 */
export const findLiquidationSource = (id: string): LiquidationSource | null => liquidationSources.find((source) => source.id === id) ?? null

/**
 * Logs from which liquidations of what a wrapper holds are read; none where it lends nothing.
 *
 * @example toLiquidationLogs(wrapper) // [{ address: '0x…', topics: ['0x2986…'] }]
 */
export const toLiquidationLogs = (wrapper: Wrapper): readonly LogFilter[] => findLiquidationSource(wrapper.source)?.logs(wrapper) ?? []
