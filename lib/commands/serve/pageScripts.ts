import { createHash } from 'node:crypto'
import { firstMark, waitingMark, waitingType } from '@/components/frame/firstScript'

const scriptElement = /<script\b([^>]*)>([^]*?)<\/script>/g
/** A type that no browser runs: data for those who read pages, as in application/ld+json. */
const isData = (type: string) => type !== '' && type !== 'module' && !/javascript|ecmascript/.test(type)
const typeAttribute = /\stype="([^"]*)"/

/**
 * Lets the scripts of a page wait for its reader, whoever wrote them into it: all but the first one, which runs with the page and wakes the
 * others. What would fetch them beforehand is taken out.
 *
 * @param html a whole page as React writes it: attributes in double quotes, none with a `>`
 * @example letScriptsWait('<script src="/a.js" async=""></script>') // '<script src="/a.js" async="" type="text/plain" data-waiting=""></script>'
 */
export function letScriptsWait(html: string): string {
  return html
    .replace(/<link\b[^>]*\s(?:as="script"|rel="modulepreload")[^>]*>/g, '')
    .replace(scriptElement, (element, attributes: string, text: string) => {
      const type = typeAttribute.exec(attributes)?.[1] ?? ''
      if (isData(type) || attributes.includes(firstMark)) return element
      return `<script${attributes.replace(typeAttribute, '')} type="${waitingType}" ${waitingMark}="${type}">${text}</script>`
    })
}

/**
 * The policy of a page: scripts from files of this origin, and those that stand in the page just as they stand there, by their hashes. Those
 * that wait are among them: their text is the same when they run.
 *
 * @param html a page as it is sent
 */
export function toPagePolicy(html: string): string {
  const texts = [...html.matchAll(scriptElement)].flatMap(([, attributes = '', text = '']) => {
    const type = typeAttribute.exec(attributes)?.[1] ?? ''
    const runs = attributes.includes(waitingMark) || !isData(type)
    return runs && !/\ssrc="/.test(attributes) ? [text] : []
  })
  const hashes = new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
