import { z } from 'zod'
import { loadImport } from '@/db/imports'
import { loadProtocols } from '@/db/protocols'
import { readListWord } from '@/lib/domain/listWord'
import { ProblemError } from '@/lib/publish/problem'
import { forms, toChartPath, toListCharts } from '@/lib/publish/chartName'
import { allProtocols, charts as everyChart, oneAccount } from '@/lib/publish/charts'
import { hasFixedAddress } from '@/lib/publish/keptParts'
import type { Chart, Scope } from '@/lib/publish/view'
import { defineResource, type Resource } from '../resource'
import { requireProtocol } from '../find'
import { address, checksumAddress, lensName, listWord, proposalWord, slug, text } from '../schemas'
import { lenses } from '@/lib/ownership/lenses'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Address } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'

const chart = z.strictObject({
  id: z.string(),
  title: text,
  kind: z.enum(['chart', 'table']),
  protocol: slug.nullable().meta({ description: 'null for what is about all protocols together, or about an account' }),
  pool: checksumAddress.nullable(),
  market: checksumAddress.nullable().meta({ description: 'The pool itself, of charts of who provides it and who earns in it' }),
  account: checksumAddress.nullable(),
  proposal: z.string().nullable().meta({ description: 'The word of a proposal' }),
  list: z.string().nullable().meta({ description: 'The word of an imported list' }),
  lenses: z.array(lensName).meta({ description: 'What its parameter lens takes; none where it has no such parameter' }),
  chooses: z.array(z.enum(['protocols', 'metric'])).meta({ description: 'Which of the parameters protocols (two to six slugs joined by commas) and metric (the id of a measure) it takes: charts that compare' }),
  fixed: z.boolean().meta({ description: 'Whether it has addresses that stay as they are for ever: @<block> behind its id, or, of what is of all protocols, @<day>' }),
  address: z.string().meta({ description: 'Its page' }),
  embed: z.string().meta({ description: 'The same alone, for an iframe' }),
  forms: z.record(z.string(), z.string()).meta({ description: 'The same as files' }),
})

/** The list of every chart and table with their addresses, from their registry. */
export const toChartsResource = (charts: readonly Chart[]): Resource =>
  defineResource({
    id: 'charts',
    address: '/charts',
    name: { en: 'Charts', de: 'Diagramme' },
    description: {
      en: 'Every chart and every table of the product with its address in every form.',
      de: 'Alle Diagramme und Tabellen mit ihren Adressen in allen Formen.',
    },
    path: z.strictObject({}),
    query: z.strictObject({ protocol: slug.optional(), account: address.optional().meta({ description: 'An account, in any case: its charts instead of all others', examples: ['0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984'] }), market: address.optional().meta({ description: 'A pool of the protocol, by its own address: charts of who provides it and who earns in it instead of all others' }), proposal: proposalWord.optional().meta({ description: 'A proposal of the protocol, by its word: its charts instead of all others' }), list: listWord.optional().meta({ description: 'An imported list of the protocol, by its word: its charts instead of all others' }) }),
    data: z.array(chart),
    cost: 'plain',
    load: async ({ query, database }) => {
      const of = (scope: Scope) => charts.filter(({ scopes }) => scopes.includes(scope))
      const { account, proposal, market, list } = query
      if (proposal && query.protocol === undefined) throw new ProblemError('invalidRequest', 'a proposal is one of a protocol: name it with protocol=<slug>')
      if (market && query.protocol === undefined) throw new ProblemError('invalidRequest', 'a pool is one of a protocol: name it with protocol=<slug>')
      if (list && query.protocol === undefined) throw new ProblemError('invalidRequest', 'an imported list is one of a protocol: name it with protocol=<slug>')
      const { protocol: ofProtocol } = query
      if (market && ofProtocol) return { data: of('market').map((one) => toAnswer(one, { protocol: ofProtocol, market })), basis: null, next: null, freshness: 'newest' }
      if (proposal && ofProtocol) return { data: of('proposal').map((one) => toAnswer(one, { protocol: ofProtocol, proposal })), basis: null, next: null, freshness: 'newest' }
      if (list && ofProtocol) {
        const imported = await loadImport(database, (await requireProtocol(database, ofProtocol)).tokenId, readListWord(list)!)
        if (!imported) throw new ProblemError('notFound', `${ofProtocol} has no such list; /charts/${ofProtocol}/importsTable.json has those it has`)
        const measured = imported.measurements.map(({ lens }) => lens)
        return { data: toListCharts(imported.population, charts).map((one) => toAnswer(one, { protocol: ofProtocol, list }, measured)), basis: null, next: null, freshness: 'newest' }
      }
      const protocols = account ? [] : await loadProtocols(database)
      const all = account ? of('account').map((one) => toAnswer(one, { protocol: oneAccount, account })) : query.protocol === undefined ? of('all').map((each) => toAnswer(each, { protocol: allProtocols })) : []
      const each = protocols
        .filter((protocol) => query.protocol === undefined || protocol.slug === query.protocol)
        .flatMap((protocol) => [
          ...of('token').map((one) => toAnswer(one, { protocol: protocol.slug })),
          ...protocol.pools.flatMap(({ lpToken }) => of('pool').map((one) => toAnswer(one, { protocol: protocol.slug, pool: lpToken.address }))),
        ])
      return { data: [...all, ...each], basis: null, next: null, freshness: 'newest' }
    },
  })

interface Of { protocol: string; pool?: Address; market?: Address; account?: Address; proposal?: string; list?: string }

function toAnswer(one: Chart, { protocol, pool, market, account, proposal, list }: Of, measured: readonly LensId[] = lenses.map((lens) => lens.id)): z.input<typeof chart> {
  const { id, title, kind, lenses: has, chooses = [] } = one
  const place = { protocol, id, pool, market, account, proposal, list }
  return {
    id,
    title,
    kind,
    protocol: protocol === allProtocols || protocol === oneAccount ? null : protocol,
    pool: pool ? toChecksumAddress(pool) : null,
    market: market ? toChecksumAddress(market) : null,
    account: account ? toChecksumAddress(account) : null,
    proposal: proposal ?? null,
    list: list ?? null,
    lenses: has ? [...measured] : [],
    chooses: [...chooses],
    fixed: hasFixedAddress(one) && list === undefined,
    address: toChartPath(place),
    embed: toChartPath(place, null, '/embed'),
    forms: Object.fromEntries(forms.map((form) => [form, toChartPath(place, form)])),
  }
}

export const charts = toChartsResource(everyChart)
