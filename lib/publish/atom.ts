/** One thing that happened. */
export interface FeedEntry {
  /** An address that stays: readers know by it what they have read */
  id: string
  title: string
  summary: string
  /** Where more of it stands */
  href: string
  /** Unix seconds */
  timestamp: number
}

export interface Feed {
  title: string
  subtitle: string
  language: string
  /** The feed's own address, whole */
  self: string
  /** The page that it belongs to, whole */
  page: string
  entries: readonly FeedEntry[]
}

/** What XML 1.0 cannot hold, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/**
 * Text as it may stand in XML, whoever chose it.
 *
 * @example escapeXml('a < "b"') // 'a &lt; &quot;b&quot;'
 */
export const escapeXml = (text: string): string => text.replace(forbidden, '').replace(/[&<>"']/g, (letter) => entities[letter]!)

const toTime = (timestamp: number) => new Date(timestamp * 1000).toISOString()

/**
 * A feed as Atom (RFC 4287), newest first. The same entries give the same bytes: it is as new as its newest entry.
 *
 * @example toAtom(feed).startsWith('<?xml') // true
 */
export function toAtom({ title, subtitle, language, self, page, entries }: Feed): string {
  const ordered = [...entries].sort((a, b) => b.timestamp - a.timestamp || (a.id < b.id ? -1 : 1))
  const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`
  const link = (rel: string, href: string, type: string) => `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    element('id', self),
    element('title', title),
    element('subtitle', subtitle),
    element('updated', toTime(ordered[0]?.timestamp ?? 0)),
    `<author>${element('name', 'Lorenz')}</author>`,
    element('rights', 'CC BY 4.0'),
    link('self', self, 'application/atom+xml'),
    link('alternate', page, 'text/html'),
    ...ordered.map(
      (entry) => `<entry>${[
        element('id', entry.id),
        element('title', entry.title),
        element('updated', toTime(entry.timestamp)),
        link('alternate', entry.href, 'text/html'),
        element('summary', entry.summary),
      ].join('')}</entry>`,
    ),
    '</feed>',
    '',
  ].join('\n')
}
