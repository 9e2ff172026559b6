import { openChainReader, type ChainReader } from '../chain/reader'

/** The chains that this machine can read, as its environment says. */
export interface Chains {
  /** A chain's endpoints, the preferred one first; null where this machine knows none */
  findUrls: (chainId: number) => readonly string[] | null
  /** @throws where none of the endpoints answers, or one serves another chain */
  open: (chainId: number) => Promise<ChainReader>
}

/** Opens each chain when the first job needs it, and again after it could not be opened: a node that is away does not stop a worker. */
export function createChains(findUrls: Chains['findUrls']): Chains {
  const opened = new Map<number, Promise<ChainReader>>()
  return {
    findUrls,
    open: (chainId) => {
      const known = opened.get(chainId)
      if (known) return known
      const urls = findUrls(chainId)
      if (!urls) return Promise.reject(new Error(`This machine knows no endpoint of chain ${chainId}: set RPC_URL_${chainId}.`))
      const opening = openChainReader({ chainId, urls })
      opened.set(chainId, opening)
      opening.catch(() => opened.delete(chainId))
      return opening
    },
  }
}
