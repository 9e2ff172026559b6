import { base } from '../api/v1/answer'
import { resources } from '../api/v1/resources/registry'
import { answerOptions, answerRequest, refuseMethod } from '../http/answerRequest'
import { respond } from '../http/respond'
import { toOrigin } from '../origin'

/** What stands here, for programs that read as people do (llmstxt.org). */
export const GET = (request: Request): Promise<Response> =>
  answerRequest(request, async () => {
    const at = (path: string) => new URL(path, toOrigin(request.headers)).href
    const link = (name: string, path: string, what: string) => `- [${name}](${at(path)}): ${what}`
    const lines = [
      '# Lorenz',
      '',
      '> Who really holds DeFi: concentration of tokens and liquidity per protocol, read from the chain, audited, with block, date, denominator and lens beside every figure.',
      '',
      'Free, without a key, CC BY 4.0. Cite a figure with its block: the citation stands in meta.citation of every answer and on every chart’s page.',
      '',
      '## Pages',
      '',
      link('Overview', '/', 'every protocol, one row each'),
      link('The paradox', '/paradox', 'claims about who has the power in DeFi, each with the figures that decide it, a verdict per protocol and overall, and the rule, written before the data'),
      link('Compare', '/compare', 'two to six protocols on the same axes: protocols=uniswap,compound, metric=hhi and lens in the address'),
      link('Superusers', '/superusers', 'accounts that are large in several protocols or pools, and whether protocols share more of their largest holders than chance would give'),
      link('Method', '/method', 'what is read, what counts as a holder, what each metric asks'),
      link('Data', '/data', 'files and snippets'),
      '',
      '## API',
      '',
      link('OpenAPI', '/api/openapi.json', 'the whole API as OpenAPI 3.1'),
      ...resources.map(({ name, description, address }) => `- ${name.en}: \`GET ${base}${address}\`: ${description.en}`),
      '',
      '## Optional',
      '',
      link('Feed', '/feed.atom', 'new snapshots, and figures that passed a threshold'),
      '',
    ]
    return respond(request, { body: lines.join('\n'), contentType: 'text/plain; charset=utf-8', freshness: 'newest' })
  })

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
