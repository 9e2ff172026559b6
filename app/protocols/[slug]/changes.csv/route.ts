import { loadReach } from '@/db/history'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { toLens } from '@/lib/ownership/lenses'
import { toChangeRows, toChangesBasis } from '@/lib/pipeline/describeChanges'
import { loadHolderChanges } from '@/lib/pipeline/loadHolderChanges'
import { changesColumns } from '@/lib/publish/changesCsv'
import { ProblemError } from '@/lib/publish/problem'
import { changeKinds } from '@/lib/views/changesTables'
import { toPeriod, toProblemText } from '@/lib/views/period'
import { toCsvResponse } from '../../../csvResponse'
import { sharedDatabase } from '../../../database'
import { answerQuestion } from '../../../fileSubject'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'
import { changesFileQuestion } from '../../../question'

/** Every account that changed between the ends of two days. */
export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerQuestion(request, params, changesFileQuestion, async ({ protocol, question }) => {
    const lens = toLens(question.lens)
    const nothing = new ProblemError('notFound', `${protocol.token.symbol} (${protocol.slug}) has no history yet`)
    const reach = await loadReach(sharedDatabase(), protocol.tokenId)
    if (!reach) throw nothing
    const period = toPeriod(question, reach)
    if ('problem' in period) throw new ProblemError('invalidRequest', toProblemText(period, 'en'))
    const found = await loadHolderChanges(sharedDatabase(), question.rules ? { ...protocol, rules: question.rules } : protocol, lens, period)
    if (!found) throw nothing
    const basis = toChangesBasis(found, protocol, lens, 'en')
    const rows = changeKinds.flatMap((kind) => toChangeRows(found.changes[kind], protocol).map((row) => ({ ...row, kind })))
    return toCsvResponse(request, {
      name: [protocol.slug, 'changes', lens.id, toRulesWord(question.rules)?.replaceAll(',', '+'), period.from, period.to].filter(Boolean).join('-'),
      columns: changesColumns(basis, { protocol: protocol.slug, tokenAddress: toChecksumAddress(protocol.token.address), lens: lens.id }),
      rows,
      version: [basis, protocol.labels, question.rules],
    })
  })
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
