import type { Text } from '@/lib/domain/text'
import { metrics } from '@/lib/metrics/registry'
import { toColumnName } from './columnName'

/** What a column holds, for those who meet it in a file; amounts in smallest units end in `_raw`, shares in per cent in `_pct`. */
const words: Readonly<Record<string, Text>> = {
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
  status: { en: 'ok, or why there is no value', de: 'ok, oder warum es keinen Wert gibt' },
  metric: { en: 'Measure', de: 'Maß' },
  value: { en: 'Value in the unit beside it; shares from 0 to 1', de: 'Wert in der Einheit daneben; Anteile von 0 bis 1' },
  standard_error: { en: 'Standard error of the value', de: 'Standardfehler des Werts' },
  low: { en: 'Lowest value that is possible', de: 'Niedrigster möglicher Wert' },
  high: { en: 'Highest value that is possible', de: 'Höchster möglicher Wert' },
  unit: { en: 'Unit', de: 'Einheit' },
  role: { en: 'Role of the accounts that are left out', de: 'Rolle der weggelassenen Konten' },
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
  next_try: { en: 'Time of the next try, UTC', de: 'Zeit des nächsten Versuchs, UTC' },
}

const ofPool: Readonly<Record<string, Text>> = {
  address: { en: 'Contract of the pool’s token, EIP-55', de: 'Contract des Tokens im Pool, EIP-55' },
  amount: { en: 'Part of the reserve in tokens, exact', de: 'Teil der Reserve in Token, exakt' },
  amount_raw: { en: 'Part of the reserve in smallest units', de: 'Teil der Reserve in kleinsten Einheiten' },
}

/**
 * What a column holds, in words.
 *
 * @throws Error for a column that nobody described
 * @example toColumnWords('balance_raw').en // 'Amount in smallest units'
 */
export function toColumnWords(name: string): Text {
  const known = words[name] ?? ofPool[/^token[01]_(.+)$/.exec(name)?.[1] ?? ''] ?? metrics.find((metric) => toColumnName(metric) === name)?.name
  if (!known) throw new Error(`lib/publish/columnWords.ts says nothing of the column "${name}"`)
  return known
}
