import { z } from 'zod'
import type { Database } from '@/db/database'
import { toLabelVersion } from '@/db/labelSets'
import { loadEdition, NoEditionError, type Edition } from '@/lib/pipeline/editions/loadEdition'
import { recomputeEdition } from '@/lib/pipeline/editions/recomputeEdition'
import { recomputeKept } from '@/lib/pipeline/editions/recomputeKept'
import { toIdentity } from '@/lib/pipeline/editions/toIdentity'
import { currencies } from '@/lib/domain/pool'
import { toProposalWord } from '@/lib/domain/proposalWord'
import type { LensId } from '@/lib/domain/lens'
import { readRules, rulesHelp, toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { metrics } from '@/lib/metrics/registry'
import { headlineLens, lenses } from '@/lib/ownership/lenses'
import { splitForm, toChartPath } from '@/lib/publish/chartName'
import { readCitation, type Cited } from '@/lib/publish/citation'
import { toDifferences } from '@/lib/publish/differences'
import { methodVersion, toContentHash } from '@/lib/publish/identity'
import { hasFixedAddress } from '@/lib/publish/keptParts'
import { toView } from '@/lib/publish/toView'
import { UsageError } from './usageError'
import { withInstallation } from './withInstallation'

const querySchema = z.object({
  lens: z.enum(lenses.map(({ id }) => id) as [LensId, ...LensId[]]).default(headlineLens),
  rules: z.string().refine((word) => readRules(word) !== undefined, rulesHelp).transform((word) => readRules(word) ?? null).nullable().default(null),
  currency: z.enum(currencies).nullable().default(null),
  metric: z.enum(metrics.map(({ id }) => id) as [string, ...string[]]).nullable().default(null),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
})

/** What `lorenz verify` found: its words, and whether all is equal. */
export interface Verdict {
  equal: boolean
  lines: readonly string[]
}

/** `lorenz verify`: recomputes what a citation or an address speaks of from the ledger. Exit code 0: equal; 1: something differs. */
export async function verify(text: string): Promise<number> {
  const { equal, lines } = await withInstallation(({ database }) => verifyCitation(database, text))
  process.stdout.write(`${lines.join('\n')}\n`)
  return equal ? 0 : 1
}

/**
 * Holds what is cited, what is published here today and what the ledger says against each other.
 *
 * @param text a citation in any form, or an address of a chart
 * @throws UsageError where there is nothing in it that can be verified
 */
export async function verifyCitation(database: Database, text: string): Promise<Verdict> {
  const cited = readCitation(text)
  if (!cited) throw new UsageError('There is no address of a chart in this, as in https://…/charts/uniswap/lorenz@21500000.')
  const edition = await findEdition(database, cited)
  const { chart, question, kept } = edition
  if (edition.list) throw new UsageError(`"${edition.list}" is a list that was imported: there is no ledger to make it from again. Hold its file against the SHA-256 in its charts.`)
  if (!chart.fixed && !kept?.isThis) throw new UsageError(toChanging(edition))
  const loaded = await (chart.fixed ? recomputeEdition : recomputeKept)(database, edition)
  const [published, made] = [toView(chart, edition.loaded, 'en'), loaded && toView(chart, loaded, 'en')]
  const identity = toIdentity(edition)
  const at = identity.block ? `block ${identity.block.number}` : identity.day
  if (!published || !made || !at) throw new UsageError(`There is no snapshot yet that "${chart.id}" could be made from again.`)
  const [publishedHash, madeHash] = [toContentHash(published, identity), toContentHash(made, identity)]
  const head = [
    `${published.title} (${question.protocol}), ${at}, lens ${question.lens}${question.rules ? `, rules ${toRulesWord(question.rules)}` : ''}`,
    `${chart.fixed ? 'from the ledger: ' : 'from what is kept:'} sha256:${madeHash}`,
    `published here:   sha256:${publishedHash}`,
    ...(cited.contentHash === null ? [] : [`cited:            sha256:${cited.contentHash}`]),
  ]
  const reasons = [
    ...(publishedHash === madeHash ? [] : [`What is published here differs from ${chart.fixed ? 'the ledger' : 'what is kept'}:`, ...toDifferences(published.data, made.data, 8)]),
    ...(cited.contentHash === null || cited.contentHash === madeHash ? [] : toReasons(cited, edition)),
  ]
  return { equal: reasons.length === 0, lines: [...head, ...(reasons.length === 0 ? ['Equal.'] : ['Not equal.', ...reasons])] }
}

/** Why the newest of a chart cannot be held against anything, and what can. */
function toChanging({ chart, question, kept, pool, market, account, proposal }: Edition): string {
  if (!hasFixedAddress(chart)) return `"${chart.id}" is of no single block: there is no ledger to make it from again.`
  if (!kept) return `Nothing of "${chart.id}" of ${question.protocol} is kept yet that it could be made from again.`
  const { day, block } = kept.mark
  const place = { protocol: question.protocol, id: chart.id, pool, market, account, proposal: proposal && toProposalWord(proposal), block: block?.number ?? null, day: block ? null : day }
  return `The newest of "${chart.id}" goes on changing: verify an address that is fixed, as ${toChartPath(place)}.`
}

/** Why a citation's fingerprint may be another than the ledger's. */
function toReasons(cited: Cited, { protocol }: Edition): string[] {
  const labels = protocol ? toLabelVersion(protocol) : null
  const reasons = [
    cited.labelVersion !== null && cited.labelVersion !== labels && `The labels are others: cited ${cited.labelVersion}, here ${labels}.`,
    cited.methodVersion !== null && cited.methodVersion !== methodVersion && `The method has changed since: cited ${cited.methodVersion}, today ${methodVersion}.`,
  ].filter((reason) => reason !== false)
  return ['The citation names other data than the ledger gives.', ...(reasons.length > 0 ? reasons : ['Labels and method are the same: the citation was altered.'])]
}

async function findEdition(database: Database, { path, query }: Cited): Promise<Edition> {
  const [, , protocol = '', segment = ''] = path.split('/')
  const asked = querySchema.safeParse(Object.fromEntries(query))
  if (!asked.success) throw new UsageError(`The address asks for something that there is not:\n${z.prettifyError(asked.error)}`)
  try {
    return await loadEdition(database, { protocol, name: splitForm(segment).name, ...asked.data }, () => Promise.resolve(null))
  } catch (error) {
    if (error instanceof NoEditionError) throw new UsageError(error.message)
    throw error
  }
}
