import { z } from 'zod'
import { answerChart, toCacheControl, toTag } from '../../charts/answerChart'
import { toOembed } from '../../charts/oembed'
import { loadPublication } from '../../charts/publication'
import { BadQuestionError, embedQuestion, readFormQuestion } from '../../charts/question'
import { readOrigin } from '../../origin'
import { ProblemError } from '@/lib/publish/problem'
import { answerOptions, refuseMethod } from '../../http/answerRequest'
import { isKnown } from '../../http/respond'

const most = z.coerce.number().int().min(1).max(100_000).nullable().default(null)

/** The arguments of oEmbed 1.0, section 2.2. Those that it does not name are ignored. */
const knownArguments = z.object({ url: z.string().min(1).max(2000), maxwidth: most, maxheight: most, format: z.string().default('json') })

const path = /^(?:\/(de))?\/(?:charts|embed)\/([^/]+)\/([^/]+)$/

/** oEmbed 1.0 for every chart's page and embed: https://oembed.com */
export function GET(request: Request): Promise<Response> {
  return answerChart(request, async () => {
    const read = knownArguments.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!read.success) throw new BadQuestionError(z.prettifyError(read.error).slice(0, 1000))
    const { url, maxwidth, maxheight, format } = read.data
    if (format !== 'json') throw new ProblemError('notImplemented', 'only JSON is spoken here: leave out format, or ask for format=json')
    const origin = await readOrigin()
    const asked = URL.canParse(url) ? new URL(url) : null
    const [, language, protocol, name] = (asked?.host === origin.host ? path.exec(asked.pathname) : null) ?? []
    if (!asked || !protocol || !name) throw new ProblemError('notFound', `this address has no embed: ask for the address of a chart's page, as in ${origin.origin}/charts/uniswap/lorenz`)
    const { lens, rules, currency, protocols, metric, from, to, lang } = readFormQuestion(embedQuestion, asked.searchParams)
    const publication = await loadPublication({ protocol: decodeURIComponent(protocol), name: decodeURIComponent(name), lens, rules, currency, protocols, metric, from, to }, language === 'de' ? 'de' : lang, origin)
    const body = JSON.stringify(toOembed(publication, origin, { width: maxwidth, height: maxheight }))
    const tag = toTag(body)
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': toCacheControl(false), ETag: tag, 'Access-Control-Allow-Origin': '*' }
    return isKnown(request, tag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
  })
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
