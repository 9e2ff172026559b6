import { z } from 'zod'
import { addressSchema } from './address'
import { accountKinds, confidences, labelSchema, type Label } from './label'
import { toLabelText } from './labelText'
import type { Recognised } from './recognised'
import type { Text } from './text'

/** Who says something of accounts. */
export const labelOrigins = {
  protocol: { en: 'the protocol’s file', de: 'Datei des Protokolls' },
  imported: { en: 'imported file', de: 'importierte Datei' },
  addressBook: { en: 'published address book', de: 'veröffentlichtes Adressbuch' },
  chain: { en: 'recognised on the chain', de: 'auf der Chain erkannt' },
} as const satisfies Record<string, Text>
export type LabelOrigin = keyof typeof labelOrigins

const words = (longest: number) => z.string().transform((text) => toLabelText(text, longest))
const wordsOrNone = (longest: number) => words(longest).transform((text) => text || null).nullable().default(null)

/** What one origin says of an account. Several may, and each may say only a part: `toEffectiveLabels` makes one label of them. */
export const labelStatementSchema = z.object({
  address: addressSchema,
  origin: z.enum(Object.keys(labelOrigins) as [LabelOrigin, ...LabelOrigin[]]).default('protocol'),
  /** The file or the package that says so; empty where the origin is one */
  file: words(200).default(''),
  kind: z.enum(accountKinds).default('unknown'),
  role: labelSchema.shape.role.default(null),
  name: wordsOrNone(120),
  /** A URL, or the on-chain fact */
  source: words(500).pipe(z.string().min(1)),
  asOf: z.iso.date(),
  confidence: z.enum(confidences).default('certain'),
  /** The owner, by the name that all its addresses share */
  entity: wordsOrNone(120),
  /** Why a published list leaves this account out of what it counts */
  exclusion: wordsOrNone(500),
})
export type LabelStatement = z.infer<typeof labelStatementSchema>
export type LabelStatementInput = z.input<typeof labelStatementSchema>

/**
 * What a protocol's own file says, as a statement like all others. It is reviewed by hand and kept word for word.
 *
 * @example toStatement({ address, kind: 'contract', role: 'timelock', name: 'Timelock', source: 'https://…', asOf: '2026-04-01' }).origin // 'protocol'
 */
export function toStatement({ roleSource: _, ...label }: Label): LabelStatement {
  const { confidence = 'certain', entity = null, exclusion = null } = label
  return { ...label, origin: 'protocol', file: '', confidence, entity, exclusion }
}

/**
 * What the chain says. A name that a contract gives itself is somebody's words: it is cleaned like all others. What only the contract itself
 * says is likely and no more: anybody can write one that answers so.
 *
 * @param asOf UTC day of the block
 * @example toChainStatement({ address, kind: 'multisig', role: null, name: 'Safe, 2 of 3', fact: 'getThreshold() answers 2', evidence: 'answers' }, '2026-04-01').origin // 'chain'
 */
export const toChainStatement = ({ address, kind, role, name, fact, evidence }: Pick<Recognised, 'address' | 'kind' | 'role' | 'name' | 'fact' | 'evidence'>, asOf: string): LabelStatement =>
  labelStatementSchema.parse({ address, kind, role, name, origin: 'chain', source: fact, asOf, confidence: evidence === 'answers' ? 'likely' : 'certain' })
