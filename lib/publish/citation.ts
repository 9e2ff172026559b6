import type { Locale } from '@/lib/domain/text'

/** What must be said of a view so that it can be found again and checked. */
export interface Citable {
  title: string
  /** The protocol's name, or 'all protocols' */
  of: string
  block: { number: number; hash: string | null } | null
  /** UTC day of the block, or of the answer where there is no block */
  day: string
  /** The lens's id: it stands in the address as well */
  lens: string
  /** The rules by which addresses become one holder, as the address has them; absent for the usual ones */
  rules?: string
  labelVersion: string | null
  methodVersion: number
  contentHash: string
  /** Whole, with the block */
  address: string
}

const words = {
  en: { of: 'of', block: 'block', lens: 'lens', rules: 'rules', labels: 'labels', method: 'method', licence: 'Licence: CC BY 4.0.' },
  de: { of: 'zu', block: 'Block', lens: 'Sicht', rules: 'Regeln', labels: 'Bezeichnungen', method: 'Methode', licence: 'Lizenz: CC BY 4.0.' },
} as const

/** Where it stands and what it was made with, in the same order in every form. Digits are not grouped: programs read this too. */
function toParticulars({ block, day, lens, rules, labelVersion, methodVersion, contentHash }: Citable, locale: Locale): string {
  const word = words[locale]
  return [
    block ? `${word.block} ${block.number}${block.hash ? ` (${block.hash})` : ''}` : null,
    day,
    `${word.lens} ${lens}`,
    rules === undefined ? null : `${word.rules} ${rules}`,
    labelVersion && `${word.labels} ${labelVersion}`,
    `${word.method} ${methodVersion}`,
    `sha256:${contentHash}`,
  ].filter((part) => part !== null).join(', ')
}

/**
 * A citation as text.
 *
 * @example toCitationText({ title: 'Who holds UNI', of: 'Uniswap', … }, 'en')
 * // 'Lorenz (2026): “Who holds UNI” (Uniswap), block 21500000 (0x…), 2026-04-01, lens raw, labels 4f0c21aa9e07, method 1, sha256:…. https://…. Licence: CC BY 4.0.'
 */
export function toCitationText(citable: Citable, locale: Locale): string {
  const [open, close] = locale === 'de' ? ['„', '“'] : ['“', '”']
  const { title, of, day, address } = citable
  return `Lorenz (${day.slice(0, 4)}): ${open}${title}${close} (${of}), ${toParticulars(citable, locale)}. ${address} ${words[locale].licence}`
}

const latex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
}
const toLatex = (text: string) => text.replace(/[\\{}&%$#_~^]/g, (letter) => latex[letter]!)

/**
 * A citation for BibTeX and biblatex.
 *
 * @param key letters, digits and '-': unique where it is used
 * @example toBibtex(citable, 'lorenz-uniswap-lorenz-21500000').split('\n')[0] // '@misc{lorenz-uniswap-lorenz-21500000,'
 */
export function toBibtex(citable: Citable, key: string): string {
  const { title, of, day, address } = citable
  const fields = {
    author: '{Lorenz}',
    title: `{${toLatex(`${title} (${of})`)}}`,
    year: day.slice(0, 4),
    month: String(Number(day.slice(5, 7))),
    url: address,
    note: `${toLatex(toParticulars(citable, 'en'))}. CC BY 4.0`,
  }
  return `@misc{${key},\n${Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}\n`
}

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')

/**
 * A citation as RIS, for Zotero, Citavi, EndNote.
 *
 * @example toRis(citable).split('\r\n')[0] // 'TY  - DATA'
 */
export function toRis(citable: Citable): string {
  const { title, of, day, address } = citable
  const lines = [
    ['TY', 'DATA'],
    ['AU', 'Lorenz'],
    ['TI', `${title} (${of})`],
    ['PY', day.slice(0, 4)],
    ['DA', day.replaceAll('-', '/')],
    ['UR', address],
    ['N1', toParticulars(citable, 'en')],
    ['C1', 'CC BY 4.0'],
    ['ER', ''],
  ] as const
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('')
}

/** What a citation says that can be checked. */
export interface Cited {
  /** The address's path and query */
  path: string
  query: URLSearchParams
  /** null where the text is an address alone */
  contentHash: string | null
  labelVersion: string | null
  methodVersion: number | null
}

/**
 * Reads what can be checked out of a citation in any of its forms, or out of an address alone.
 *
 * @returns null where there is no address of a chart in it
 * @example readCitation('https://example.org/charts/uniswap/lorenz@21500000?lens=circulating')?.query.get('lens') // 'circulating'
 */
export function readCitation(text: string): Cited | null {
  const address = /(?:https?:\/\/[^\s/"'{}<>]+)?(?:\/de)?\/(?:charts|embed)\/[^\s"'{}<>]+/.exec(text)?.[0].replace(/[.,;)]+$/, '')
  if (!address) return null
  const url = new URL(address, 'http://localhost')
  const version = /\b(?:method|Methode) (\d+)/.exec(text)?.[1]
  return {
    path: decodeURIComponent(url.pathname).replace(/^\/de(?=\/)/, ''),
    query: url.searchParams,
    contentHash: /sha256:([0-9a-f]{64})/.exec(text)?.[1] ?? null,
    labelVersion: /\b(?:labels|Bezeichnungen) ([0-9a-f]{12})\b/.exec(text)?.[1] ?? null,
    methodVersion: version === undefined ? null : Number(version),
  }
}
