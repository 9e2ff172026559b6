import type { AccountStatement, EntityMember } from '@/lib/domain/account'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import { accountKinds, accountRoles, type Confidence } from '@/lib/domain/label'
import { labelOrigins } from '@/lib/domain/labelStatement'
import type { Locale, Text } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { formatDate } from './format'
import { toAccountCell, toSourceCell } from './accountCells'

const confidenceTexts: Record<Confidence, Text> = {
  certain: { en: 'certain', de: 'sicher' },
  likely: { en: 'likely', de: 'wahrscheinlich' },
  guess: { en: 'a guess', de: 'vermutet' },
}
const kindTexts: Record<(typeof accountKinds)[number], Text> = {
  person: { en: 'person', de: 'Person' },
  contract: { en: 'contract', de: 'Contract' },
  multisig: { en: 'multisig', de: 'Multisig' },
  unknown: { en: 'unknown', de: 'unbekannt' },
}
const partTexts: Record<AccountStatement['counts'][number], Text> = {
  name: { en: 'name', de: 'Name' },
  role: { en: 'role', de: 'Rolle' },
  entity: { en: 'owner', de: 'Eigentümer' },
  exclusion: { en: 'exclusion', de: 'Ausschluss' },
}

const words = {
  en: {
    caption: 'Who it is said to be', name: 'Name', protocol: 'Protocol', role: 'Role', kind: 'Kind', entity: 'Owner', counts: 'What of it counts', confidence: 'Confidence', origin: 'Who says so', source: 'Source', asOf: 'As of', nothing: 'nothing', none: 'Nobody says anything of this account.',
    said: (count: number, origins: string) => `${count === 1 ? 'One statement' : `${count} statements`} about this account: ${origins}.`,
    order: 'Heard first is the protocol’s own file, then imported files, address books and the chain; within these the more certain, then the later. Names are quoted as their source writes them.',
    entityCaption: 'One holder with others', account: 'Account', rule: 'Rule', evidence: 'Evidence', ifChosen: (rule: string) => `${rule} (only if chosen)`, alone: 'It counts alone: no rule that is followed makes it one holder with others.',
    together: (count: number, protocols: string) => `It counts as one holder with ${count === 1 ? 'one other account' : `${count} other accounts`} (${protocols}).`,
    merging: 'Merging can only make a token look more concentrated. The lenses without “owners merged” show each address by itself.',
  },
  de: {
    caption: 'Wem es zugeschrieben wird', name: 'Name', protocol: 'Protokoll', role: 'Rolle', kind: 'Art', entity: 'Eigentümer', counts: 'Was davon zählt', confidence: 'Sicherheit', origin: 'Wer das sagt', source: 'Quelle', asOf: 'Stand', nothing: 'nichts', none: 'Über dieses Konto sagt niemand etwas.',
    said: (count: number, origins: string) => `${count === 1 ? 'Eine Angabe' : `${count} Angaben`} zu diesem Konto: ${origins}.`,
    order: 'Zuerst zählt die Datei des Protokolls, dann importierte Dateien, Adressbücher und die Chain; darunter das Sicherere, dann das Neuere. Namen stehen so da, wie ihre Quelle sie schreibt.',
    entityCaption: 'Ein Halter mit anderen', account: 'Konto', rule: 'Regel', evidence: 'Beleg', ifChosen: (rule: string) => `${rule} (nur auf Wunsch)`, alone: 'Es zählt allein: Keine befolgte Regel macht es mit anderen zu einem Halter.',
    together: (count: number, protocols: string) => `Es zählt mit ${count === 1 ? 'einem anderen Konto' : `${count} anderen Konten`} als ein Halter (${protocols}).`,
    merging: 'Zusammengelegt kann ein Token nur konzentrierter aussehen. Die Sichten ohne zusammengelegte Eigentümer zeigen jede Adresse für sich.',
  },
} as const

const toCell = (text: string | null): Cell => (text === null ? { value: null, text: '–' } : { value: text, text })

/**
 * All that is said of an account: by whom, since when, how far it can be believed, and which parts of it count.
 *
 * @example accountLabels([{ name: 'Ada', counts: ['name'], origin: 'imported', file: 'ada.csv', … }], 'en').rows[0]?.[5]?.text // 'name'
 */
export function accountLabels(statements: readonly AccountStatement[], locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'name', label: word.name, numeric: false },
      { id: 'protocol', label: word.protocol, numeric: false },
      { id: 'role', label: word.role, numeric: false },
      { id: 'kind', label: word.kind, numeric: false },
      { id: 'entity', label: word.entity, numeric: false },
      { id: 'counts', label: word.counts, numeric: false },
      { id: 'confidence', label: word.confidence, numeric: false },
      { id: 'origin', label: word.origin, numeric: false },
      { id: 'source', label: word.source, numeric: false },
      { id: 'asOf', label: word.asOf, numeric: true },
    ],
    rows: statements.map(({ name, protocolName, role, kind, entity, counts, confidence, origin, file, source, asOf }) => [
      toCell(name),
      toCell(protocolName),
      { value: role, text: role ? accountRoles[role][locale] : '–' },
      { value: kind, text: kindTexts[kind][locale] },
      toCell(entity),
      { value: counts.join(), text: counts.map((part) => partTexts[part][locale]).join(', ') || word.nothing },
      { value: confidence, text: confidenceTexts[confidence][locale] },
      { value: origin, text: file ? `${labelOrigins[origin][locale]}: ${file}` : labelOrigins[origin][locale] },
      toSourceCell(source),
      { value: asOf, text: formatDate(toTimestamp(asOf), locale) },
    ]),
  }
}

/**
 * How much is said of an account, and by whom.
 *
 * @example accountLabelsSentence([], 'de') // 'Über dieses Konto sagt niemand etwas.'
 */
export function accountLabelsSentence(statements: readonly AccountStatement[], locale: Locale): string {
  if (statements.length === 0) return words[locale].none
  return words[locale].said(statements.length, [...new Set(statements.map(({ origin }) => labelOrigins[origin][locale]))].join(', '))
}

/** In which order statements are heard. */
export const accountLabelsNote = (locale: Locale): string => words[locale].order

/**
 * Why an account is one holder with others: each piece of evidence, with the rule that follows it.
 *
 * @param display writes addresses as people read them (EIP-55)
 * @example accountEntity([{ account: a, ruleName: { en: 'Same owner by name', … }, … }], display, 'en').rows[0]?.[2]?.text // 'Same owner by name'
 */
export function accountEntity(members: readonly EntityMember[], display: (address: `0x${string}`) => string, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.entityCaption,
    columns: [
      { id: 'account', label: word.account, numeric: false },
      { id: 'name', label: word.name, numeric: false },
      { id: 'rule', label: word.rule, numeric: false },
      { id: 'evidence', label: word.evidence, numeric: false },
      { id: 'protocol', label: word.protocol, numeric: false },
    ],
    rows: members.map(({ account, label, ruleName, evidence, protocolName, representative }) => [
      toAccountCell(display(account), locale), toCell(label), toCell(representative === null ? word.ifChosen(ruleName[locale]) : ruleName[locale]), toCell(evidence[locale]), toCell(protocolName),
    ]),
  }
}

/**
 * With how many others an account is one holder.
 *
 * @param address the account itself
 * @example accountEntitySentence([], address, 'en') // 'It counts alone: no rule that is followed makes it one holder with others.'
 */
export function accountEntitySentence(members: readonly EntityMember[], address: string, locale: Locale): string {
  const followed = members.filter(({ representative }) => representative !== null)
  const others = new Set(followed.map(({ account }) => account).filter((account) => account !== address))
  return others.size === 0 ? words[locale].alone : words[locale].together(others.size, [...new Set(followed.map(({ protocolName }) => protocolName))].join(', '))
}

/** What merging does to figures. */
export const accountEntityNote = (locale: Locale): string => words[locale].merging
