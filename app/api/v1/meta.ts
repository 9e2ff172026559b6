import { z } from 'zod'
import { toLabelVersion } from '@/db/labelSets'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Outlook } from '@/lib/domain/outlook'
import type { Lens } from '@/lib/domain/lens'
import type { Token } from '@/lib/domain/protocol'
import type { Audit } from '@/lib/domain/snapshot'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { methodVersion } from '@/lib/publish/identity'
import { auditStatus, blockHash, blockNumber, lensName, rawAmount, slug, time, token } from './schemas'

/** What an answer's figures rest on. */
export interface Basis {
  protocol: Outlook & { slug: string; name: string }
  token: Token
  block: { number: number; hash: string | null; timestamp: number } | null
  /** Unix seconds; null where the answer holds figures of many moments */
  computedAt: number | null
  lens: Lens | null
  denominator: bigint | null
  audit: Audit['status'] | null
  gaps: number
}

/** Stands beside the data of every answer. */
export const metaSchema = z.strictObject({
  protocol: slug.nullable(),
  token: token.nullable(),
  block_number: blockNumber.nullable(),
  block_hash: blockHash.nullable(),
  block_time: time.nullable(),
  computed_at: time.nullable().meta({ description: 'When the snapshot was taken; null where the answer holds figures of many moments' }),
  method_version: z.int(),
  label_version: z.string().nullable().meta({ description: 'Which labels the lens was looked through with' }),
  lens: lensName.nullable(),
  denominator_raw: rawAmount.nullable().meta({ description: 'What shares are taken of, smallest units' }),
  audit: auditStatus.nullable(),
  gaps: z.int().meta({ description: 'How many readings failed and are missing' }),
  licence: z.literal('CC BY 4.0'),
  licence_url: z.url(),
  citation: z.string(),
})

/** What an answer rests on, as it is sent. */
export function toMeta(name: string, basis: Basis | null): z.input<typeof metaSchema> {
  const block = basis?.block ?? null
  return {
    protocol: basis?.protocol.slug ?? null,
    token: basis && toTokenAnswer(basis.token),
    block_number: block?.number ?? null,
    block_hash: block?.hash ?? null,
    block_time: block && toIsoTime(block.timestamp),
    computed_at: basis?.computedAt ? toIsoTime(basis.computedAt) : null,
    method_version: methodVersion,
    label_version: basis && toLabelVersion(basis.protocol),
    lens: basis?.lens?.id ?? null,
    denominator_raw: basis?.denominator?.toString() ?? null,
    audit: basis?.audit ?? null,
    gaps: basis?.gaps ?? 0,
    licence: 'CC BY 4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    citation: toCitation(name, basis),
  }
}

function toCitation(name: string, basis: Basis | null): string {
  if (!basis) return `Lorenz, ${name}. Method ${methodVersion}. CC BY 4.0.`
  const { protocol, token, block, lens } = basis
  const parts = [`${name} of ${protocol.name} (${token.symbol})`, block && `block ${block.number}${block.hash ? ` (${block.hash})` : ''}, ${toIsoTime(block.timestamp)}`, lens && `lens ${lens.id}`, `method ${methodVersion}`]
  return `Lorenz, ${parts.filter(Boolean).join(', ')}. CC BY 4.0.`
}

export const toTokenAnswer = ({ chainId, address, symbol, decimals }: Token): z.input<typeof token> => ({ chain_id: chainId, address: toChecksumAddress(address), symbol, decimals })
