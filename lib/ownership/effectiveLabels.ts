import type { Address } from '../domain/address'
import { accountRoles, confidences, type Label } from '../domain/label'
import type { LabelOrigin, LabelStatement } from '../domain/labelStatement'

/**
 * Who is heard first. The protocol's file was reviewed and is the same in every installation: figures stay comparable. An operator's file was
 * imported on purpose. An address book is published by those who deployed the contracts. What the chain tells comes last, because a contract
 * chooses what it answers: that it answers as a vault does not make it one.
 */
const precedence: readonly LabelOrigin[] = ['protocol', 'imported', 'addressBook', 'chain']

/**
 * One label for each account out of all that is said of it. Name, role, entity and exclusion are each taken from the first who says one, in
 * the order protocol's file, imported file, address book, chain; within an origin the more certain, then the later, then the file that comes
 * first by name. The kind is the chain's, which knows whether there is code, unless another knows more narrowly that it is a multisig.
 *
 * @returns by address; an account of which nobody says a name is called after its role or kind
 * @example toEffectiveLabels([{ address, origin: 'imported', name: 'Ada', kind: 'person', … }, { address, origin: 'chain', kind: 'contract', … }])
 * // [{ address, name: 'Ada', kind: 'contract', role: null, … }]
 */
export function toEffectiveLabels(statements: Iterable<LabelStatement>): Label[] {
  const byAddress = new Map<Address, LabelStatement[]>()
  for (const statement of statements) {
    const others = byAddress.get(statement.address)
    if (others) others.push(statement)
    else byAddress.set(statement.address, [statement])
  }
  return [...byAddress.values()].map(toEffectiveLabel).sort((a, b) => (a.address < b.address ? -1 : 1))
}

/** What of a label may come from one who says it and what from another. */
export const labelParts = ['name', 'role', 'entity', 'exclusion'] as const
export type LabelPart = (typeof labelParts)[number]

/**
 * Which statement counts for each part of an account's label: the first who says one, in the order of `toEffectiveLabels`.
 *
 * @param statements of one account in one protocol
 * @returns null for parts that nobody says
 * @example toCounting([{ origin: 'chain', name: 'Vault', role: 'vault', … }, { origin: 'imported', name: 'Ada', role: null, … }]).name?.origin // 'imported'
 */
export function toCounting<Statement extends LabelStatement>(statements: readonly Statement[]): Record<LabelPart, Statement | null> {
  const ordered = [...statements].sort(inPrecedence)
  const find = (part: LabelPart) => ordered.find((statement) => statement[part] !== null) ?? null
  return { name: find('name'), role: find('role'), entity: find('entity'), exclusion: find('exclusion') }
}

function toEffectiveLabel(statements: readonly LabelStatement[]): Label {
  const ordered = [...statements].sort(inPrecedence)
  const [first] = ordered
  if (!first) throw new RangeError('toEffectiveLabels: nothing is said')
  const { role: roleBy, name: nameBy, entity: entityBy, exclusion: exclusionBy } = toCounting(ordered)
  const role = roleBy?.role ?? null
  const kind = toKind(ordered)
  const main = nameBy ?? roleBy ?? first
  const least = Math.max(...[main, roleBy ?? main].map(({ confidence }) => confidences.indexOf(confidence)))
  return {
    address: first.address,
    kind,
    role,
    name: nameBy?.name ?? (role ? accountRoles[role].en : kind),
    source: main.source,
    asOf: main.asOf,
    ...(roleBy && roleBy.source !== main.source ? { roleSource: roleBy.source } : {}),
    ...(least > 0 ? { confidence: confidences[least] } : {}),
    ...(entityBy?.entity ? { entity: entityBy.entity } : {}),
    ...(exclusionBy?.exclusion ? { exclusion: exclusionBy.exclusion } : {}),
  }
}

function toKind(ordered: readonly LabelStatement[]): Label['kind'] {
  const known = ordered.filter(({ kind }) => kind !== 'unknown')
  const chain = known.find(({ origin }) => origin === 'chain')?.kind
  if (chain === 'contract') return known.some(({ kind }) => kind === 'multisig') ? 'multisig' : 'contract'
  return chain ?? known[0]?.kind ?? 'unknown'
}

/**
 * Who is heard before whom, for sorting.
 *
 * @example [chainStatement, importedStatement].sort(inPrecedence)[0] // importedStatement
 */
export function inPrecedence(a: LabelStatement, b: LabelStatement): number {
  return (
    precedence.indexOf(a.origin) - precedence.indexOf(b.origin) ||
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
    (a.asOf === b.asOf ? 0 : a.asOf > b.asOf ? -1 : 1) ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)
  )
}
