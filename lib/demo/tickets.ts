import { concat, encodeAbiParameters, encodePacked, keccak256, pad, toHex, type Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Address } from '@/lib/domain/address'

/** Whose chance of 1 it is to win: below this lies every hash but one. */
const always = 2n ** 256n - 1n

/**
 * Livepeer's way to pay for work: a lottery ticket that its sender signs and its recipient redeems with the TicketBroker. These always win.
 *
 * @param terms.round the round in which it is made, and the hash that the RoundsManager keeps of it
 * @returns what `redeemWinningTicket` is called with
 */
export async function toTicket(sender: PrivateKeyAccount, terms: { recipient: Address; faceValue: bigint; nonce: number; round: bigint; blockHash: Hex }): Promise<readonly [object, Hex, bigint]> {
  const { recipient, faceValue, nonce, round, blockHash } = terms
  const secret = BigInt(nonce)
  const ticket = {
    recipient,
    sender: sender.address,
    faceValue,
    winProb: always,
    senderNonce: BigInt(nonce),
    recipientRandHash: keccak256(encodeAbiParameters([{ type: 'uint256' }], [secret])),
    auxData: concat([pad(toHex(round)), blockHash]),
  }
  const packed = encodePacked(
    ['address', 'address', 'uint256', 'uint256', 'uint256', 'bytes32', 'bytes'],
    [ticket.recipient, ticket.sender, faceValue, ticket.winProb, ticket.senderNonce, ticket.recipientRandHash, ticket.auxData],
  )
  return [ticket, await sender.signMessage({ message: { raw: keccak256(packed) } }), secret]
}
