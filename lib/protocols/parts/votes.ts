import type { ProtocolInput } from '@/lib/domain/protocol'

type VotesInput = NonNullable<NonNullable<ProtocolInput['governance']>['votes']>[number]

/**
 * A token that counts votes itself, as COMP, UNI and OpenZeppelin's ERC20Votes do: holders delegate, to others or to themselves.
 *
 * @param fact the token's source code, which writes DelegateVotesChanged
 * @example votesOf(token, 'https://github.com/…/Uni.sol').name // 'Votes of UNI'
 */
export function votesOf(token: ProtocolInput['token'], fact: string): VotesInput {
  return { source: 'delegatedVotes', address: token.address, name: `Votes of ${token.symbol}`, firstBlock: token.firstBlock, fact }
}
