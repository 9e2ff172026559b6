import { loadHistory } from '@/db/history'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { metrics } from '@/lib/metrics/registry'
import type { CsvBasis } from '@/lib/publish/csvBasis'
import { metricsColumns, toMetricRows } from '@/lib/publish/metricsCsv'
import { ProblemError } from '@/lib/publish/problem'
import { toCsvResponse } from '../../../csvResponse'
import { sharedDatabase } from '../../../database'
import { answerFile, toFileName } from '../../../fileSubject'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'

/** Every metric of a token on every day of its history, oldest first. */
export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFile(request, params, async ({ protocol, token, tokenId, question }) => {
    if (question.rules) throw new ProblemError('invalidRequest', `days are kept under the usual rules for whom addresses count as one holder: leave out rules, or ask /charts/${protocol.slug}/concentrationOverTime-gini.csv for one measure under others`)
    const days = await loadHistory(sharedDatabase(), tokenId, question.lens)
    const last = days.at(-1)
    if (!last) throw new ProblemError('notFound', `${token.symbol} (${protocol.slug}) has no history under the lens "${question.lens}" yet`)
    const toBasis = ({ day, block, timestamp, denominator, origin }: (typeof days)[number]): CsvBasis => ({
      protocol: protocol.slug,
      tokenAddress: toChecksumAddress(token.address),
      lens: question.lens,
      denominator,
      origin,
      day,
      block: { number: block, timestamp },
    })
    const rows = days.flatMap((day) => toMetricRows(metrics, day.metrics, toBasis(day)))
    return toCsvResponse(request, { name: toFileName('history', question, toBasis(last)), columns: metricsColumns, rows, version: rows })
  })
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
