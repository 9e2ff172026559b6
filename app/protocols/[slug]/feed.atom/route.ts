import { loadProtocols } from '@/db/protocols'
import { ProblemError } from '@/lib/publish/problem'
import { sharedDatabase } from '../../../database'
import { answerFeed } from '../../../feed'
import { answerOptions, refuseMethod } from '../../../http/answerRequest'

/** What is new of one protocol. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return answerFeed(request, { name: '', path: `/protocols/${slug}` }, async () => {
    const found = (await loadProtocols(sharedDatabase())).filter((protocol) => protocol.slug === slug)
    if (found.length === 0) throw new ProblemError('notFound', `no protocol "${slug.slice(0, 64)}" is followed here`)
    return found
  })
}

export const OPTIONS = answerOptions
export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT }
