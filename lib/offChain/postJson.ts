import { readHttp } from '../http/readHttp'

/** A page of a thousand votes with their choices has some hundred kilobytes, one of proposals with their texts some megabytes. */
const mostBytes = 64 * 2 ** 20
const patience = 60_000

/** An answer that was read to its end. */
export interface PostAnswer {
  status: number
  /** By their names in lower case */
  headers: Readonly<Record<string, string>>
  text: string
}

/**
 * Sends JSON and reads what is answered. Follows no redirect.
 *
 * @throws Error as node names it, also where the answer was cut or is longer than 64 MiB
 * @example (await postJson('https://hub.snapshot.org/graphql', '{"query":"{ __typename }"}')).status // 200
 */
export async function postJson(url: string, body: string, signal?: AbortSignal): Promise<PostAnswer> {
  const limits = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])]
  const question = { url, method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body, mostBytes }
  const { status, headers, content } = await readHttp(question, AbortSignal.any(limits))
  return { status, headers, text: Buffer.from(content.buffer, content.byteOffset, content.length).toString() }
}
