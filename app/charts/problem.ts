/** A refusal that says what to do (RFC 9457). */
export function toProblem(status: number, title: string, detail: string): Response {
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' }
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), { status, headers })
}
