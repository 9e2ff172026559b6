import { loadArtifact } from './artifact'
import { storyStart, toTimestamp } from './calendar'
import { holdingOf, sellTokens } from './market'
import type { Contract } from './storyChain'
import { toStoryWrapper } from './storyWrapper'
import { randomFor, shareOf, storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

const vestingDays = 1000

/** The team's part lies in vesting wallets that release it from second to second. Each month it is fetched; some of it is sold. */
export function openVesting(world: World, protocol: StoryProtocol, share: number): Habit {
  const { chain, cast } = world
  const { character, token, labels } = protocol
  const random = randomFor(world, protocol, 'vesting')
  const wallets = cast.team.map((member, place): Contract => {
    const wallet = chain.deploy(cast.deployer, loadArtifact('vestingWallet'), [
      member,
      Math.max(storyStart, toTimestamp(character.launch)),
      vestingDays * 86_400,
    ])
    // The earlier someone joined the team, the more: 6 : 5 : 4 : 3 : 2 : 1.
    chain.send(cast.deployer, token, 'transfer', [wallet.address, units((character.supply * share * (6 - place)) / 21)])
    protocol.wrappers.push(toStoryWrapper(chain, wallet, { source: 'vesting', name: `${character.name} vesting of team member ${place + 1}`, assets: [token.address] }))
    labels.push(storyLabel(wallet.address, 'vesting', `${character.name} vesting of team member ${place + 1}`))
    return wallet
  })
  // Where power spreads the team keeps little of what it gets.
  const [least, most] = character.spreading ? [0.5, 0.9] : [0, 0.12]
  return (today) => {
    for (const [place, member] of cast.team.entries()) {
      if (chain.isBusy(member)) continue
      const turn = (today - character.launch + place * 4) % 30
      if (turn === 0) chain.send(member, wallets[place]!, 'release', [token.address])
      else if (turn === 1) {
        const sold = shareOf(holdingOf(world, protocol, member), random.between(least, most))
        if (sold === 0n) continue
        if (random.chance(0.3)) sellTokens(world, protocol, member, sold)
        else chain.send(member, token, 'transfer', [cast.exchange, sold])
      }
    }
  }
}
