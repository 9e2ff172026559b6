import { toLedger } from '@/lib/pipeline/ledger'
import { streamHolderRows } from '@/lib/pipeline/editions/streamHolderRows'
import { holdersColumns } from '@/lib/publish/holdersCsv'
import { toCsvResponse } from '../../../csvResponse'
import { sharedDatabase } from '../../../database'
import { answerFile, requireSubject, toCsvBasis, toFileName } from '../../../fileSubject'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'

/** Every holder of a token at a block, to the last one. */
export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFile(request, params, async (file) => {
    const { protocol, token, question } = file
    const subject = await requireSubject(file)
    const basis = toCsvBasis(protocol, subject)
    return toCsvResponse(request, {
      name: toFileName('holders', question, basis),
      columns: holdersColumns(token, basis, { ways: subject.lens.looksThrough }),
      rows: streamHolderRows(sharedDatabase(), toLedger(question.rules ? { ...protocol, rules: question.rules } : protocol, question.pool)!, subject.snapshot, subject.lens),
      version: [subject.snapshot.id, subject.snapshot.block?.hash, subject.snapshot.file, basis, protocol.labels, protocol.evidence ?? [], question.rules],
    })
  })
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
