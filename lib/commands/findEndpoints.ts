import type { Environment } from '@/lib/domain/environment'
import { UsageError } from './usageError'

/**
 * Where this machine reads a chain: its own RPC_URL_<chain id>, the demo chain that a run beside keeps open, or with `live` a public
 * endpoint.
 *
 * @returns a chain's endpoints, or null where this machine knows none
 * @throws UsageError where it knows no endpoint at all
 */
export async function findEndpoints(question: {
  environment: Environment
  live: boolean
  demoChain: { chainId: number; url: string } | null
}): Promise<(chainId: number) => readonly string[] | null> {
  const { environment, live, demoChain } = question
  if (environment.rpcUrls.size === 0 && !live && !demoChain) {
    throw new UsageError('This machine knows no chain to read. Set RPC_URL_1 (1 is Ethereum), or add --live to use public endpoints, which are slow.')
  }
  const chains = live ? Object.values(await import('viem/chains')) : []
  return (chainId) => {
    if (demoChain?.chainId === chainId) return [demoChain.url]
    const publicUrls = chains.find(({ id }) => id === chainId)?.rpcUrls.default.http ?? []
    return environment.rpcUrls.get(chainId) ?? (publicUrls.length > 0 ? publicUrls : null)
  }
}
