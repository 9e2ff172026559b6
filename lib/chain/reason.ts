/** The first line of what went wrong: viem's messages go on with the whole request, URL and key included. */
export function toReason(error: unknown): string {
  const message = (error as { shortMessage?: string }).shortMessage ?? (error as Error)?.message ?? String(error)
  const details = (error as { details?: string }).details
  const first = message.split('\n')[0]!
  return details && !first.includes(details) ? `${first} ${details.split('\n')[0]}` : first
}
