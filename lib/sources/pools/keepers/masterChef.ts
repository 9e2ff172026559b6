import { toFarmStakes } from '../../farmStakes'
import { toFarm } from '../../wrapperFacts'
import type { ShareKeeper } from './shareKeeper'

const id = 'masterChef'

/** One keeping for each of its pools, and for each token that one of them took in before it was exchanged for another. */
export const masterChef: ShareKeeper = {
  id,
  toKeepings: (wrapper) => {
    const { pools } = toFarm(wrapper, id)
    const has = (number: number, from: number, to?: number) => pools.slice(from, to).some((pool) => pool.id === number)
    return pools.map(({ id: number, asset }, place) => ({ asset, stakes: toFarmStakes(number), isSuccessor: has(number, 0, place), hasSuccessor: has(number, place + 1) }))
  },
}
