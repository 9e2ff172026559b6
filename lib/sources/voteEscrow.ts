import { toStakeLogs } from './foldStakes'
import { toStakesSource } from './toStakesSource'

/**
 * Deposit(address indexed provider, uint256 value, uint256 indexed locktime, int128 type, uint256 ts) and
 * Withdraw(address indexed provider, uint256 value, uint256 ts). The provider is whose lock it is, whoever paid (deposit_for); a lock that is
 * only made longer deposits nothing.
 * https://github.com/curvefi/curve-dao-contracts/blob/master/contracts/VotingEscrow.vy
 */
const stakes = toStakeLogs({
  putIn: { name: 'Deposit', topic: '0x4566dfc29f6f11d13a418c26a02bef7c28bae749d4de47e4e6a7cddea6730d59', indexed: 2, words: 3 },
  takenBack: { name: 'Withdraw', topic: '0xf279e6a1f5e320cca91135676d9cb6e44ca8a08c0b88342bcdb1144f6511b568', indexed: 1, words: 2 },
})

/** Curve's VotingEscrow and its copies. A lock may be held by a contract that locks for others: such a wrapper names the escrow as its asset. */
export const voteEscrow = toStakesSource({
  id: 'voteEscrow',
  name: { en: 'Vote escrow', de: 'Stimm-Treuhand' },
  description: {
    en: 'Locked tokens belong to whoever’s lock they are in, whatever is left of its votes. Tokens that were sent there without a lock stay unresolved.',
    de: 'Gesperrte Token gehören dem, auf dessen Namen sie gesperrt sind, gleich wie viel Stimmkraft davon übrig ist. Was ohne Sperre dorthin überwiesen wurde, bleibt ungeklärt.',
  },
  role: 'voteEscrow',
}, stakes)
