import type { Address } from '@/lib/domain/address'
import { loadCompiled } from './artifact'
import { holdingOf } from './market'
import { toStoryWrapper } from './storyWrapper'
import { toOperators } from './whales'
import { randomFor, shareOf, storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

/**
 * An ERC-4626 vault that earns every week: what it earns belongs to those whose tokens are in it, so it grows for whoever stays.
 * Operators put in all they get; of the small holders one in four takes part.
 */
export function openVault(world: World, protocol: StoryProtocol, invited: readonly Address[]): Habit {
  const { chain, cast } = world
  const { character, token, labels, exits } = protocol
  const random = randomFor(world, protocol, 'vault')
  const vault = chain.deploy(cast.deployer, loadCompiled('DemoComputeVault'), [token.address])
  labels.push(storyLabel(vault.address, 'vault', `${character.name} vault (ERC-4626)`))
  protocol.wrappers.push(
    toStoryWrapper(chain, vault, { source: 'erc4626Vault', name: `${character.name} vault`, assets: [token.address], shares: { symbol: 'vDCMP', name: 'Demo Compute Vault' } }),
  )
  const joins = new Map<Address, number>()
  for (const account of invited) if (random.chance(0.25)) joins.set(account, character.launch + 20 + random.integer(300))
  const operators = toOperators(world, character)

  exits.push((account) => {
    joins.delete(account)
    const shares = chain.ledger.balanceOf(vault.address, account)
    if (shares > 0n) chain.send(account, vault, 'redeem', [shares, account, account])
    return shares > 0n
  })
  const deposit = (account: Address, share: number) => {
    const amount = shareOf(holdingOf(world, protocol, account), share)
    if (amount === 0n || chain.isBusy(account)) return
    chain.send(account, token, 'approve', [vault.address, amount])
    chain.send(account, vault, 'deposit', [amount, account])
    joins.delete(account)
  }
  return (today) => {
    for (const [account, join] of joins) if (today >= join) deposit(account, random.between(0.3, 0.9))
    const sinceLaunch = today - character.launch
    if (sinceLaunch % 28 === 10) for (const account of operators) deposit(account, 0.6)
    // Shares cannot be bought before somebody holds some: the first earnings come when the first deposits are in.
    if (sinceLaunch % 7 === 0 && sinceLaunch > 40) chain.send(cast.deployer, token, 'transfer', [vault.address, units(character.supply * 0.0003)])
  }
}
