import { toOpenApi } from '@/app/api/v1/openApi'
import { toResources } from '@/app/api/v1/resources/index'
import { forms } from '@/lib/publish/chartName'
import { charts } from '@/lib/publish/charts'
import { marketAddresses } from '../publishedMarkets'
import { governors } from '../publishedProposals'
import { toAccount } from '../smallLedger'

/** An address with places for words, as in '/protocols/{slug}/holders.csv', and the parameters that its query takes. */
export interface Route {
  address: string
  parameters: readonly string[]
  /** What a right address has in each place */
  right: Readonly<Record<string, string>>
  /** Whether it answers programs: what goes wrong is then a problem document */
  isForPrograms: boolean
  /** 1 for every hostile word, 5 for every fifth */
  every: number
}

/** An account whose name is hostile. */
const someone = toAccount(2)

/** A pool, a token of which has a hostile symbol. */
const traded = marketAddresses[0]

/** A proposal whose title is hostile. */
const governed = `${governors[0]}-1`

/** A list that was never imported. */
const imported = 'imported-2026-01-15-abcdef012345'

const right = { slug: 'small-swap', block: 'latest', proposal: 'latest', word: governed, address: someone, chart: 'lorenz', protocol: 'small-swap' }
const viewParameters = ['lens', 'currency', 'protocols', 'metric', 'from', 'to', 'lang', 'theme']
const fileParameters = [...viewParameters, 'width', 'height', 'preset', 'csv', 'dialect']

interface Operation {
  parameters: { name: string; in: string }[]
}

/** Every route of the API, from its document. */
const ofApi = Object.entries(toOpenApi(toResources()).paths as Record<string, { get: Operation }>).map(([path, { get }]): Route => ({
  address: `/api/v1${path === '/' ? '' : path}`,
  parameters: get.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
  right,
  isForPrograms: true,
  every: 1,
}))

const page = (address: string, ...parameters: string[]): Route => ({ address, parameters, right, isForPrograms: false, every: address.startsWith('/de') ? 6 : 2 })
const file = (address: string, ...parameters: string[]): Route => ({ address, parameters, right, isForPrograms: true, every: address.startsWith('/charts') ? 3 : 1 })

/** Every other route. */
const others: readonly Route[] = [
  ...['', '/de'].flatMap((language) => [
    page(language || '/', 'lens', 'q', 'sort', 'order', 'category'),
    page(`${language}/paradox`),
    page(`${language}/compare`, 'protocols', 'metric', 'lens'),
    page(`${language}/superusers`),
    page(`${language}/method`),
    page(`${language}/data`),
    page(`${language}/data/api`),
    page(`${language}/status`),
    page(`${language}/protocols/{slug}`, 'lens', 'snapshot'),
    page(`${language}/protocols/{slug}/owners`, 'lens'),
    page(`${language}/protocols/{slug}/proposals`, 'page'),
    page(`${language}/protocols/{slug}/proposals/{word}`, 'page'),
    page(`${language}/protocols/{slug}/power`, 'lens'),
    page(`${language}/protocols/{slug}/control`),
    page(`${language}/protocols/{slug}/findings`),
    page(`${language}/protocols/{slug}/holders`, 'lens', 'snapshot', 'q', 'page'),
    page(`${language}/protocols/{slug}/liquidity`, 'lens', 'currency'),
    page(`${language}/protocols/{slug}/profits`, 'lens', 'currency'),
    page(`${language}/charts/{protocol}/{chart}`, 'lens', 'currency', 'protocols', 'metric', 'from', 'to'),
    page(`${language}/accounts`, 'q'),
    page(`${language}/accounts/{address}`),
  ]),
  page('/{slug}'),
  page('/de/{slug}/{block}'),
  ...['holders', 'metrics', 'history'].map((name) => file(`/protocols/{slug}/${name}.csv`, 'lens', 'snapshot', 'pool')),
  ...forms.map((form) => file(`/charts/{protocol}/{chart}.${form}`, ...(form === 'svg' ? fileParameters : ['lens', 'width', 'dialect']))),
  page('/embed/{protocol}/{chart}', ...viewParameters),
  file('/api/oembed', 'url', 'maxwidth', 'maxheight', 'format'),
  file('/protocols/{slug}/feed.atom', 'lang'),
  file('/feed.atom', 'lang'),
  file('/api/openapi.json'),
  file('/llms.txt'),
  file('/healthz'),
  file('/readyz'),
  page('/sitemap.xml'),
  page('/robots.txt'),
]

export const routes: readonly Route[] = [...ofApi, ...others]

/** An address with right words, or with another in one place. */
export const fill = ({ address, right: words }: Route, other: Readonly<Record<string, string>> = {}): string =>
  address.replace(/\{(\w+)\}/g, (_, name: string) => other[name] ?? words[name]!)

/** Every chart of the small protocol and of one of its proposals, of all protocols and of an account, as addresses without a form. */
export const chartAddresses: readonly string[] = charts.flatMap(({ id, scopes }) => [
  ...(scopes.includes('token') ? [`/charts/small-swap/${id}`] : []),
  ...(scopes.includes('proposal') ? [`/charts/small-swap/${id}-${governed}`] : []),
  ...(scopes.includes('market') ? [`/charts/small-swap/${id}-${traded}`] : []),
  ...(scopes.includes('list') ? [`/charts/small-swap/${id}-${imported}`] : []),
  ...(scopes.includes('all') ? [`/charts/all/${id}`] : []),
  ...(scopes.includes('account') ? [`/charts/account/${id}-${someone}`] : []),
])
