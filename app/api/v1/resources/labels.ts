import { z } from 'zod'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { requireProtocol } from '../find'
import { defineResource } from '../resource'
import { checksumAddress, day, label, slug } from '../schemas'

export const labels = defineResource({
  id: 'labels',
  address: '/protocols/{slug}/labels',
  name: { en: 'Labels', de: 'Bezeichnungen' },
  description: {
    en: 'Who the accounts of a protocol are, who says so, and since when. They decide what a lens leaves out.',
    de: 'Wem die Konten eines Protokolls gehören, wer das sagt und seit wann. Sie entscheiden, was eine Sicht auslässt.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({}),
  data: z.array(label.extend({ address: checksumAddress, as_of: day })),
  cost: 'plain',
  load: async ({ path, database }) => {
    const protocol = await requireProtocol(database, path.slug)
    return {
      data: protocol.labels.map(({ address, name, role, kind, source, asOf }) => ({ address: toChecksumAddress(address), name, role, kind, source, as_of: asOf })),
      basis: { protocol, token: protocol.token, block: null, computedAt: null, lens: null, denominator: null, audit: null, gaps: 0 },
      next: null,
      freshness: 'newest',
    }
  },
})
