import { toChartPath, type Form } from '@/lib/publish/chartName'
import { toCitationText } from '@/lib/publish/citation'
import { toWordsOf } from '@/lib/publish/columnWords'
import { licence } from '@/lib/publish/schemas'
import { toFixedBlock } from '@/lib/pipeline/editions/toIdentity'
import type { Publication } from './publication'

/** A chart's data as schema.org describes a data set, for search engines that look for some: a JSON-LD text that can stand in a script element. */
export function toDataset({ view, citable, place, fixedPlace, fixed, query, edition }: Publication, origin: URL): string {
  const { loaded, snapshot } = edition
  const block = toFixedBlock(edition) ?? snapshot?.block
  const addressed = fixed ? fixedPlace : place
  const at = (form: Form | null) => new URL(toChartPath(addressed, form) + query, origin).href
  const days = loaded.history.length > 0 ? `${loaded.history[0]!.day}/${loaded.history.at(-1)!.day}` : snapshot?.day
  const download = (form: Form, encodingFormat: string) => ({ '@type': 'DataDownload', contentUrl: at(form), encodingFormat })
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: view.title,
    // Google asks for 50 letters or more.
    description: [view.sentence, ...view.notes].join(' '),
    url: at(null),
    identifier: `sha256:${citable.contentHash}`,
    version: block ? String(block.number) : citable.day,
    inLanguage: view.locale,
    license: licence.path,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'Lorenz', url: origin.href },
    creditText: toCitationText(citable, view.locale),
    temporalCoverage: days,
    variableMeasured: view.data.columns.map((column) => ({ '@type': 'PropertyValue', name: column.name, description: toWordsOf(column)[view.locale] })),
    distribution: [download('csv', 'text/csv'), download('json', 'application/json'), download('zip', 'application/zip')],
    image: at('png'),
  }
  // A name that ends the script element would end it here.
  return JSON.stringify(dataset).replaceAll('<', '\\u003c')
}
