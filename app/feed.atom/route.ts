import { loadProtocols } from '@/db/protocols'
import { sharedDatabase } from '../database'
import { answerFeed } from '../feed'
import { answerOptions, refuseMethod } from '../http/answerRequest'

/** What is new of all protocols. */
export const GET = (request: Request): Promise<Response> => answerFeed(request, null, () => loadProtocols(sharedDatabase()))

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
