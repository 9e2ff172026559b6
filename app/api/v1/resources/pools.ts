import { z } from 'zod'
import { loadNewestSnapshot, loadReserves } from '@/db/snapshots'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toDecimalString } from '@/lib/domain/amount'
import { headlineLens } from '@/lib/ownership/lenses'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { requireProtocol } from '../find'
import { toMetricValues } from '../metricValues'
import { defineResource } from '../resource'
import { blockNumber, checksumAddress, decimalAmount, metricResult, rawAmount, slug, time } from '../schemas'

const reserve = z.strictObject({ address: checksumAddress, symbol: z.string(), decimals: z.int(), reserve_raw: rawAmount, reserve: decimalAmount })

export const pools = defineResource({
  id: 'pools',
  address: '/protocols/{slug}/pools',
  name: { en: 'Pools', de: 'Pools' },
  description: {
    en: 'A protocol’s liquidity pools: what each held at its newest snapshot, and how concentrated its providers are. With pool=<address> all other lists speak of its LP token.',
    de: 'Die Liquiditätspools eines Protokolls: was jeder im neuesten Stand hielt und wie konzentriert die Anbieter sind. Mit pool=<Adresse> sprechen alle anderen Listen vom LP-Token.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({}),
  data: z.array(
    z.strictObject({
      address: checksumAddress,
      symbol: z.string(),
      decimals: z.int(),
      kind: z.string(),
      source: z.string(),
      block_number: blockNumber.nullable(),
      block_time: time.nullable(),
      reserves: z.array(reserve).nullable(),
      metrics: z.record(z.string(), metricResult).nullable(),
    }),
  ),
  cost: 'plain',
  load: async ({ path, database }) => {
    const protocol = await requireProtocol(database, path.slug)
    const data = await Promise.all(
      protocol.pools.map(async ({ tokenId, lpToken, kind, source }) => {
        const snapshot = await loadNewestSnapshot(database, tokenId)
        const held = snapshot && (await loadReserves(database, snapshot.id))
        return {
          address: toChecksumAddress(lpToken.address),
          symbol: lpToken.symbol,
          decimals: lpToken.decimals,
          kind,
          source,
          block_number: snapshot?.block?.number ?? null,
          block_time: snapshot?.block ? toIsoTime(snapshot.block.timestamp) : null,
          reserves: held ? held.tokens.map(({ address, symbol, decimals, reserve }) => ({ address: toChecksumAddress(address), symbol, decimals, reserve_raw: String(reserve), reserve: toDecimalString(reserve, decimals) })) : null,
          metrics: snapshot && toMetricValues(snapshot.measurements.find(({ lens }) => lens === headlineLens)?.metrics ?? {}),
        }
      }),
    )
    return {
      data,
      basis: { protocol, token: protocol.token, block: null, computedAt: null, lens: null, denominator: null, audit: null, gaps: 0 },
      next: null,
      freshness: 'newest',
    }
  },
})
