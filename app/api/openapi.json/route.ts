import { answerOptions, answerRequest, refuseMethod } from '../../http/answerRequest'
import { respond } from '../../http/respond'
import { toOpenApi } from '../v1/openApi'
import { toResources } from '../v1/resources/index'

/** The API as a document that programs read: OpenAPI 3.1, from the schemas that the answers are checked against. */
export const GET = (request: Request): Promise<Response> =>
  answerRequest(request, async () =>
    respond(request, { body: `${JSON.stringify(toOpenApi(toResources()), null, 2)}\n`, contentType: 'application/json; charset=utf-8', freshness: 'newest' }))

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
