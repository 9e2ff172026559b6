import { z } from 'zod'
import { addressSchema } from './address'
import type { Text } from './text'

/** What somebody may do with a contract. Who may replace its code may do everything else too. */
export const controlPowers = {
  code: { en: 'replace its code', de: 'den Code austauschen' },
  act: { en: 'act through it', de: 'durch ihn handeln' },
  settings: { en: 'use rights in it', de: 'Rechte darin nutzen' },
  veto: { en: 'stop what it is about to do', de: 'aufhalten, was er vorhat' },
} as const satisfies Record<string, Text>
export type ControlPower = keyof typeof controlPowers

/** By what somebody has a power. */
export const controlMeans = {
  owner: { en: 'owner', de: 'Eigentümer' },
  pendingOwner: { en: 'owner to be, who need only accept', de: 'künftiger Eigentümer, der nur noch annehmen muss' },
  admin: { en: 'admin', de: 'Admin' },
  pendingAdmin: { en: 'admin to be, who need only accept', de: 'künftiger Admin, der nur noch annehmen muss' },
  proxyAdmin: { en: 'admin of the proxy', de: 'Admin des Proxys' },
  beacon: { en: 'beacon that names the code', de: 'Beacon, der den Code nennt' },
  role: { en: 'role', de: 'Rolle' },
  roleAdmin: { en: 'by granting the role', de: 'durch Vergabe der Rolle' },
  owners: { en: 'owners', de: 'Eigentümer' },
  module: { en: 'module, which needs no signatures', de: 'Modul, das keine Unterschriften braucht' },
  proposers: { en: 'proposers and executors', de: 'Vorschlagende und Ausführende' },
  vote: { en: 'vote', de: 'Abstimmung' },
  named: { en: 'named by the contract', de: 'vom Contract benannt' },
} as const satisfies Record<string, Text>

/** What an account is, as far as its keys are concerned. */
export const controlKinds = {
  person: { en: 'key', de: 'Schlüssel' },
  nobody: { en: 'nobody', de: 'niemand' },
  safe: { en: 'Safe', de: 'Safe' },
  timelock: { en: 'timelock', de: 'Timelock' },
  governor: { en: 'Governor: by vote', de: 'Governor: durch Abstimmung' },
  contract: { en: 'contract', de: 'Contract' },
  unread: { en: 'could not be read', de: 'nicht lesbar' },
} as const satisfies Record<string, Text>
export type ControlKind = keyof typeof controlKinds

/** Why a step of the map is missing. What there is besides, nobody here knows: a figure that rests on it is a bound. */
export const controlGaps = {
  noAnswer: { en: 'the node did not answer', de: 'der Node hat nicht geantwortet' },
  unknownContract: { en: 'who controls this contract could not be read', de: 'wer diesen Contract kontrolliert, ließ sich nicht lesen' },
  unknownProxy: { en: 'it runs code of other contracts, and which one is in no slot known here', de: 'er führt Code anderer Contracts aus, und welchen, steht in keinem hier bekannten Slot' },
  unknownGuard: { en: 'its code can be replaced, and by whom could not be read', de: 'sein Code lässt sich austauschen, und von wem, ließ sich nicht lesen' },
  answersEverything: { en: 'it answers whatever it is asked, and says nothing by it', de: 'er antwortet auf alles, und das sagt nichts' },
  noGas: { en: 'its code leaves no gas for an answer', de: 'sein Code lässt für eine Antwort kein Gas übrig' },
  roles: { en: 'who has its roles could not be read', de: 'wer seine Rollen hat, ließ sich nicht lesen' },
  tooMany: { en: 'too many accounts to follow each', de: 'zu viele Konten, um jedem zu folgen' },
  tooDeep: { en: 'not followed further: the map has reached its limit', de: 'nicht weiter verfolgt: Die Karte ist an ihrer Grenze' },
} as const satisfies Record<string, Text>
export type ControlGapReason = keyof typeof controlGaps

const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as [Key, ...Key[]]

/** One way to a power: of every group as many members as its threshold must agree. Without groups, anybody may. */
export const controlWaySchema = z.object({
  power: z.enum(keys(controlPowers)),
  means: z.enum(keys(controlMeans)),
  /** Which role, or as what the contract names it: a word of the chain, never of the page's language */
  detail: z.string().nullable(),
  groups: z.array(z.object({ threshold: z.int().positive(), members: z.array(addressSchema) })),
  /** Seconds between asking for something and its happening */
  delay: z.int().nonnegative(),
  /** Which call, slot or logs say so, as in 'owner() = 0x…' */
  evidence: z.string(),
})
export type ControlWay = z.infer<typeof controlWaySchema>

export const controlNodeSchema = z.object({
  address: addressSchema,
  kind: z.enum(keys(controlKinds)),
  /** What it answered that says what it is, as in 'getThreshold() = 3' */
  said: z.array(z.string()),
  /** Whose code it runs; null where it is no proxy */
  implementation: addressSchema.nullable(),
  ways: z.array(controlWaySchema),
  /** `power` is what could not be read: who has it */
  gaps: z.array(z.object({ power: z.enum(keys(controlPowers)), reason: z.enum(keys(controlGaps)), detail: z.string().nullable() })),
})
export type ControlNode = z.infer<typeof controlNodeSchema>

/** Who has the keys of some contracts, at one block. */
export const controlMapSchema = z.object({
  /** The contracts that are asked about, in the order of the protocol's file */
  roots: z.array(z.object({ address: addressSchema, name: z.string(), fact: z.string() })),
  /** Each account once */
  nodes: z.array(controlNodeSchema),
})
export type ControlMap = z.infer<typeof controlMapSchema>
