import { z } from 'zod'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { categories, type Category } from '@/lib/domain/protocol'
import { requireProtocol } from '../find'
import { toTokenAnswer } from '../meta'
import { defineResource } from '../resource'
import { checksumAddress, slug, text, token } from '../schemas'

const protocol = z.strictObject({
  slug,
  name: z.string(),
  category: z.enum(Object.keys(categories) as [Category, ...Category[]]),
  website: z.url(),
  demo: z.boolean().meta({ description: 'Whether it lives on the demo chain only' }),
  token,
  pools: z.array(z.strictObject({ address: checksumAddress, symbol: z.string(), kind: z.string() })),
  labels: z.int(),
  caveats: z.array(text).meta({ description: 'What must be known before its figures are believed' }),
})

const toAnswer = ({ slug, name, category, website, demo, token, pools, labels, caveats }: TrackedProtocol): z.input<typeof protocol> => ({
  slug,
  name,
  category,
  website,
  demo,
  token: toTokenAnswer(token),
  pools: pools.map(({ lpToken, kind }) => ({ address: toChecksumAddress(lpToken.address), symbol: lpToken.symbol, kind })),
  labels: labels.length,
  caveats,
})

export const protocols = defineResource({
  id: 'protocols',
  address: '/protocols',
  name: { en: 'Protocols', de: 'Protokolle' },
  description: { en: 'Every followed protocol with its token and its pools.', de: 'Alle verfolgten Protokolle mit Token und Pools.' },
  path: z.strictObject({}),
  query: z.strictObject({}),
  data: z.array(protocol),
  cost: 'plain',
  load: async ({ database }) => ({ data: (await loadProtocols(database)).map(toAnswer), basis: null, next: null, freshness: 'newest' }),
})

export const oneProtocol = defineResource({
  id: 'protocol',
  address: '/protocols/{slug}',
  name: { en: 'One protocol', de: 'Ein Protokoll' },
  description: { en: 'One followed protocol with its token and its pools.', de: 'Ein verfolgtes Protokoll mit Token und Pools.' },
  path: z.strictObject({ slug }),
  query: z.strictObject({}),
  data: protocol,
  cost: 'plain',
  load: async ({ path, database }) => ({ data: toAnswer(await requireProtocol(database, path.slug)), basis: null, next: null, freshness: 'newest' }),
})
