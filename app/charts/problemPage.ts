import type { Locale } from '@/lib/domain/text'
import { escapeXml } from '@/lib/publish/atom'
import { toHref } from '@/lib/views/href'

const words = {
  en: { missing: 'There is no such chart', other: 'This cannot be shown', data: 'All charts and files', home: 'All protocols' },
  de: { missing: 'Dieses Diagramm gibt es nicht', other: 'Das lässt sich nicht zeigen', data: 'Alle Diagramme und Dateien', home: 'Alle Protokolle' },
} as const

/** Whether a person reads the answer: browsers ask for pages by name, programs and pictures in pages do not. */
export const isForPeople = (request: Request): boolean => /text\/html/.test(request.headers.get('accept') ?? '')

/** A problem as a small page: where a person follows an address that has no chart, or a form that there is not. */
export async function toProblemPage(problem: Response, locale: Locale): Promise<Response> {
  const { detail, status } = (await problem.json()) as { detail: string; status: number }
  const word = words[locale]
  const title = status === 404 ? word.missing : word.other
  const link = (path: string, text: string) => `<a href="${toHref(locale, path)}">${text}</a>`
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title} · Lorenz</title>`
    + '<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;overflow-wrap:anywhere}</style>'
    + `<h1>${title}</h1><p lang="en">${escapeXml(detail)}</p><p>${link('/data', word.data)} · ${link('/', word.home)}</p></html>`
  const headers = new Headers(problem.headers)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors *")
  return new Response(html, { status: problem.status, headers })
}
