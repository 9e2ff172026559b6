import { streamHolders, type Holder } from '@/db/holders'
import type { HolderRow } from '@/lib/views/holderRow'
import { holdersColumns } from '@/lib/publish/holdersCsv'
import { toCsvResponse } from '../../../csvResponse'
import { sharedDatabase } from '../../../database'
import { answerFile, requireSubject, toCsvBasis, toFileName } from '../../../fileSubject'
import { toHolderRow } from '../../../holderRows'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'

/** Every holder of a token at a block, to the last one. */
export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFile(request, params, async (file) => {
    const { protocol, token, question } = file
    const subject = await requireSubject(file)
    const basis = toCsvBasis(protocol, subject)
    return toCsvResponse(request, {
      name: toFileName('holders', question, basis),
      columns: holdersColumns(token, basis),
      rows: toHolderRows(streamHolders(sharedDatabase(), subject.snapshot.id, subject.lens.id)),
      version: [subject.snapshot.id, subject.snapshot.block?.hash, subject.snapshot.file, basis, protocol.labels],
    })
  })
}

async function* toHolderRows(pieces: AsyncIterable<readonly Holder[]>): AsyncGenerator<HolderRow[]> {
  for await (const piece of pieces) yield piece.map(toHolderRow)
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
