import { metrics } from '@/lib/metrics/registry'
import { metricsColumns, toMetricRows } from '@/lib/publish/metricsCsv'
import { toCsvResponse } from '../../../csvResponse'
import { answerFile, requireSubject, toCsvBasis, toFileName } from '../../../fileSubject'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'

/** Every metric of a token at a block. */
export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFile(request, params, async (file) => {
    const subject = await requireSubject(file)
    const basis = toCsvBasis(file.protocol, subject)
    const rows = toMetricRows(metrics, subject.measurement.metrics, basis)
    return toCsvResponse(request, { name: toFileName('metrics', file.question, basis), columns: metricsColumns, rows, version: rows })
  })
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
