import { readHttp, type HttpAnswer, type HttpQuestion } from '../http/readHttp'

/** An answer that was read to its end. */
export interface ReadResponse extends Response {
  content: Uint8Array<ArrayBuffer>
}

/** What `fetch` is asked, as plain values. */
export function toHttpQuestion(input: string | URL | Request, init: RequestInit | undefined, mostBytes: number): HttpQuestion {
  const url = input instanceof Request ? input.url : String(input)
  return { url, method: init?.method ?? 'GET', headers: { ...(init?.headers as Record<string, string>) }, body: (init?.body as string | null | undefined) ?? '', mostBytes }
}

/** What `fetch` answers, of an answer that was read. */
export function toResponse({ status, statusText, headers, content }: HttpAnswer): ReadResponse {
  const response = new Response(null, { status, statusText, headers })
  const text = () => Promise.resolve(Buffer.from(content.buffer, content.byteOffset, content.length).toString())
  return Object.assign(response, { content, text })
}

/**
 * `fetch` for JSON-RPC as `readHttp` reads it.
 *
 * @param mostBytes the longest answer that is taken
 * @throws what `readHttp` throws
 * @example const response = await httpFetch('http://127.0.0.1:8545', { method: 'POST', body }, 1e6) // response.content, await response.text()
 */
export const httpFetch = async (input: string | URL | Request, init: RequestInit | undefined, mostBytes: number): Promise<ReadResponse> =>
  toResponse(await readHttp(toHttpQuestion(input, init, mostBytes), init?.signal ?? undefined))
