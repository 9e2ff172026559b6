import { toDecimalString } from '../../domain/amount'
import type { Token, Wrapper } from '../../domain/protocol'
import type { RewardPayment } from '../../domain/provider'
import type { Gap } from '../../domain/snapshot'

/**
 * What a contract paid and what is in no figure, since it may have been for another stake.
 *
 * @param tokens those whose symbols and decimals are known
 * @returns a gap for each token; none where everything is told
 * @example toUntoldGaps(pool, [twoOfUni], [uni])[0]?.subject // '2 UNI that Pool paid to 1 account'
 */
export function toUntoldGaps({ name }: Pick<Wrapper, 'name'>, untold: readonly RewardPayment[], tokens: readonly Pick<Token, 'address' | 'symbol' | 'decimals'>[]): Gap[] {
  return [...new Set(untold.map(({ token }) => token))].map((address) => {
    const payments = untold.filter(({ token }) => token === address)
    const known = tokens.find((token) => token.address === address)
    const sum = payments.reduce((total, { amount }) => total + amount, 0n)
    const accounts = new Set(payments.map(({ account }) => account)).size
    const amount = known ? `${toDecimalString(sum, known.decimals)} ${known.symbol}` : `${sum} smallest units of ${address}`
    return { subject: `${amount} that ${name} paid to ${accounts} ${accounts === 1 ? 'account' : 'accounts'}`, reason: 'it does not say for which stake it pays, and they may have earned for others too since they were paid before' }
  })
}
