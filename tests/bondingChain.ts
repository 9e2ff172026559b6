import { readFileSync } from 'node:fs'
import { keccak256, toBytes } from 'viem'
import { toArtifact } from '@/lib/demo/artifact'
import { deployBonding, type BondingTerms } from '@/lib/demo/bondingContracts'
import { findPackageFile } from '@/lib/demo/packageFile'
import type { Address } from '@/lib/domain/address'
import type { Wrapper } from '@/lib/domain/protocol'
import { deployer, toWrapper, type SourceChain } from './sourceChain'

const load = (path: string) => {
  const name = path.split('/').at(-1)!
  const file = findPackageFile('@livepeer/sdk', `abis/contracts/${path}.sol/${name}.json`)
  return toArtifact(name, JSON.parse(readFileSync(file!, 'utf8')), path)
}

/** Code that answers everything with zero, and code that leaves it: where Arbitrum has the cache of how many LPT are on Ethereum. */
const zeroCode = '0x6000600052' + '60206000f3'
const zeroCreation = `0x69${zeroCode.slice(2)}600052600a6016f3` as const
const nowhere = `0x${'0c'.repeat(20)}` as Address

export type BondingChain = Awaited<ReturnType<typeof openBonding>>

/** Livepeer's contracts as their package has them, all of them: token, Minter, rounds, bonding and tickets. Some accounts have 10,000 LPT each. */
export async function openBonding({ chain }: SourceChain, people: readonly Address[], terms: BondingTerms) {
  const token = chain.deploy(deployer, load('token/LivepeerToken'))
  const { contracts, register, start } = deployBonding(chain, deployer, token.address, terms)
  await chain.place(nowhere, zeroCreation)
  // A tenth of a thousandth of the supply a round, and never more: half of it is to be bonded, which it is not.
  const minter = chain.deploy(deployer, load('token/Minter'), [contracts.controller.address, 100_000n, 0n, 500_000_000n])
  register('Minter', minter.address)
  register('L2LPTDataCache', nowhere)
  for (const [role, account] of [['MINTER_ROLE', minter.address], ['BURNER_ROLE', minter.address], ['MINTER_ROLE', deployer]] as const) chain.send(deployer, token, 'grantRole', [keccak256(toBytes(role)), account])
  for (const person of people) {
    chain.send(deployer, token, 'mint', [person, 10_000n * 10n ** 18n])
    chain.send(person, token, 'approve', [contracts.bonding.address, 10n ** 30n])
  }
  await chain.mine(chain.timestamp + 12)
  start()
  await chain.mine(chain.timestamp + 12)
  const wrapper: Wrapper = toWrapper('bondingManager', {
    address: minter.address,
    assets: [token.address],
    contracts: { bondingManager: contracts.bonding.address, roundsManager: contracts.rounds.address, ticketBroker: contracts.broker.address },
  })
  return { token, minter, ...contracts, wrapper }
}
