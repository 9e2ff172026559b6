import { createElement } from 'react'
import { Embed } from '@/components/embed/Embed'
import { toChartPath } from '@/lib/publish/chartName'
import { answerChart, toCacheControl, toTag } from '../../../charts/answerChart'
import { makeOnce } from '../../../charts/joined'
import { toOembedAddress } from '../../../charts/oembed'
import { loadPublication, toViewQuery } from '../../../charts/publication'
import { embedQuestion, readFormQuestion } from '../../../charts/question'
import { toMarkup } from '../../../markup'
import { readOrigin } from '../../../origin'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'
import { isKnown } from '../../../http/respond'

/** Anyone may frame it; it runs one script of ours and asks nobody else for anything. */
const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"

/** Raised when the document's form changes. */
const formVersion = 'embed 1'

/** A chart alone, to be put into other pages. */
export function GET(request: Request, { params }: { params: Promise<{ protocol: string; chart: string }> }): Promise<Response> {
  return answerChart(request, async () => {
    const { protocol, chart: name } = await params
    const { lens, rules, currency, protocols, metric, from, to, lang, theme } = readFormQuestion(embedQuestion, new URL(request.url).searchParams)
    const origin = await readOrigin()
    const publication = await loadPublication({ protocol, name: decodeURIComponent(name), lens, rules, currency, protocols, metric, from, to }, lang, origin)
    const { view, place, fixedPlace, fixed, query, contentHash } = publication
    const addressed = fixed ? fixedPlace : place
    const at = (path: string) => new URL(path, origin).href
    const tag = toTag(formVersion, contentHash, theme, lang, query, origin.href, String(fixed), view.notes.join())
    const headers = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': toCacheControl(fixed),
      ETag: tag,
      Link: `<${toOembedAddress(publication, origin)}>; rel="alternate"; type="application/json+oembed"`,
    }
    if (isKnown(request, tag)) return new Response(null, { status: 304, headers })
    const page = lang === 'en' ? toChartPath(addressed) : `/${lang}${toChartPath(addressed)}`
    const html = await makeOnce(tag, async () => {
      const markup = await toMarkup(createElement(Embed, {
        view, theme,
        page: at(page + toViewQuery({ lens, rules, currency, protocols, metric, from, to }, 'en')),
        csv: at(toChartPath(addressed, 'csv') + query),
        script: '/embed/embed.js',
        oembed: toOembedAddress(publication, origin),
        name: `${protocol}/${view.id}`,
      }))
      return new TextEncoder().encode(`<!doctype html>${markup}`)
    })
    return new Response(html as Uint8Array<ArrayBuffer>, { headers })
  })
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
