import { createHmac, randomBytes } from 'node:crypto'

/** Set by our own server on each request, whatever the visitor sent under this name. Never logged. */
export const visitorHeader = 'x-lorenz-visitor'

/** Lives as long as the process: nobody can tell later whose hash it was. */
const key = randomBytes(32)

/**
 * Who asks, as a word that says nothing about them: the hash of the address, of an IPv6 address its first half, which is one household's.
 *
 * @param forwarded the header X-Forwarded-For
 * @param proxies how many of its last addresses proxies of ours have written
 */
export function toVisitor(socketAddress: string | undefined, forwarded: string | undefined, proxies: number): string {
  const chain = [...(forwarded?.split(',').map((address) => address.trim()) ?? []), socketAddress ?? '']
  const address = chain.at(-1 - proxies) ?? chain[0] ?? ''
  const network = address.includes(':') && !address.includes('.') ? expand(address).slice(0, 4).join(':') : address
  return createHmac('sha256', key).update(network).digest('base64url').slice(0, 22)
}

/** '2001:db8::1' → its eight groups */
function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  if (tail === undefined) return groups(head)
  const missing = Math.max(0, 8 - groups(head).length - groups(tail).length)
  return [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)]
}
