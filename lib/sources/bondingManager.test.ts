import { keccak256, toBytes } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRandom } from '@/lib/demo/random'
import { toTicket } from '@/lib/demo/tickets'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { openBonding, type BondingChain } from '@/tests/bondingChain'
import { carl, deployer, startSourceChain, sumOf, type SourceChain } from '@/tests/sourceChain'
import { bondingManager } from './bondingManager'
import { bondingEvents } from './delegatedStakes/bondingEvents'

const people = Array.from({ length: 14 }, (_, place) => `0x${(0xb0d0 + place).toString(16).padStart(40, '0')}` as Address)
const operators = people.slice(0, 5)
const roundLength = 30
const lpt = (whole: number) => BigInt(Math.round(whole * 1e6)) * 10n ** 12n

let world: SourceChain
let livepeer: BondingChain
beforeAll(async () => {
  world = await startSourceChain()
  livepeer = await openBonding(world, people, { roundLength, unbondingPeriod: 2, operators: 3, ticketsLast: 2 })
})
afterAll(() => world?.stop())

const mine = () => world.chain.mine(world.chain.timestamp + 12)
const ask = (name: string, args: readonly unknown[]) => world.chain.read(livepeer.bonding, name, args)
const delegatorOf = async (account: Address) => (await ask('getDelegator', [account])) as readonly [bigint, bigint, string, bigint, bigint, bigint, bigint]

/** What is in the locks of somebody who takes a stake back. */
async function readLeaving(account: Address): Promise<bigint> {
  const locks = Number((await delegatorOf(account))[6])
  const amounts = await Promise.all(Array.from({ length: locks }, async (_, lock) => ((await ask('getDelegatorUnbondingLock', [account, lock])) as [bigint, bigint])[0]))
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}

/** Every account's part as the contract says it, against the source's; and what is left over. */
async function compare(): Promise<bigint> {
  const [ownership] = await world.readOwnerships(bondingManager, livepeer.wrapper, [livepeer.token.address])
  for (const account of people) {
    const said = ((await ask('pendingStake', [account, 0])) as bigint) + (await readLeaving(account))
    expect([account, ownership!.claims.find((claim) => claim.account === account)?.amount ?? 0n]).toEqual([account, said])
  }
  expect(sumOf(ownership!)).toBe(await world.readBalance(livepeer.token, livepeer.minter.address))
  return ownership!.unresolved.reduce((sum, { amount }) => sum + amount, 0n)
}

/** The next round begins, and with it everything may be done. */
async function nextRound(): Promise<void> {
  const { chain } = world
  await chain.mineEmpty(roundLength - 1 - (chain.blockNumber % roundLength), 12)
  chain.send(people[0]!, livepeer.rounds, 'initializeRound')
  await mine()
}

describe('bondingManager', () => {
  it('says of each delegator what pendingStake says, after every round of a story with everything in it', { timeout: 240_000 }, async () => {
    const { chain } = world
    const { bonding } = livepeer
    const random = openRandom('bonding', 'story')
    await nextRound()
    for (const [place, operator] of operators.entries()) chain.send(operator, bonding, 'bond', [lpt(100 + 10 * place), operator])
    await mine()
    for (const [place, operator] of operators.entries()) chain.send(operator, bonding, 'transcoder', [place * 90_000, 500_000])
    await mine()
    for (let round = 0; round < 30; round++) {
      await nextRound()
      if (round === 20) {
        chain.send(deployer, livepeer.controller, 'setContractInfo', [keccak256(toBytes('Verifier')), deployer, zeroAddress])
        chain.send(deployer, bonding, 'slashTranscoder', [await ask('getFirstTranscoderInPool', []), carl, 100_000, 50_000])
      }
      for (const operator of random.shuffle(operators)) {
        const isActive = (await ask('isActiveTranscoder', [operator])) === true
        // Now and then one forgets to ask for its rewards, or asks for them after others have done what they did.
        if (isActive && random.chance(0.8)) chain.send(operator, bonding, 'reward', [])
        if (isActive && random.chance(0.4)) await mine()
        for (const person of random.shuffle(people).slice(0, 2)) if (!chain.isBusy(person)) await act(person)
      }
      await mine()
      await compare()
    }
    // The story had all that the contract can tell, or it proves nothing.
    const { logs } = await world.toInput(bondingManager, livepeer.wrapper)
    const told = new Set(logs.map(({ topics }) => topics[0]))
    expect(Object.values(bondingEvents).filter(({ topic }) => !told.has(topic))).toEqual([])
    // What nobody can claim are rewards: of stakes that were claimed in the middle of a round, before its reward.
    const rewarded = logs.reduce((sum, { topics, data }) => (topics[0] === bondingEvents.reward.topic ? sum + BigInt(data) : sum), 0n)
    const left = await compare()
    expect(left > 0n && left < rewarded).toBe(true)

    async function act(person: Address): Promise<void> {
      const [bonded, , to, , startRound] = await delegatorOf(person)
      const round = (await chain.read(livepeer.rounds, 'currentRound')) as bigint
      const isOperator = to.toLowerCase() === person
      const locks = Number((await delegatorOf(person))[6])
      const open: { id: number; withdrawRound: bigint }[] = []
      for (let id = 0; id < locks; id++) {
        const [amount, withdrawRound] = (await ask('getDelegatorUnbondingLock', [person, id])) as [bigint, bigint]
        if (amount > 0n) open.push({ id, withdrawRound })
      }
      const operator = random.pick(operators.filter((one) => one !== to.toLowerCase()))
      const isBonded = bonded > 0n && startRound <= round
      const due = open.find(({ withdrawRound }) => withdrawRound <= round)
      const choice = random.next()
      if (due && choice < 0.3) chain.send(person, bonding, 'withdrawStake', [due.id])
      else if (open[0] && bonded > 0n && choice < 0.5) chain.send(person, bonding, 'rebond', [open[0].id])
      else if (open[0] && bonded === 0n && choice < 0.5) chain.send(person, bonding, 'rebondFromUnbonded', [operator, open[0].id])
      else if (isBonded && choice < 0.62) chain.send(person, bonding, 'unbond', [random.chance(0.3) ? bonded : bonded / 3n])
      else if (isBonded && !isOperator && choice < 0.7) chain.send(person, bonding, 'transferBond', [people[13], bonded / 4n, ...Array.from({ length: 4 }, () => zeroAddress)])
      else if (bonded > 0n && choice < 0.76) chain.send(person, bonding, 'claimEarnings', [0])
      else if (bonded > 0n && !isOperator) chain.send(person, bonding, 'bond', [0, operator])
      else if (chain.ledger.balanceOf(livepeer.token.address, person) > lpt(60)) chain.send(person, bonding, 'bond', [lpt(random.between(5, 60)), isOperator ? person : operator])
      await mine()
    }
  })

  it('is not moved by what work is paid with: that is ether', async () => {
    const { chain } = world
    const { broker, bonding } = livepeer
    const before = await compare()
    const sender = privateKeyToAccount(`0x${'5'.repeat(64)}`)
    await nextRound()
    const round = (await chain.read(livepeer.rounds, 'currentRound')) as bigint
    const blockHash = (await chain.read(livepeer.rounds, 'blockHashForRound', [round])) as `0x${string}`
    const recipient = ((await ask('getFirstTranscoderInPool', [])) as string).toLowerCase() as Address
    chain.send(people[12]!, broker, 'fundDepositAndReserveFor', [sender.address, 10n ** 18n, 10n ** 18n], 2n * 10n ** 18n)
    await mine()
    const fees = async () => (await ask('pendingFees', [recipient, 0])) as bigint
    const had = await fees()
    chain.send(recipient, broker, 'redeemWinningTicket', await toTicket(sender, { recipient, faceValue: 10n ** 17n, nonce: 1, round, blockHash }))
    await mine()
    expect((await fees()) > had && (await fees()) <= had + 10n ** 17n).toBe(true)
    expect(await compare()).toBe(before)
    expect(bonding.address).not.toBe(livepeer.wrapper.address)
  })

  it('says which contract it needs, and which logs are missing', async () => {
    const { wrapper } = livepeer
    expect(() => bondingManager.logs({ ...wrapper, contracts: {} })).toThrow('a wrapper of source bondingManager needs contracts.bondingManager')
    const input = await world.toInput(bondingManager, wrapper)
    const withdrawn = input.logs.findIndex(({ topics }) => topics[0]!.startsWith('0x1340f1a8'))
    expect(() => bondingManager.toOwnerships({ ...input, logs: input.logs.slice(withdrawn, withdrawn + 1) })).toThrow('logs before it are missing')
    expect(() => bondingManager.toOwnerships({ ...input, logs: [{ ...input.logs[0]!, topics: [`0x${'1'.repeat(64)}`] }] })).toThrow('is no event of a bonding manager')
  })
})
