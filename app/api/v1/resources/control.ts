import { z } from 'zod'
import { loadControlMap } from '@/db/controlMaps'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { controlGaps, controlKinds, controlMeans, controlPowers } from '@/lib/domain/controlMap'
import { controlFigures, type WeakestWay } from '@/lib/governance/controlFigures'
import { toControlNames } from '@/lib/views/controlWords'
import { requireProtocol } from '../find'
import { defineResource } from '../resource'
import { checksumAddress, slug } from '../schemas'

const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as [Key, ...Key[]]
const seconds = z.int().nonnegative().meta({ description: 'Seconds between asking for something and its happening' })
const power = z.enum(keys(controlPowers)).meta({ description: 'code: replace it; act: through the contract; settings: use rights in it; veto: stop what it is about to do' })
const reason = z.enum(keys(controlGaps))

const way = z.strictObject({ signatures: z.int(), delay_seconds: seconds, keys: z.array(checksumAddress), governors: z.array(checksumAddress) })
const figure = z.strictObject({
  address: checksumAddress,
  name: z.string(),
  fact: z.string(),
  power,
  control: z.enum(['keys', 'vote', 'anybody', 'nobody', 'unread']),
  weakest: way.nullable(),
  quickest: way.nullable().meta({ description: 'The quickest way of all, where it is another one' }),
  by_vote: z.array(checksumAddress),
  is_bound: z.boolean().meta({ description: 'Whether something unread may hide a way of fewer signatures: at most' }),
  gaps: z.array(z.strictObject({ address: checksumAddress, reason, detail: z.string().nullable() })),
})
const account = z.strictObject({
  address: checksumAddress,
  name: z.string().nullable(),
  kind: z.enum(keys(controlKinds)),
  said: z.array(z.string()),
  implementation: checksumAddress.nullable(),
  ways: z.array(z.strictObject({
    power,
    means: z.enum(keys(controlMeans)),
    detail: z.string().nullable(),
    groups: z.array(z.strictObject({ threshold: z.int(), members: z.array(checksumAddress) })).meta({ description: 'Of every group as many as its threshold must agree; none: anybody may' }),
    delay_seconds: seconds,
    evidence: z.string(),
  })),
  gaps: z.array(z.strictObject({ power, reason, detail: z.string().nullable() })),
})

const toWay = ({ signatures, delay, keys: signers, governors }: WeakestWay) => ({
  signatures, delay_seconds: delay, keys: signers.map(toChecksumAddress), governors: governors.map(toChecksumAddress),
})

export const control = defineResource({
  id: 'control',
  address: '/protocols/{slug}/control',
  name: { en: 'Keys', de: 'Schlüssel' },
  description: {
    en: 'Who has the keys of a protocol’s contracts, at one block: how many signatures replace the code, how long users have to leave, and the whole map with its evidence. null before it was first read.',
    de: 'Wer die Schlüssel der Contracts eines Protokolls hat, in einem Block: wie viele Unterschriften den Code austauschen, wie lange Nutzern zum Gehen bleibt, und die ganze Karte mit ihren Belegen. null, bevor sie zum ersten Mal gelesen ist.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({}),
  data: z.strictObject({ figures: z.array(figure), accounts: z.array(account) }).nullable(),
  cost: 'plain',
  load: async ({ path, database }) => {
    const protocol = await requireProtocol(database, path.slug)
    const saved = await loadControlMap(database, protocol.slug)
    const basis = { protocol, token: protocol.token, block: saved?.block ?? null, computedAt: null, lens: null, denominator: null, audit: null, gaps: saved?.map.nodes.reduce((sum, { gaps }) => sum + gaps.length, 0) ?? 0 }
    if (!saved) return { data: null, basis, next: null, freshness: 'newest' }
    const nameOf = toControlNames(saved.map, protocol.labels)
    const data = {
      figures: controlFigures(saved.map).map(({ root, power: asked, status, weakest, quickest, byVote, isBound, gaps }) => ({
        address: toChecksumAddress(root.address), name: root.name, fact: root.fact, power: asked, control: status,
        weakest: weakest && toWay(weakest), quickest: quickest && toWay(quickest), by_vote: byVote.map(toChecksumAddress), is_bound: isBound,
        gaps: gaps.map(({ account: of, ...gap }) => ({ address: toChecksumAddress(of), ...gap })),
      })),
      accounts: saved.map.nodes.map(({ address, kind, said, implementation, ways, gaps }) => ({
        address: toChecksumAddress(address), name: nameOf(address), kind, said, implementation: implementation && toChecksumAddress(implementation), gaps,
        ways: ways.map(({ delay, groups, ...rest }) => ({ ...rest, delay_seconds: delay, groups: groups.map(({ threshold, members }) => ({ threshold, members: members.map(toChecksumAddress) })) })),
      })),
    }
    return { data, basis, next: null, freshness: 'newest' }
  },
})
