import { toEmbedHeight } from './embedHeight'
import type { Download } from '@/components/publication/Downloads'
import type { Particular } from '@/components/publication/Particulars'
import type { Snippet } from '@/components/publication/Snippets'
import { toChartPath, type Form } from '@/lib/publish/chartName'
import { toEmbedCode } from '@/lib/publish/embedCode'
import { formatTime } from '@/lib/views/format'
import { toCitations, toKey } from './forms/toJson'
import { toFixedBlock } from '@/lib/pipeline/editions/toIdentity'
import { toViewQuery, type Publication } from './publication'

const words = {
  en: {
    forms: {
      png: ['PNG', 'picture, 850 px wide'], print: ['PNG for print', '17.8 cm at 300 dpi'], svg: ['SVG', 'drawing that scales'], csv: ['CSV', 'all data, for programs'],
      excel: ['CSV for German Excel', 'semicolons and decimal commas'], zip: ['ZIP', 'CSV with description, method, citation'], json: ['JSON', 'data and drawing'], metadata: ['Metadata', 'columns, block, citation as JSON'],
    },
    live: 'Live: follows the newest block', fixed: 'Fixed: stays as it is', text: 'Text (English)', other: 'Text (German)',
    block: 'Block', day: 'As of (UTC)', hash: 'Block hash', time: 'Time', lens: 'Lens', labels: 'Labels', method: 'Method', fingerprint: 'Fingerprint', address: 'Fixed address',
  },
  de: {
    forms: {
      png: ['PNG', 'Bild, 850 px breit'], print: ['PNG für den Druck', '17,8 cm bei 300 dpi'], svg: ['SVG', 'Zeichnung in jeder Größe'], csv: ['CSV', 'alle Daten, für Programme'],
      excel: ['CSV für deutsches Excel', 'Semikolons und Dezimalkommas'], zip: ['ZIP', 'CSV mit Beschreibung, Methode, Zitat'], json: ['JSON', 'Daten und Zeichnung'], metadata: ['Metadaten', 'Spalten, Block, Zitat als JSON'],
    },
    live: 'Laufend: folgt dem neuesten Block', fixed: 'Fest: bleibt, wie sie ist', text: 'Text (Deutsch)', other: 'Text (Englisch)',
    block: 'Block', day: 'Stand (UTC)', hash: 'Block-Hash', time: 'Zeit', lens: 'Sicht', labels: 'Bezeichnungen', method: 'Methode', fingerprint: 'Prüfsumme', address: 'Feste Adresse',
  },
} as const

const isMarked = ({ block = null, day = null }: Publication['place']): boolean => block !== null || day !== null

/** The files of a chart as its page offers them: of the block where the page is fixed, of the newest where it is not. */
export function toDownloads({ place, fixedPlace, fixed, edition: { question }, view: { locale } }: Publication): Download[] {
  const word = words[locale].forms
  const at = (form: Form, more: Readonly<Record<string, string>> = {}) => toChartPath(fixed ? fixedPlace : place, form) + toViewQuery(question, locale, more)
  const forms = { png: at('png'), print: at('png', { preset: 'print' }), svg: at('svg'), csv: at('csv'), excel: at('csv', { dialect: 'excel-de' }), zip: at('zip'), json: at('json'), metadata: at('metadata.json') }
  return (Object.keys(forms) as (keyof typeof forms)[]).map((form) => ({ href: forms[form], name: word[form][0], what: word[form][1] }))
}

/** The code for an article: one that follows the newest block, and one that stays. */
export function toEmbeds(publication: Publication, origin: URL): Snippet[] {
  const { place, fixedPlace, lastFixed, query, view } = publication
  const fixed = isMarked(fixedPlace) ? fixedPlace : lastFixed?.place
  const word = words[view.locale]
  const code = (at: Publication['place']) => {
    const address = new URL(toChartPath(at, null, '/embed') + query, origin).href
    return toEmbedCode({ address, title: view.title, width: null, height: toEmbedHeight(view, 600) }, new URL('/embed/resizer.js', origin).href)
  }
  return [{ title: word.live, text: code(place) }, ...(fixed ? [{ title: word.fixed, text: code(fixed) }] : [])]
}

/** The citation in every form, the page's language first. */
export function toCitationSnippets({ citable, fixedPlace, view: { locale } }: Publication): Snippet[] {
  const word = words[locale]
  const { bibtex, ris, ...texts } = toCitations(citable, toKey(fixedPlace))
  return [
    { title: word.text, text: texts[locale] },
    { title: word.other, text: texts[locale === 'en' ? 'de' : 'en'] },
    { title: 'BibTeX', text: bibtex.trim() },
    { title: 'RIS', text: ris.replaceAll('\r', '').trim() },
  ]
}

/** What a chart was made from and with. */
export function toParticulars({ citable, edition, fixedPlace, view: { locale } }: Publication): Particular[] {
  const word = words[locale]
  const { loaded } = edition
  const block = toFixedBlock(edition)
  const all: readonly (readonly [string, string | false | null | undefined])[] = [
    [word.block, block && String(block.number)],
    [word.day, fixedPlace.day],
    [word.hash, block?.hash],
    [word.time, block && formatTime(block.timestamp, locale)],
    [word.lens, `${loaded.lens.name[locale]} (${loaded.lens.id})`],
    [word.labels, citable.labelVersion],
    [word.method, String(citable.methodVersion)],
    [word.fingerprint, `sha256:${citable.contentHash}`],
    [word.address, isMarked(fixedPlace) && citable.address],
  ]
  return all.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}
