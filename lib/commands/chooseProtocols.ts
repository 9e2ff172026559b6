import type { Protocol } from '@/lib/domain/protocol'
import { UsageError } from './usageError'

export interface Choice {
  protocols: Protocol[]
  /** Chain id → endpoints, for every chain that the protocols are on */
  rpcUrls: Map<number, readonly string[]>
  remarks: string[]
}

/**
 * Which protocols are read, and from where?
 *
 * @param registry every known protocol
 * @param names the slugs that were picked; null for all whose chain has an endpoint
 * @param live public endpoints may be used
 * @param findPublicUrls a chain's public endpoints; none where nobody names any
 * @throws UsageError for a slug that is not known, and for a chain without an endpoint
 * @example chooseProtocols({ registry, names: ['uniswap'], rpcUrls: new Map([[1, ['https://node.example']]]), … }).protocols // [uniswap]
 */
export function chooseProtocols(question: {
  registry: readonly Protocol[]
  names: readonly string[] | null
  rpcUrls: ReadonlyMap<number, readonly string[]>
  live: boolean
  findPublicUrls: (chainId: number) => readonly string[]
}): Choice {
  const { registry, names, rpcUrls, live, findPublicUrls } = question
  const unknown = (names ?? []).filter((name) => !registry.some(({ slug }) => slug === name))
  if (unknown.length > 0) {
    throw new UsageError(`There is no protocol ${unknown.join(', ')}. There are: ${registry.map(({ slug }) => slug).join(', ')}.`)
  }
  const picked = registry.filter(({ slug, token }) => (names === null ? live || rpcUrls.has(token.chainId) : names.includes(slug)))
  const choice: Choice = { protocols: picked, rpcUrls: new Map(), remarks: [] }
  for (const { token } of picked) {
    const { chainId } = token
    if (choice.rpcUrls.has(chainId)) continue
    const own = rpcUrls.get(chainId)
    const publicUrls = live ? findPublicUrls(chainId) : []
    if (own === undefined && publicUrls.length === 0) {
      const slugs = picked.filter((protocol) => protocol.token.chainId === chainId).map(({ slug }) => slug)
      throw new UsageError(
        `${slugs.join(', ')}: no endpoint of chain ${chainId} is known. Set RPC_URL_${chainId}` +
          (live ? '.' : ', or add --live to use a public one, which is slow.'),
      )
    }
    choice.rpcUrls.set(chainId, own ?? publicUrls)
    if (own === undefined) {
      choice.remarks.push(
        `Chain ${chainId} is read from the public endpoint ${publicUrls[0]}. It is slow and may refuse: set RPC_URL_${chainId} to a node of your own.`,
      )
    }
  }
  if (picked.length === 0) throw new UsageError(`No known protocol is on chain ${[...rpcUrls.keys()].join(', ')}.`)
  return choice
}
