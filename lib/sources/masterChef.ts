import { parseAbi } from 'viem'
import { z } from 'zod'
import { addressSchema } from '../domain/address'
import type { Gap } from '../domain/snapshot'
import { toFarmStakes } from './farmStakes'
import { followStakes, toClaims, toStakeFilter } from './foldStakes'
import type { Source } from './source'
import { toOwnership } from './toOwnership'
import { toFarm } from './wrapperFacts'

const id = 'masterChef'

// The first ones keep a pool's token at the beginning of what they know of it, the later ones in a list of its own.
const abi = parseAbi(['function lpToken(uint256 pid) view returns (address)', 'function poolInfo(uint256 pid) view returns (address lpToken)'])

/** Followers of pools by their numbers, each of any wrapper: what they have folded hangs on the wrapper. */
const followers = new Map<number, ReturnType<typeof followStakes>>()

function follow(pool: number): ReturnType<typeof followStakes> {
  let follower = followers.get(pool)
  if (!follower) followers.set(pool, (follower = followStakes(toFarmStakes(pool))))
  return follower
}

/**
 * SushiSwap's MasterChef, MasterChef v2 and MiniChef, and their copies: one contract with many pools, each of which takes in a token of its own. A wrapper
 * names in `farm` those that are looked through. Rewards that lie there beside what is staked are nobody's until they are paid: a farm owes far more
 * people than those of its named pools. Which token a pool takes in is no log of the first form, and may be exchanged for another without one: the
 * contract is asked, and one that says another token than the wrapper is a gap.
 */
export const masterChef: Source = {
  id,
  name: { en: 'MasterChef farm', de: 'MasterChef-Farm' },
  description: {
    en: 'Staked tokens belong to whoever’s stake they are in, pool by pool. Rewards not paid out yet, and tokens that were merely sent there, stay unresolved.',
    de: 'Eingebrachte Token gehören dem, auf dessen Namen sie eingebracht sind, Pool für Pool. Noch nicht ausgezahlte Belohnungen und einfach dorthin überwiesene Token bleiben ungeklärt.',
  },
  role: 'staking',
  ledgers: () => [],
  logs: (wrapper) => [...new Set(toFarm(wrapper, id).pools.map((pool) => pool.id))].map((pool) => toStakeFilter(wrapper.address, toFarmStakes(pool))),
  async read({ wrapper }, reader, blockNumber) {
    const { pools } = toFarm(wrapper, id)
    const numbers = [...new Set(pools.map((pool) => pool.id))]
    const calls = numbers.flatMap((pool) => (['lpToken', 'poolInfo'] as const).map((functionName) => ({ address: wrapper.address, abi, functionName, args: [BigInt(pool)] })))
    const answers = await reader.readContracts(calls, blockNumber)
    const gaps = numbers.flatMap((pool, place): Gap[] => {
      const said = answers.slice(2 * place, 2 * place + 2).find(({ status }) => status === 'ok')
      const token = said?.status === 'ok' ? z.string().transform((text) => text.toLowerCase()).pipe(addressSchema).parse(said.value) : null
      const subject = `pool ${pool} of ${wrapper.name} (${wrapper.address})`
      if (token === null) return [{ subject, reason: 'it does not say which token it takes in' }]
      return pools.some((known) => known.id === pool && known.asset === token) ? [] : [{ subject, reason: `it takes in ${token}, which its wrapper does not name: what was staked there is not looked through` }]
    })
    return { answers: null, gaps }
  },
  toOwnerships(input) {
    const { wrapper } = input
    const { pools } = toFarm(wrapper, id)
    return wrapper.assets.flatMap((asset) => {
      const claims = pools.filter((pool) => pool.asset === asset).flatMap((pool) => toClaims(follow(pool.id)(input)))
      // Whoever has such a stake has as much of the token itself: a vault that staked what lies in it hands that on as it does what it holds.
      return toOwnership(input, { source: id, asset, shares: asset, claims, rest: asset === wrapper.contracts.rewardsToken ? 'undistributed' : 'surplus' })
    })
  },
}
