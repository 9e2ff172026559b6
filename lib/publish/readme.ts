import type { Locale } from '@/lib/domain/text'
import { toCitationText, toBibtex, type Citable } from './citation'
import { toWordsOf } from './columnWords'
import type { View } from './view'

const words = {
  en: {
    files: 'Files', csv: 'the data: CSV (RFC 4180, UTF-8)', csvw: 'what the columns are, for CSV on the Web', pack: 'the same as a Data Package 2.0',
    columns: 'Columns', basis: 'What the figures rest on', method: 'Method',
    methodText: (address: string) => `Balances are replayed from the Transfer logs of the token, to one final block, and held against totalSupply and balanceOf there. A lens says what counts as a holder. What could not be read is a gap and never 0. Every measure with its definition and source: ${address}`,
    citation: 'Citation', check: 'The fingerprint (sha256) is of the data and what they are of. `lorenz verify` with the citation recomputes it from the ledger.',
    licence: 'Licence', licenceText: 'Creative Commons Attribution 4.0 (CC BY 4.0): use it for anything, and say where it is from.',
    digits: 'Spreadsheets keep 15 digits of a number. Read columns that end in `_raw` as text there.',
  },
  de: {
    files: 'Dateien', csv: 'die Daten: CSV (RFC 4180, UTF-8)', csvw: 'was die Spalten sind, für CSV on the Web', pack: 'dasselbe als Data Package 2.0',
    columns: 'Spalten', basis: 'Worauf die Zahlen beruhen', method: 'Methode',
    methodText: (address: string) => `Die Bestände sind aus den Transfer-Logs des Tokens bis zu einem endgültigen Block nachgerechnet und dort mit totalSupply und balanceOf verglichen. Eine Sicht sagt, was als Halter zählt. Was sich nicht lesen ließ, ist eine Lücke und nie 0. Jedes Maß mit Definition und Quelle: ${address}`,
    citation: 'Zitieren', check: 'Die Prüfsumme (sha256) gilt den Daten und dem, wovon sie sind. `lorenz verify` mit dem Zitat rechnet sie aus dem Hauptbuch nach.',
    licence: 'Lizenz', licenceText: 'Creative Commons Namensnennung 4.0 (CC BY 4.0): für alles zu verwenden, mit Angabe der Quelle.',
    digits: 'Tabellenprogramme behalten 15 Stellen einer Zahl. Spalten, die auf `_raw` enden, dort als Text lesen.',
  },
} as const

/**
 * What travels with a file: what is in it, how it was made, how it is cited, what may be done with it.
 *
 * @param key of the BibTeX entry
 * @param method address of the page that explains every measure
 * @example toReadme(view, citable, 'lorenz-uniswap', 'https://…/method').split('\n')[0] // '# Who holds UNI'
 */
export function toReadme(view: View, citable: Citable, key: string, method: string): string {
  const locale: Locale = view.locale
  const word = words[locale]
  return [
    `# ${view.title}`,
    view.sentence,
    `## ${word.files}`,
    [`- \`data.csv\`: ${word.csv}`, `- \`data.csv-metadata.json\`: ${word.csvw}`, `- \`datapackage.json\`: ${word.pack}`].join('\n'),
    `## ${word.columns}`,
    view.data.columns.map((column) => `- \`${column.name}\`: ${toWordsOf(column)[locale]}`).join('\n'),
    word.digits,
    `## ${word.basis}`,
    view.notes.map((note) => `- ${note}`).join('\n'),
    `## ${word.method}`,
    word.methodText(method),
    `## ${word.citation}`,
    toCitationText(citable, locale),
    `\`\`\`bibtex\n${toBibtex(citable, key)}\`\`\``,
    word.check,
    `## ${word.licence}`,
    word.licenceText,
  ].join('\n\n') + '\n'
}
