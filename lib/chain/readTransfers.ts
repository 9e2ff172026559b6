import { giveBack, readHttp, type HttpAnswer, type HttpQuestion } from '../http/readHttp'
import { scanTransfers, type LogQuestion, type ScannedTransfers } from './scanTransfers'

/** What is asked of a node: the logs, and the request that asks for them. */
export interface TransfersQuestion {
  request: HttpQuestion
  question: LogQuestion
  /** Of the request */
  id: number
}

/** A node's answer; its bytes are given only where `scanTransfers` found nothing in them. */
export interface TransfersAnswer extends HttpAnswer {
  scanned: ScannedTransfers | null
}

/**
 * Asks a node for logs and scans what it answers, on one thread: the bytes never leave it, and their memory is used again.
 *
 * @throws what `readHttp` throws
 */
export async function readTransfers({ request, question, id }: TransfersQuestion, signal?: AbortSignal): Promise<TransfersAnswer> {
  const answer = await readHttp(request, signal)
  const scanned = answer.status === 200 ? scanTransfers(answer.content, question, id) : null
  const content = scanned ? new Uint8Array() : answer.content.slice()
  giveBack(answer)
  return { ...answer, content, scanned }
}
