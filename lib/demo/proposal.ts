import { encodeAbiParameters, type AbiParameter } from 'viem'
import type { Address } from '@/lib/domain/address'
import type { Contract } from './storyChain'

/** One thing that a proposal does when it is executed, in the form of Compound's governors. */
export interface ProposalAction {
  target: Address
  signature: string
  parameters: `0x${string}`
}

/** The action that pays tokens out of the timelock. */
export function toTransferAction(token: Contract, to: Address, amount: bigint): ProposalAction {
  const parameters: AbiParameter[] = [{ type: 'address' }, { type: 'uint256' }]
  return { target: token.address, signature: 'transfer(address,uint256)', parameters: encodeAbiParameters(parameters, [to, amount]) }
}

/** The arguments of `propose` of GovernorAlpha and GovernorBravo. */
export function toProposeArguments(actions: readonly ProposalAction[], description: string): readonly unknown[] {
  return [
    actions.map(({ target }) => target),
    actions.map(() => 0n),
    actions.map(({ signature }) => signature),
    actions.map(({ parameters }) => parameters),
    description,
  ]
}
