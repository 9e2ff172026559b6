import { loadProtocols } from '@/db/protocols'
import { sharedDatabase } from '../database'
import { answerFeed } from '../feed'

/** What is new of all protocols. */
export const GET = (request: Request): Promise<Response> => answerFeed(request, null, () => loadProtocols(sharedDatabase()))
