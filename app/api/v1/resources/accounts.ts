import { z } from 'zod'
import { loadAccountHoldings } from '@/db/accountHoldings'
import { loadAccountLabels } from '@/db/labels'
import { loadProtocols } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toDecimalString, toRatio } from '@/lib/domain/amount'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { toTokenAnswer } from '../meta'
import { defineResource } from '../resource'
import { address, blockNumber, checksumAddress, day, decimalAmount, label, rawAmount, share, slug, time, token } from '../schemas'

export const accounts = defineResource({
  id: 'accounts',
  address: '/accounts/{address}',
  name: { en: 'One account', de: 'Ein Konto' },
  description: {
    en: 'What one account holds of every followed token, each in its newest snapshot, and who it is said to be. An account that was never seen holds nothing.',
    de: 'Was ein Konto von jedem verfolgten Token hält, jeweils im neuesten Stand, und wem es zugeschrieben wird. Ein nie gesehenes Konto hält nichts.',
  },
  path: z.strictObject({ address }),
  query: z.strictObject({}),
  data: z.strictObject({
    address: checksumAddress,
    labels: z.array(label.extend({ protocol: slug, as_of: day })),
    holdings: z.array(
      z.strictObject({ protocol: slug, token, rank: z.int().positive(), balance_raw: rawAmount, balance: decimalAmount, share, block_number: blockNumber, block_time: time }),
    ),
  }),
  cost: 'plain',
  load: async ({ path, database }) => {
    const [held, labels, protocols] = await Promise.all([
      loadAccountHoldings(database, path.address),
      loadAccountLabels(database, path.address),
      loadProtocols(database),
    ])
    const tokens = new Map(protocols.flatMap(({ tokenId, token, pools }) => [[tokenId, token] as const, ...pools.map((pool) => [pool.tokenId, pool.lpToken] as const)]))
    const holdings = held.flatMap(({ protocol, tokenId, rank, amount, denominator, block, timestamp }) => {
      const token = tokens.get(tokenId)
      if (!token) return []
      const balance = { balance_raw: String(amount), balance: toDecimalString(amount, token.decimals), share: toRatio(amount, denominator) }
      return [{ protocol, token: toTokenAnswer(token), rank, ...balance, block_number: block, block_time: toIsoTime(timestamp) }]
    })
    return {
      data: {
        address: toChecksumAddress(path.address),
        labels: labels.map(({ protocol, name, role, kind, source, asOf }) => ({ protocol, name, role, kind, source, as_of: asOf })),
        holdings,
      },
      basis: null,
      next: null,
      freshness: 'newest',
    }
  },
})
