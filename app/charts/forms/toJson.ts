import type { Locale } from '@/lib/domain/text'
import { forms, toChartPath } from '@/lib/publish/chartName'
import { toBibtex, toCitationText, toRis } from '@/lib/publish/citation'
import { toWordsOf } from '@/lib/publish/columnWords'
import { toRulesOf } from '@/lib/publish/identity'
import { licence, toMeaning } from '@/lib/publish/schemas'
import { toFixedBlock } from '@/lib/pipeline/editions/toIdentity'
import type { Publication } from '../publication'

/** Everything about a chart but its numbers: words, columns, what it rests on, how it is cited, where its other forms are. */
export function toMetadataJson({ edition, view, citable, contentHash, place, fixedPlace, lastFixed, query, fixed }: Publication, origin: URL): Record<string, unknown> {
  const { chart, scope, pool, market, account, question, period } = edition
  // What is of no single block does not rest on the newest snapshot.
  const snapshot = chart.fixed ? edition.snapshot : null
  const at = (path: string) => new URL(path + query, origin).href
  const addressed = fixed ? fixedPlace : place
  return {
    chart: chart.id,
    kind: chart.kind,
    scope,
    protocol: question.protocol,
    pool,
    market,
    account,
    proposal: place.proposal ?? null,
    list: place.list ?? null,
    title: view.title,
    sentence: view.sentence,
    notes: view.notes,
    language: view.locale,
    lens: question.lens,
    ...toRulesOf(question),
    currency: edition.loaded.market && chart.currencies ? edition.loaded.market.currency : null,
    protocols: edition.loaded.comparison?.protocols.map(({ protocol }) => protocol.slug) ?? null,
    metric: chart.chooses?.includes('metric') ? edition.loaded.comparison?.metric ?? null : null,
    from: period?.from ?? question.from,
    to: period?.to ?? question.to,
    block: snapshot?.block ?? toFixedBlock(edition) ?? edition.loaded.market?.reading.block ?? null,
    day: snapshot?.day ?? citable.day,
    origin: snapshot?.origin ?? null,
    audit: snapshot?.audit?.status ?? null,
    gaps: snapshot?.gaps ?? [],
    columns: view.data.columns.map((column) => ({ name: column.name, type: toMeaning(column), description: toWordsOf(column) })),
    label_version: citable.labelVersion,
    method_version: citable.methodVersion,
    content_hash: `sha256:${contentHash}`,
    citation: toCitations(citable, toKey(addressed)),
    licence,
    links: {
      page: at(toChartPath(addressed)),
      fixed: lastFixed ? at(toChartPath(lastFixed.place)) : citable.address,
      newest: at(toChartPath(place)),
      embed: at(toChartPath(addressed, null, '/embed')),
      ...Object.fromEntries(forms.map((form) => [form.replace(/[.-]/g, '_'), at(toChartPath(addressed, form))])),
    },
  }
}

/** A name for the citation that is unique among ours. */
export const toKey = ({ protocol, id, pool, market, account, proposal, list, block, day }: Publication['place']): string => ['lorenz', protocol, id, (pool ?? market ?? account)?.slice(0, 10), proposal, list, block ?? day].filter(Boolean).join('-')

/** A citation in every form that it is asked for. */
export const toCitations = (citable: Publication['citable'], key: string): Record<Locale | 'bibtex' | 'ris', string> => ({
  en: toCitationText(citable, 'en'),
  de: toCitationText(citable, 'de'),
  bibtex: toBibtex(citable, key),
  ris: toRis(citable),
})

/** A chart with its numbers: as drawn, as read and as data. */
export const toJson = (publication: Publication, origin: URL): Record<string, unknown> => ({
  ...toMetadataJson(publication, origin),
  chart_spec: publication.view.chart,
  table: publication.view.chart ? undefined : publication.view.table,
  data: { columns: publication.view.data.columns.map(({ name }) => name), rows: publication.view.data.rows },
})
