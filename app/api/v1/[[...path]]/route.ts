import { answerApi } from '../answer'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'
import { toResources } from '../resources/index'

export const GET = (request: Request): Promise<Response> => answerApi(request, toResources())
export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
