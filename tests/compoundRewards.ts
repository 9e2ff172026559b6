import { encodeDeployData, encodeFunctionData, parseAbi } from 'viem'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import { compoundAbi } from './compoundMarket'
import { act, ask } from './contracts'
import { deployer, type TokenChain } from './tokenChain'

/** Where Compound's Comptroller, as it was published, looks for COMP. */
export const comp: Address = '0xc00e94cb662c3520282e6f5717214004a7f26888'

const ownAbi = parseAbi([
  'function claimComp(address holder)', 'function refreshCompSpeeds()', 'function compAccrued(address) view returns (uint256)', 'function _setCompRate(uint256 compRate_)',
  'function _addCompMarkets(address[] cTokens)', 'function compSpeeds(address) view returns (uint256)',
])
export const compRewardsAbi = [...compoundAbi, ...ownAbi] as const

/** A call of one of Compound's contracts, in a block of its own. */
export const runCompound = (chain: TokenChain, from: Address, to: Address, functionName: string, args: readonly unknown[] = []) =>
  act(chain, from, to, encodeFunctionData({ abi: compRewardsAbi, functionName, args } as never))

export const compOf = (chain: TokenChain, account: Address) => ask(chain, comp, compRewardsAbi, 'balanceOf', [account]) as Promise<bigint>

/**
 * Puts COMP where the Comptroller looks for it: its creation code runs there, once, so that all 10,000,000 are the deployer's and the log of their
 * coming is COMP's own.
 */
export async function placeComp(chain: TokenChain): Promise<void> {
  const { abi, bytecode } = loadArtifact('comp')
  await chain.rpc.call('anvil_setCode', comp, encodeDeployData({ abi, bytecode, args: [deployer] }))
  const code = await chain.rpc.call('eth_call', { to: comp }, 'latest')
  await act(chain, deployer, comp, '0x')
  await chain.rpc.call('anvil_setCode', comp, code)
}
