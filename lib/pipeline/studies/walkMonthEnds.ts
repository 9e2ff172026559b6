import type { MonthHoldings } from '../../domain/holderClass'
import { isMonthEnd } from '../../metrics/monthEnds'
import { headlineLens, toLens } from '../../ownership/lenses'
import { walkSeenBalances, type SeenDay } from '../walkSeenBalances'
import { toMonthEnds } from './monthEnds'
import { openMonthHoldings } from './monthHoldings'
import type { StudyWork } from './study'

/** The end of a month under the lens of the headlines. */
export interface MonthEnd extends SeenDay {
  /** false for the very last day of the ledger alone, where its month goes on */
  isOver: boolean
  /** What people and firms held; to be asked of every month that is over or of none */
  toHoldings: () => MonthHoldings
}

/** A token's whole history from end of month to end of month: once for all studies that follow it. */
export async function* walkMonthEnds({ database, ledger, days, onProgress }: Pick<StudyWork, 'database' | 'ledger' | 'days' | 'onProgress'>): AsyncGenerator<MonthEnd> {
  const ends = toMonthEnds(days)
  const toHoldings = openMonthHoldings(ledger)
  let done = 0
  for await (const seen of walkSeenBalances({ database, ledger, lens: toLens(headlineLens) }, ends)) {
    let holdings: MonthHoldings | null = null
    yield { ...seen, isOver: isMonthEnd(seen.day), toHoldings: () => (holdings ??= toHoldings(seen)) }
    onProgress?.({ label: `studies of ${ledger.token.symbol}`, unit: 'months', done: ++done, total: ends.length })
  }
}
