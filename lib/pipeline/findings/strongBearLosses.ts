import type { Database } from '@/db/database'
import { loadPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { strongBearLosses as thesis, type BadMonthsEvidence } from '../../findings/strongBearLosses'
import { toSizeDeciles } from '../../liquidity/sizeDeciles'
import { loadMarket } from '../markets/loadMarket'
import { loadFromStudy, type ThesisSource } from './thesisSource'

const notYet = { en: 'Its token’s history was not studied yet.', de: 'Der Verlauf seines Tokens ist noch nicht ausgewertet.' } as const

/** From the kept study of bad months, and from the results of pools' providers. */
export const strongBearLosses: ThesisSource<BadMonthsEvidence> = {
  thesis,
  ofHolders: true,
  load: (database, protocols) => Promise.all(protocols.map((protocol) =>
    loadFromStudy(database, protocol, 'badMonths', async (study) => ({ study, providers: await loadLosers(database, protocol) }), notYet))),
}

/** How many of the smaller half and of the largest tenth of each pool's providers have a loss at entry prices, over all pools with at least thirty. */
async function loadLosers(database: Database, protocol: TrackedProtocol): Promise<BadMonthsEvidence['providers']> {
  const sums = { smaller: { all: 0, lost: 0 }, largest: { all: 0, lost: 0 } }
  for (const { facts } of await loadPools(database, protocol.slug)) {
    const market = await loadMarket(database, protocol, facts.address, [], null)
    if (market === null || market === 'unknown') continue
    const deciles = toSizeDeciles(market.results, market.currency)
    if (deciles.status !== 'ok') continue
    for (const [decile, group] of deciles.value.entries()) {
      if (decile >= 5 && decile < 9) continue
      const sum = decile === 9 ? sums.largest : sums.smaller
      sum.all += group.length
      sum.lost += group.filter(({ money }) => money.net < 0n).length
    }
  }
  return sums.largest.all === 0 ? null : { smallerHalf: sums.smaller.lost / sums.smaller.all, largestTenth: sums.largest.lost / sums.largest.all }
}
