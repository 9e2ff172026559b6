import { zeroAddress } from '@/lib/domain/address'
import { loadArtifact, loadMulticall3CreationCode, loadStakingRewards } from './artifact'
import type { Character } from './characters'
import type { Address } from '@/lib/domain/address'
import type { Contract, StoryChain } from './storyChain'
import { toStoryWrapper } from './storyWrapper'
import { storyControlled, storyLabel, units, type ExchangeContracts, type StoryProtocol, type World } from './world'

/** Where Multicall3 stands on every chain. */
const multicall3Address = '0xca11bde05977b3631167028862be2a173976ca11'

/** Collects the deployment of Uniswap v2 and v3; Multicall3 is put in its place. */
export async function deployExchanges(chain: StoryChain, deployer: Address): Promise<ExchangeContracts> {
  await chain.place(multicall3Address, loadMulticall3CreationCode())
  const weth = chain.deploy(deployer, loadArtifact('weth'))
  const v2Factory = chain.deploy(deployer, loadArtifact('v2Factory'), [deployer])
  const v2Router = chain.deploy(deployer, loadArtifact('v2Router'), [v2Factory.address, weth.address])
  const v3Factory = chain.deploy(deployer, loadArtifact('v3Factory'))
  const v3Router = chain.deploy(deployer, loadArtifact('v3Router'), [v3Factory.address, weth.address])
  // Nobody asks for the picture of a position, so there is no descriptor.
  const v3Positions = chain.deploy(deployer, loadArtifact('v3Positions'), [v3Factory.address, weth.address, zeroAddress])
  return { weth, v2Factory, v2Router, v3Factory, v3Router, v3Positions }
}

/**
 * Opens a token's v2 pair with 3 % of its supply from the deployer, and the staking contract over its LP token.
 *
 * @param rewardsOwner who owns the staking contract
 */
export async function openPool(world: World, character: Character, token: Contract, tokenBlock: number, rewardsOwner = world.cast.deployer): Promise<StoryProtocol> {
  const { chain, cast, exchanges } = world
  chain.send(cast.deployer, exchanges.v2Factory, 'createPair', [token.address, exchanges.weth.address])
  await chain.mine(chain.timestamp + 60)
  const address = String(await chain.read(exchanges.v2Factory, 'getPair', [token.address, exchanges.weth.address])).toLowerCase() as Address
  const pair = { name: `${character.slug} pair`, address, abi: loadArtifact('v2Pair').abi }
  const pairBlock = chain.blockNumber
  const tokens = units(character.supply * 0.03)
  const ether = units(character.poolEther)
  chain.send(cast.deployer, token, 'approve', [exchanges.v2Router.address, tokens])
  chain.send(cast.deployer, exchanges.v2Router, 'addLiquidityETH', [token.address, tokens, 0, 0, cast.deployer, 2n ** 40n], ether)
  const rewards = chain.deploy(cast.deployer, loadStakingRewards(), [rewardsOwner, cast.deployer, token.address, address])
  return {
    character,
    token,
    tokenBlock,
    pair,
    pairBlock,
    tokenIsFirst: BigInt(token.address) < BigInt(exchanges.weth.address),
    rewards,
    rewardsOwner,
    exits: [],
    governance: {
      votes: [{ source: 'delegatedVotes', address: token.address, name: `${character.symbol} votes`, firstBlock: tokenBlock, contracts: {}, fact: 'deployed by the demo story' }],
      governors: [],
      controlled: [storyControlled(token.address, `${character.name} token`), storyControlled(rewards.address, `${character.name} liquidity rewards`)],
    },
    wrappers: [
      toStoryWrapper(chain, rewards, {
        source: 'stakingRewards', name: `${character.name} liquidity rewards`,
        assets: [address, token.address], contracts: { stakingToken: address, rewardsToken: token.address },
      }),
    ],
    labels: [
      storyLabel(address, 'pool', `Uniswap v2 pair ${character.symbol}/WETH`),
      storyLabel(rewards.address, 'staking', `${character.name} liquidity rewards`),
      storyLabel(cast.deployer, 'distributor', `${character.name} rewards reserve`, 'person'),
      storyLabel(cast.exchange, 'exchange', 'Demo Exchange', 'person'),
    ],
  }
}
