import type { Text } from '@/lib/domain/text'
import { metrics } from '@/lib/metrics/registry'
import { cohortColumnWords } from './cohortColumnWords'
import { toColumnName } from './columnName'
import { toComparisonColumnWords } from './comparisonColumnWords'
import { competitionColumnWords } from './competitionColumnWords'
import { controlColumnWords } from './controlColumnWords'
import type { DataColumn } from './dataTable'
import { farmingColumnWords } from './farmingColumnWords'
import { findingColumnWords } from './findingColumnWords'
import { governanceColumnWords } from './governanceColumnWords'
import { marketColumnWords, toMarketColumnWords } from './marketColumnWords'
import { networkColumnWords } from './networkColumnWords'
import { participationColumnWords } from './participationColumnWords'
import { proposalColumnWords } from './proposalColumnWords'
import { superuserColumnWords } from './superuserColumnWords'
import { trendColumnWords } from './trendColumnWords'
import { wealthColumnWords } from './wealthColumnWords'

/** What a column holds, for those who meet it in a file; amounts in smallest units end in `_raw`, shares in per cent in `_pct`. */
const commonColumnWords: Readonly<Record<string, Text>> = {
  rank: { en: 'Place among the holders that the lens keeps; 1 is the largest', de: 'Platz unter den Haltern, die die Sicht behält; 1 ist der größte' },
  address: { en: 'Account, EIP-55', de: 'Konto, EIP-55' },
  balance: { en: 'Amount in tokens, exact', de: 'Menge in Token, exakt' },
  balance_raw: { en: 'Amount in smallest units', de: 'Menge in kleinsten Einheiten' },
  share_pct: { en: 'Share of the denominator in per cent, cut after twelve places', de: 'Anteil an der Bezugsgröße in Prozent, nach zwölf Stellen abgeschnitten' },
  label: { en: 'Who this is', de: 'Wer das ist' },
  label_role: { en: 'What the account does', de: 'Was das Konto tut' },
  label_source: { en: 'Who says so', de: 'Wer das sagt' },
  protocol: { en: 'Protocol', de: 'Protokoll' },
  token_address: { en: 'Contract of the token, EIP-55', de: 'Contract des Tokens, EIP-55' },
  lens: { en: 'What counts as a holder and who is left out', de: 'Was als Halter zählt und wer weggelassen ist' },
  denominator_raw: { en: 'What shares are taken of, in smallest units', de: 'Bezugsgröße der Anteile in kleinsten Einheiten' },
  origin: { en: 'Where the figures come from: chain (audited), ledger, imported', de: 'Herkunft der Zahlen: chain (geprüft), ledger (Hauptbuch), imported (importiert)' },
  day: { en: 'UTC day', de: 'Tag (UTC)' },
  block_number: { en: 'Block', de: 'Block' },
  block_time: { en: 'Time of the block, UTC', de: 'Zeit des Blocks, UTC' },
  holders_share_pct: { en: 'Share of all holders in per cent, smallest first', de: 'Anteil aller Halter in Prozent, kleinste zuerst' },
  held_share_pct: { en: 'Share of everything that these hold together, in per cent', de: 'Anteil, den diese zusammen halten, in Prozent' },
  via: { en: 'Contracts that the largest part is held through, from the token down, joined by >; empty where it lies in the own wallet', de: 'Contracts, über die der größte Teil gehalten wird, vom Token aus, durch > verbunden; leer, wo er in der eigenen Wallet liegt' },
  ways: { en: 'How many ways it is held through, the own wallet among them', de: 'Über wie viele Wege gehalten wird, die eigene Wallet mitgezählt' },
  in_wallet_raw: { en: 'What of it lies in the own wallet, in smallest units', de: 'Was davon in der eigenen Wallet liegt, in kleinsten Einheiten' },
  from_address: { en: 'Contract it comes from, EIP-55; empty: from the token itself', de: 'Contract, aus dem es kommt, EIP-55; leer: vom Token selbst' },
  from_label: { en: 'What this contract is called', de: 'Wie dieser Contract heißt' },
  from_asset: { en: 'What that contract holds: the token, or shares of another contract', de: 'Was jener Contract hält: den Token oder Anteile eines anderen Contracts' },
  to_kind: { en: 'contract, owners or unresolved', de: 'contract (Contract), owners (Eigentümer) oder unresolved (ohne bekannten Eigentümer)' },
  to_address: { en: 'Contract it goes to, EIP-55', de: 'Contract, an den es geht, EIP-55' },
  to_label: { en: 'What this contract is called', de: 'Wie dieser Contract heißt' },
  to_asset: { en: 'What it holds there: the token, or shares of another contract', de: 'Was dort liegt: der Token oder Anteile eines anderen Contracts' },
  owned_raw: { en: 'What of it has known owners, in smallest units', de: 'Was davon bekannte Eigentümer hat, in kleinsten Einheiten' },
  unresolved_raw: { en: 'What of it has none, in smallest units', de: 'Was davon keinen hat, in kleinsten Einheiten' },
  mean_depth: { en: 'Contracts between a token and its owner on average', de: 'Contracts zwischen einem Token und seinem Eigentümer im Mittel' },
  source: { en: 'As which family of contracts it is read', de: 'Als welche Art von Contract es gelesen wird' },
  other_chain: { en: 'Chain whose owners stand in the place of the escrow of a bridge', de: 'Chain, deren Eigentümer an der Stelle der Brückentreuhand stehen' },
  other_block: { en: 'Block of that chain', de: 'Block jener Chain' },
  fact: { en: 'Who says so: an address on the web, or a fact on the chain', de: 'Wer das sagt: eine Adresse im Web oder eine Tatsache auf der Chain' },
  gaps: { en: 'Why something could not be read', de: 'Warum etwas nicht lesbar war' },
  status: { en: 'ok, or why there is no value', de: 'ok, oder warum es keinen Wert gibt' },
  metric: { en: 'Measure', de: 'Maß' },
  value: { en: 'Value in the unit beside it; shares from 0 to 1', de: 'Wert in der Einheit daneben; Anteile von 0 bis 1' },
  standard_error: { en: 'Standard error of the value', de: 'Standardfehler des Werts' },
  low: { en: 'Lowest value that is possible', de: 'Niedrigster möglicher Wert' },
  high: { en: 'Highest value that is possible', de: 'Höchster möglicher Wert' },
  unit: { en: 'Unit', de: 'Einheit' },
  role: { en: 'Role of the accounts', de: 'Rolle der Konten' },
  group: { en: 'Role of the accounts, or what they are where they have none; of cohorts, when they came', de: 'Rolle der Konten oder, wo sie keine haben, was sie sind; bei Kohorten, wann sie kamen' },
  accounts: { en: 'How many accounts', de: 'Anzahl der Konten' },
  amount: { en: 'Amount in tokens, exact', de: 'Menge in Token, exakt' },
  amount_raw: { en: 'Amount in smallest units', de: 'Menge in kleinsten Einheiten' },
  check: { en: 'What was held against the chain: supply, balance; or gap', de: 'Was mit der Chain verglichen wurde: supply, balance; oder gap (Lücke)' },
  subject: { en: 'Of what', de: 'Wovon' },
  ledger_raw: { en: 'In the ledger, in smallest units', de: 'Im Hauptbuch, in kleinsten Einheiten' },
  chain_raw: { en: 'On the chain, in smallest units', de: 'Auf der Chain, in kleinsten Einheiten' },
  result: { en: 'equal, differs or unread', de: 'equal (gleich), differs (weicht ab) oder unread (nicht gelesen)' },
  reason: { en: 'Why', de: 'Warum' },
  snapshot: { en: 'Number of the snapshot in this installation', de: 'Nummer des Stands in dieser Installation' },
  list: { en: 'Word of the imported list: its charts have it behind their ids', de: 'Wort der importierten Liste: Ihre Diagramme tragen es hinter ihrer Kennung' },
  file: { en: 'Name of the imported file', de: 'Name der importierten Datei' },
  sha256: { en: 'SHA-256 of the imported file', de: 'SHA-256 der importierten Datei' },
  population: { en: 'complete, or truncated where the list was cut off', de: 'complete (vollständig) oder truncated (abgeschnitten)' },
  name: { en: 'Name', de: 'Name' },
  category: { en: 'What the protocol does', de: 'Was das Protokoll tut' },
  audit: { en: 'passed, failed, incomplete or none', de: 'passed (bestanden), failed (nicht bestanden), incomplete (unvollständig) oder none (keine)' },
  symbol: { en: 'Symbol of the token', de: 'Symbol des Tokens' },
  chain_id: { en: 'Chain', de: 'Chain' },
  blocks_behind: { en: 'Final blocks not yet read', de: 'Endgültige Blöcke, die noch nicht gelesen sind' },
  transfers_per_second: { en: 'Transfers a second of the last sync', de: 'Transfers je Sekunde beim letzten Abgleich' },
  rows: { en: 'Rows of the ledger', de: 'Zeilen des Hauptbuchs' },
  error: { en: 'What the last sync ended with', de: 'Womit der letzte Abgleich endete' },
  kind: { en: 'Kind of job', de: 'Art des Auftrags' },
  waiting: { en: 'Jobs that wait', de: 'Wartende Aufträge' },
  running: { en: 'Jobs that run', de: 'Laufende Aufträge' },
  given_up: { en: 'Jobs that were given up', de: 'Aufgegebene Aufträge' },
  attempts: { en: 'Tries so far', de: 'Bisherige Versuche' },
  max_attempts: { en: 'Tries at most', de: 'Höchstzahl der Versuche' },
  change: { en: 'entered, left, grew or shrank', de: 'entered (dazugekommen), left (ausgestiegen), grew (hält mehr) oder shrank (hält weniger)' },
  before: { en: 'Amount at the first moment in tokens, exact', de: 'Menge zum ersten Zeitpunkt in Token, exakt' },
  before_raw: { en: 'Amount at the first moment in smallest units', de: 'Menge zum ersten Zeitpunkt in kleinsten Einheiten' },
  after: { en: 'Amount at the second moment in tokens, exact', de: 'Menge zum zweiten Zeitpunkt in Token, exakt' },
  after_raw: { en: 'Amount at the second moment in smallest units', de: 'Menge zum zweiten Zeitpunkt in kleinsten Einheiten' },
  change_raw: { en: 'What came or went, in smallest units', de: 'Zu- oder Abnahme in kleinsten Einheiten' },
  share_before_pct: { en: 'Share of the first moment’s denominator in per cent', de: 'Anteil an der Bezugsgröße des ersten Zeitpunkts in Prozent' },
  share_after_pct: { en: 'Share of the second moment’s denominator in per cent', de: 'Anteil an der Bezugsgröße des zweiten Zeitpunkts in Prozent' },
  from_block_number: { en: 'Block of the first moment', de: 'Block des ersten Zeitpunkts' },
  from_block_time: { en: 'Time of this block, UTC', de: 'Zeit dieses Blocks, UTC' },
  from_denominator_raw: { en: 'What shares of the first moment are taken of, in smallest units', de: 'Bezugsgröße des ersten Zeitpunkts in kleinsten Einheiten' },
  to_block_number: { en: 'Block of the second moment', de: 'Block des zweiten Zeitpunkts' },
  to_block_time: { en: 'Time of this block, UTC', de: 'Zeit dieses Blocks, UTC' },
  to_denominator_raw: { en: 'What shares of the second moment are taken of, in smallest units', de: 'Bezugsgröße des zweiten Zeitpunkts in kleinsten Einheiten' },
  moment: { en: 'before or after', de: 'before (vorher) oder after (nachher)' },
  incident: { en: 'Kind of fault of an endpoint', de: 'Art des Fehlers eines Endpunkts' },
  times: { en: 'How often', de: 'Wie oft' },
  first_time: { en: 'First time, UTC', de: 'Zum ersten Mal, UTC' },
  last_time: { en: 'Last time, UTC', de: 'Zuletzt, UTC' },
  logs: { en: 'How many logs', de: 'Anzahl der Logs' },
  first_block_number: { en: 'First block with such a log', de: 'Erster Block mit einem solchen Log' },
  last_block_number: { en: 'Last block with such a log', de: 'Letzter Block mit einem solchen Log' },
  total: { en: 'The measure of all accounts', de: 'Das Maß aller Konten' },
  within: { en: 'What of it lies within roles', de: 'Was davon innerhalb der Rollen liegt' },
  between: { en: 'What of it lies between roles', de: 'Was davon zwischen den Rollen liegt' },
  overlap: { en: 'What of it comes from roles that reach into one another’s range; the Gini coefficient alone has such a part', de: 'Was davon aus Rollen stammt, deren Spannen sich überlappen; nur der Gini-Koeffizient hat einen solchen Teil' },
  hhi_part: { en: 'What these accounts add to the HHI of all', de: 'Was diese Konten zum HHI aller beitragen' },
  lowest: { en: 'Lowest value over all lenses', de: 'Niedrigster Wert über alle Sichten' },
  lowest_lens: { en: 'The lens that gives it', de: 'Die Sicht, die ihn ergibt' },
  lowest_is_bound: { en: 'yes where it is a bound, not a value', de: 'yes, wo es eine Schranke ist und kein Wert' },
  highest: { en: 'Highest value over all lenses; empty where nothing bounds it', de: 'Höchster Wert über alle Sichten; leer, wo ihn nichts beschränkt' },
  highest_lens: { en: 'The lens that gives it', de: 'Die Sicht, die ihn ergibt' },
  highest_is_bound: { en: 'yes where it is a bound, not a value', de: 'yes, wo es eine Schranke ist und kein Wert' },
  value_without: { en: 'What the value would be without this account', de: 'Wert ohne dieses Konto' },
  counted_rank: { en: 'Place among the holders that the headline’s lens keeps', de: 'Platz unter den Haltern, die die Standardsicht behält' },
  counted_balance: { en: 'What counts as the account’s own under that lens, in tokens, exact', de: 'Was in dieser Sicht als Eigentum des Kontos zählt, in Token, exakt' },
  counted_balance_raw: { en: 'The same in smallest units', de: 'Dasselbe in kleinsten Einheiten' },
  counted_share_pct: { en: 'Share of that lens’s denominator in per cent', de: 'Anteil an der Bezugsgröße dieser Sicht in Prozent' },
  counted_denominator_raw: { en: 'What shares are taken of under that lens, in smallest units', de: 'Bezugsgröße der Anteile in dieser Sicht in kleinsten Einheiten' },
  counted_as: { en: 'ok, or why nothing counts as its own: leftOut, countedWith, handedOn, none', de: 'ok, oder warum nichts als Eigentum zählt: leftOut (weggelassen), countedWith (zählt zu einem anderen), handedOn (gehört anderen), none (nichts)' },
  counted_with: { en: 'The address under which all addresses of the owner are listed, EIP-55', de: 'Die Adresse, unter der alle Adressen des Eigentümers geführt werden, EIP-55' },
  counted_lens: { en: 'The lens of these columns', de: 'Die Sicht dieser Spalten' },
  path: { en: 'The contracts by which it came, from the token down', de: 'Die Contracts, über die es kam, vom Token abwärts' },
  contracts: { en: 'The same as addresses, joined by colons', de: 'Dieselben als Adressen, durch Doppelpunkte verbunden' },
  depth: { en: 'How many contracts lie between token and owner', de: 'Wie viele Contracts zwischen Token und Eigentümer liegen' },
  merged: { en: 'yes where many small ways are taken together', de: 'yes, wo viele kleine Wege zusammengefasst sind' },
  account_kind: { en: 'What the account is: person, contract, multisig, unknown', de: 'Was das Konto ist: person, contract, multisig oder unknown (unbekannt)' },
  entity: { en: 'Owner, by the name that all its addresses share', de: 'Eigentümer, mit dem Namen, den alle seine Adressen tragen' },
  exclusion: { en: 'Why a published list leaves the account out', de: 'Warum eine veröffentlichte Liste das Konto weglässt' },
  counting_parts: { en: 'Which parts of the statement count: name, role, entity, exclusion', de: 'Welche Teile der Angabe zählen: name, role, entity, exclusion' },
  confidence: { en: 'certain, likely or guess', de: 'certain (sicher), likely (wahrscheinlich) oder guess (vermutet)' },
  label_origin: { en: 'protocol, imported, addressBook or chain', de: 'protocol (Datei des Protokolls), imported (importiert), addressBook (Adressbuch) oder chain' },
  label_file: { en: 'The file or package that says so', de: 'Die Datei oder das Paket, worin es steht' },
  as_of: { en: 'UTC day of the statement', de: 'Tag der Angabe (UTC)' },
  rule: { en: 'Rule by which accounts are one holder', de: 'Regel, nach der Konten ein Halter sind' },
  evidence: { en: 'What it rests on', de: 'Worauf das beruht' },
  contract: { en: 'Contract that holds for others, EIP-55', de: 'Contract, der für andere hält, EIP-55' },
  part: { en: 'owner, others (further owners), unresolved, or elsewhere (on by other contracts)', de: 'owner (Eigentümer), others (weitere Eigentümer), unresolved (ungeklärt) oder elsewhere (in weiteren Contracts)' },
  ownership_source: { en: 'Contract family by whose books the owners are known', de: 'Contract-Familie, nach deren Büchern die Eigentümer bekannt sind' },
  safe: { en: 'The Safe, EIP-55', de: 'Der Safe, EIP-55' },
  signer: { en: 'Who signs for it, EIP-55', de: 'Wer für ihn unterschreibt, EIP-55' },
  asset: { en: 'What the contract holds: the token, or what another contract gives out, EIP-55', de: 'Was der Contract hält: den Token oder was ein anderer Contract ausgibt, EIP-55' },
  for_share_pct: { en: 'Share of the votes for it in per cent', de: 'Anteil an den Ja-Stimmen in Prozent' },
  by_position_raw: { en: 'What of them was cast by accounts for which a contract holds that the proposal’s calls name', de: 'Was davon von Konten kam, für die ein Contract hält, den die Aufrufe des Vorschlags nennen' },
  by_position_share_pct: { en: 'The same as a share of the votes for it in per cent', de: 'Dasselbe als Anteil an den Ja-Stimmen in Prozent' },
  by_payment_raw: { en: 'What of them was cast by accounts that the proposal pays', de: 'Was davon von Konten kam, die der Vorschlag bezahlt' },
  by_payment_share_pct: { en: 'The same as a share of the votes for it in per cent', de: 'Dasselbe als Anteil an den Ja-Stimmen in Prozent' },
  concerned_raw: { en: 'What of them was cast by either, each account once', de: 'Was davon von beiden kam, jedes Konto einmal' },
  concerned_share_pct: { en: 'The same as a share of the votes for it in per cent', de: 'Dasselbe als Anteil an den Ja-Stimmen in Prozent' },
  touched: { en: 'Contracts that the calls name, with where, and whom they pay', de: 'Contracts, die die Aufrufe nennen, mit der Stelle, und wen sie bezahlen' },
  through: { en: 'These contracts, EIP-55, joined by colons', de: 'Diese Contracts, EIP-55, durch Doppelpunkte verbunden' },
  paid: { en: 'yes where the proposal pays the account', de: 'yes, wo der Vorschlag das Konto bezahlt' },
  next_try: { en: 'Time of the next try, UTC', de: 'Zeit des nächsten Versuchs, UTC' },
}

/** A column means the same wherever it stands: no two of these say something of the same one. */
export const columnWordLists: readonly Readonly<Record<string, Text>>[] = [
  commonColumnWords,
  governanceColumnWords,
  proposalColumnWords,
  controlColumnWords,
  marketColumnWords,
  superuserColumnWords,
  farmingColumnWords,
  findingColumnWords,
  trendColumnWords,
  networkColumnWords,
  cohortColumnWords,
  participationColumnWords,
  wealthColumnWords,
  competitionColumnWords,
]
const words: Readonly<Record<string, Text>> = Object.assign({}, ...columnWordLists)

const ofPool: Readonly<Record<string, Text>> = {
  address: { en: 'Contract of the pool’s token, EIP-55', de: 'Contract des Tokens im Pool, EIP-55' },
  amount: { en: 'Part of the reserve in tokens, exact', de: 'Teil der Reserve in Token, exakt' },
  amount_raw: { en: 'Part of the reserve in smallest units', de: 'Teil der Reserve in kleinsten Einheiten' },
}

/** One voter against another, who is named by its place; an account against a protocol, which is named by its address's word. */
const ofPair: readonly (readonly [RegExp, (place: string) => Text])[] = [
  [/^alike_with_(\d+)_pct$/, (place) => ({ en: `Share of the decided proposals on which both voted, on which it voted as the voter in place ${place} did, in per cent; empty where they are fewer than five`, de: `Anteil der entschiedenen Vorschläge, über die beide abgestimmt haben, bei denen es stimmte wie Platz ${place}, in Prozent; leer bei weniger als fünf` })],
  [/^both_with_(\d+)$/, (place) => ({ en: `Decided proposals on which both it and the voter in place ${place} voted`, de: `Entschiedene Vorschläge, über die es und Platz ${place} abgestimmt haben` })],
  [/^rank_in_(\w+)$/, (protocol) => ({ en: `Place among the holders of ${protocol}; empty where it is neither among the hundred largest nor in the largest hundredth`, de: `Platz unter den Haltern von ${protocol}; leer, wo es weder zu den 100 größten noch zum größten Hundertstel gehört` })],
  [/^share_in_(\w+)_pct$/, (protocol) => ({ en: `Its share of what the holders of ${protocol} hold, in per cent`, de: `Sein Anteil an dem, was die Halter von ${protocol} halten, in Prozent` })],
]

/**
 * What a column holds, in words.
 *
 * @throws Error for a column that nobody described
 * @example toColumnWords('balance_raw').en // 'Amount in smallest units'
 */
export function toColumnWords(name: string): Text {
  const [pair] = ofPair.flatMap(([pattern, toWords]) => (pattern.test(name) ? toWords(pattern.exec(name)![1]!) : []))
  const ofHundredth = /^hundredth_(.+)$/.exec(name)?.[1]
  if (ofHundredth) return toHundredth(toColumnWords(ofHundredth))
  const known = words[name] ?? pair ?? toMarketColumnWords(name) ?? toComparisonColumnWords(name) ?? ofPool[/^token[01]_(.+)$/.exec(name)?.[1] ?? ''] ?? metrics.find((metric) => toColumnName(metric) === name)?.name
  if (!known) throw new Error(`lib/publish/columnWords.ts says nothing of the column "${name}"`)
  return known
}

/**
 * The same of a column that may bring its own words, as figures of verdicts do.
 *
 * @example toWordsOf({ name: 'few_could_pct', kind: 'number', words: { en: 'Decisions that …', de: '…' } }).en // 'Decisions that …'
 */
export const toWordsOf = ({ name, words: own }: Pick<DataColumn, 'name' | 'words'>): Text => own ?? toColumnWords(name)

/** The same of the longer list. */
const toHundredth = ({ en, de }: Text): Text => ({ en: `Of the largest hundredth instead of the 100 largest: ${en}`, de: `Vom größten Hundertstel statt von den 100 größten: ${de}` })
