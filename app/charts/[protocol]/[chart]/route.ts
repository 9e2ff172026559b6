import { buffer } from 'node:stream/consumers'
import { toNoChart } from '@/lib/pipeline/editions/loadEdition'
import { forms, readChartName, splitForm, toChartPath, type Form } from '@/lib/publish/chartName'
import { toCsvw } from '@/lib/publish/schemas'
import { readOrigin } from '../../../origin'
import { answerChart, toCacheControl, toTag } from '../../answerChart'
import { drawSheet } from '../../forms/drawSheet'
import { toCsvFile } from '../../forms/toCsvFile'
import { toJson, toMetadataJson } from '../../forms/toJson'
import { toPng } from '../../forms/toPng'
import { toZip } from '../../forms/toZip'
import { makeOnce } from '../../joined'
import { loadPublication, toFileName, toViewQuery, type Publication } from '../../publication'
import { formQuestion, readFormQuestion, type FormQuestion } from '../../question'
import { ProblemError } from '@/lib/publish/problem'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'
import { isKnown } from '../../../http/respond'
import { toByteStream } from '../../../http/toByteStream'

const types: Record<Form, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  'metadata.json': 'application/json',
  'csv-metadata.json': 'application/csvm+json',
  zip: 'application/zip',
}

/** Raised when what a form looks like changes, so that no cache keeps the former one. */
const formVersion = '1'

/** Every form of every chart: the last part of the address says which chart, which block and which form. */
export async function GET(request: Request, { params }: { params: Promise<{ protocol: string; chart: string }> }): Promise<Response> {
  const { protocol, chart } = await params
  return answerChart(request, async () => {
    const { name, form } = splitForm(decodeURIComponent(chart))
    if (form === null) throw noForm(protocol, name)
    const question = readFormQuestion(formQuestion, new URL(request.url).searchParams)
    const { lang, lens, rules, currency, protocols, metric } = question
    const full = question.csv === null ? question.from === null && question.to === null : question.csv === 'full'
    const whole = full && (form === 'csv' || form === 'zip') && readChartName(protocol, name)?.chart.days !== 'between'
    const days = whole ? { from: null, to: null } : { from: question.from, to: question.to }
    const origin = await readOrigin()
    const publication = await loadPublication({ protocol, name, lens, rules, currency, protocols, metric, ...days }, lang, origin)
    const tag = toTag(formVersion, publication.contentHash, form, JSON.stringify({ ...question, full }), origin.href, publication.view.notes.join(), publication.citable.labelVersion ?? '')
    const headers = toHeaders(publication, form, tag)
    if (isKnown(request, tag)) return new Response(null, { status: 304, headers })
    return new Response(await toBody(publication, form, { ...question, full }, origin, tag), { headers })
  }, /\.(?:png|csv|zip)$/.test(chart) ? 'costly' : 'plain')
}

/** A suffix that is no form of ours, or none where a program asked for the page. */
function noForm(protocol: string, name: string): Error {
  const there = `a chart answers as ${forms.map((one) => `.${one}`).join(', ')}; without a suffix it is a page`
  const [known, suffix] = [readChartName(protocol, name.replace(/\.[^.]*$/, '')), /\.[^.]{1,20}$/.exec(name)?.[0]]
  if (!known) return toNoChart({ protocol, name })
  return suffix ? new ProblemError('notImplemented', `there is no form "${suffix}": ${there}`) : new ProblemError('notFound', there)
}

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>

async function toBody(publication: Publication, form: Form, question: FormQuestion & { full: boolean }, origin: URL, tag: string): Promise<Body> {
  const { view } = publication
  const { full, dialect } = question
  const once = async (make: () => Promise<Uint8Array>) => (await makeOnce(tag, make)) as Uint8Array<ArrayBuffer>
  const draw = () => drawSheet(view, question, toSource(publication))
  switch (form) {
    case 'svg':
      return once(async () => new TextEncoder().encode(await draw()))
    case 'png':
      return once(async () => toPng(await drawSheet(view, { ...question, theme: question.theme === 'dark' ? 'dark' : 'light' }, toSource(publication))))
    case 'csv':
      return toByteStream(toCsvFile(publication, full, dialect))
    case 'json':
      return JSON.stringify(toJson(publication, origin))
    case 'metadata.json':
      return JSON.stringify(toMetadataJson(publication, origin))
    case 'csv-metadata.json':
      return JSON.stringify(toCsvw({ url: toCsvAddress(publication, origin), columns: view.data.columns, citable: publication.citable, dialect }))
    case 'zip': {
      const make = () => toZip(publication, full, dialect, origin)
      // The whole list of holders is never held at once, so nobody waits for another's.
      return full && publication.edition.chart.long ? toByteStream(make()) : once(() => buffer(make()))
    }
  }
}

function toHeaders(publication: Publication, form: Form, tag: string): Headers {
  const { place, fixedPlace, fixed, edition: { question }, view: { locale } } = publication
  const addressed = fixed ? fixedPlace : place
  const headers = new Headers({
    'Content-Type': types[form],
    'Content-Disposition': `${form === 'csv' || form === 'zip' ? 'attachment' : 'inline'}; filename="${toFileName(publication, form)}"`,
    'Cache-Control': toCacheControl(fixed),
    ETag: tag,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Disposition, ETag, Link',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    Link: `<${toChartPath(addressed)}${toViewQuery(question, locale)}>; rel="canonical"`,
  })
  if (form === 'csv') headers.append('Link', `<${toChartPath(addressed, 'csv-metadata.json')}${toViewQuery(question, locale)}>; rel="describedby"; type="application/csvm+json"`)
  if (form === 'svg') headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  return headers
}

const toCsvAddress = ({ place, fixedPlace, fixed, query }: Publication, origin: URL): string => new URL(toChartPath(fixed ? fixedPlace : place, 'csv') + query, origin).href

/** The line in a picture's foot: who made it, where it stands, what may be done with it. */
function toSource({ citable, view }: Publication): string {
  const address = decodeURIComponent(citable.address).replace(/^https?:\/\//, '').replace(/\?.*$/, '')
  return view.locale === 'de' ? `Quelle: Lorenz, ${address}. CC BY 4.0` : `Source: Lorenz, ${address}. CC BY 4.0`
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
