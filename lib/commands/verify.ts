import { z } from 'zod'
import type { Database } from '@/db/database'
import { toLabelVersion } from '@/db/labelSets'
import { loadEdition, NoEditionError, type Edition } from '@/lib/pipeline/editions/loadEdition'
import { recomputeEdition } from '@/lib/pipeline/editions/recomputeEdition'
import type { LensId } from '@/lib/domain/lens'
import { readRules, rulesHelp, toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { headlineLens, lenses } from '@/lib/ownership/lenses'
import { splitForm } from '@/lib/publish/chartName'
import { readCitation, type Cited } from '@/lib/publish/citation'
import { toDifferences } from '@/lib/publish/differences'
import { methodVersion, toContentHash, toRulesOf, type Identity } from '@/lib/publish/identity'
import { toView } from '@/lib/publish/toView'
import { UsageError } from './usageError'
import { withInstallation } from './withInstallation'

const querySchema = z.object({
  lens: z.enum(lenses.map(({ id }) => id) as [LensId, ...LensId[]]).default(headlineLens),
  rules: z.string().refine((word) => readRules(word) !== undefined, rulesHelp).transform((word) => readRules(word) ?? null).nullable().default(null),
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
  if (edition.list) throw new UsageError(`"${edition.list}" is a list that was imported: there is no ledger to make it from again. Hold its file against the SHA-256 in its charts.`)
  if (!edition.chart.fixed) throw new UsageError(`"${edition.chart.id}" is of no single block: there is no ledger to make it from again.`)
  const loaded = await recomputeEdition(database, edition)
  const [published, made] = [toView(edition.chart, edition.loaded, 'en'), loaded && toView(edition.chart, loaded, 'en')]
  const block = edition.snapshot?.block
  if (!published || !made || !block) throw new UsageError(`There is no snapshot yet that "${edition.chart.id}" could be made from again.`)
  const identity: Identity = { protocol: edition.question.protocol, pool: edition.pool, lens: edition.question.lens, ...toRulesOf(edition.question), block: { number: block.number, hash: block.hash } }
  const [publishedHash, madeHash] = [toContentHash(published, identity), toContentHash(made, identity)]
  const head = [
    `${published.title} (${edition.question.protocol}), block ${block.number}, lens ${edition.question.lens}${edition.question.rules ? `, rules ${toRulesWord(edition.question.rules)}` : ''}`,
    `from the ledger: sha256:${madeHash}`,
    `published here:  sha256:${publishedHash}`,
    ...(cited.contentHash === null ? [] : [`cited:           sha256:${cited.contentHash}`]),
  ]
  const reasons = [
    ...(publishedHash === madeHash ? [] : ['What is published here differs from the ledger:', ...toDifferences(published.data, made.data, 8)]),
    ...(cited.contentHash === null || cited.contentHash === madeHash ? [] : toReasons(cited, edition)),
  ]
  return { equal: reasons.length === 0, lines: [...head, ...(reasons.length === 0 ? ['Equal.'] : ['Not equal.', ...reasons])] }
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
