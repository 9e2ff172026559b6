import { concat, encodeFunctionData, pad } from 'viem'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { loadArtifact } from './artifact'
import type { Contract } from './storyChain'
import { randomFor, storyControlled, storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

const threshold = 3
const noCall = [zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress] as const

/** A Safe with five owners, of whom three must agree, which holds a share of the supply and pays a contributor every six weeks. */
export async function openSafe(world: World, protocol: StoryProtocol, share: number): Promise<{ safe: Contract; pay: Habit }> {
  const { chain, cast } = world
  const { character, token, labels, governance } = protocol
  const random = randomFor(world, protocol, 'safe')
  const singleton = chain.deploy(cast.deployer, loadArtifact('safe'))
  const factory = chain.deploy(cast.deployer, loadArtifact('safeProxyFactory'))
  await chain.mine(chain.timestamp + 60)
  const initializer = encodeFunctionData({ abi: singleton.abi, functionName: 'setup', args: [cast.safeOwners, threshold, ...noCall] })
  const creation = [singleton.address, initializer, 1n] as const
  const address = String(await chain.read(factory, 'createProxyWithNonce', creation)).toLowerCase() as Address
  const safe: Contract = { name: 'safe', address, abi: singleton.abi }
  chain.send(cast.deployer, factory, 'createProxyWithNonce', creation)
  chain.send(cast.deployer, token, 'transfer', [address, units(character.supply * share)])
  labels.push(storyLabel(address, 'treasury', `${character.name} foundation (Safe, 3 of 5)`, 'multisig'))
  governance.controlled.push(storyControlled(address, `${character.name} foundation`))

  let agreed: { payment: readonly unknown[]; signatures: `0x${string}` } | null = null
  const toPayment = () => {
    const contributor = random.pick(cast.newcomers)
    const amount = units(character.supply * random.between(0.0006, 0.0015))
    const data = encodeFunctionData({ abi: token.abi, functionName: 'transfer', args: [contributor, amount] })
    return [token.address, 0n, data, 0, 0n, 0n, 0n, zeroAddress, zeroAddress] as const
  }
  const pay: Habit = async (today) => {
    const turn = (today - character.launch) % 42
    if (turn === 20) {
      const payment = toPayment()
      const hash = await chain.read(safe, 'getTransactionHash', [...payment, await chain.read(safe, 'nonce')])
      const owners = random.shuffle(cast.safeOwners).slice(0, threshold).sort()
      for (const owner of owners) chain.send(owner, safe, 'approveHash', [hash])
      // r is the owner, s is unused, v = 1 says: approved on the chain. The Safe wants them in the order of the owners' addresses.
      const signatures = concat(owners.map((owner) => concat([pad(owner), pad('0x'), '0x01'])))
      agreed = { payment, signatures }
    } else if (turn === 21 && agreed) {
      chain.send(cast.safeOwners[0]!, safe, 'execTransaction', [...agreed.payment, agreed.signatures])
      agreed = null
    }
  }
  return { safe, pay }
}
