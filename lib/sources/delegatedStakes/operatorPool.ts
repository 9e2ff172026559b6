/** Rewards are shared to 27 decimals, an operator's cut is told to 6: PreciseMathUtils.PERC_DIVISOR and MathUtils.PERC_DIVISOR. */
const whole = 10n ** 27n
const cutWhole = 1_000_000n

const percOf = (amount: bigint, part: bigint, all: bigint) => (amount * ((part * whole) / all)) / whole

/**
 * What Livepeer's contract knows of an operator (there: transcoder), as far as shares of rewards follow from it. Round by round it keeps the stake that
 * rewards are shared by, and a factor by which each token bonded has grown since the first round (LIP-36).
 */
export class OperatorPool {
  /** What is bonded to it, its own stake and all its rewards included */
  delegated = 0n
  /** Of those who earn: rewards are shared by stakes as of the round's beginning, so that they are kept by round */
  isInPool = false
  /** Of a million of rewards, what it keeps before they are shared */
  rewardCut = 0n
  /** What it has kept and earned with that, and not yet claimed */
  kept = 0n
  #lastRewardRound = 0n
  #lastStakeRound = 0n
  readonly #stakes = new Map<bigint, bigint>()
  readonly #factors = new Map<bigint, bigint>()

  /** Joins those who earn from a round on, with all that is bonded to it. */
  join(activationRound: bigint): void {
    this.isInPool = true
    this.#stakes.set(activationRound, this.delegated)
    this.#lastStakeRound = activationRound
  }

  /** What is bonded to it changes in a round, and counts from the next one on. */
  change(amount: bigint, round: bigint): void {
    if (this.isInPool) {
      if (this.#lastStakeRound < round) this.#stakes.set(round, this.delegated)
      this.#stakes.set(round + 1n, this.delegated + amount)
      this.#lastStakeRound = round + 1n
    }
    this.delegated += amount
  }

  /**
   * Shares a round's reward.
   *
   * @returns what the operator keeps of it before it is shared
   */
  reward(amount: bigint, round: bigint): bigint {
    if (this.#lastStakeRound < round) this.#stakes.set(round, this.#stakes.get(this.#lastStakeRound) ?? 0n)
    const stake = this.#stakes.get(round) ?? 0n
    const cut = (amount * this.rewardCut) / cutWhole
    const shared = amount - cut
    const before = this.#factors.get(this.#lastRewardRound) ?? whole
    if (stake > 0n) {
      // What it has kept earns like everybody's stake, but is in nobody's factor.
      this.kept += percOf(shared, this.kept, stake)
      this.#factors.set(round, before + percOf(before, shared, stake))
    }
    this.kept += cut
    this.change(amount, round)
    this.#lastRewardRound = round
    return cut
  }

  /** From this round on somebody's stake counts: the factor of its beginning has to be there. */
  mark(round: bigint): void {
    if (this.#factors.has(round)) return
    const last = this.#lastRewardRound < round ? this.#factors.get(this.#lastRewardRound) : undefined
    if (last !== undefined) this.#factors.set(round, last)
  }

  /** What a stake that was counted in one round has become by another. */
  grow(stake: bigint, from: bigint, to: bigint): bigint {
    if (from >= to) return stake
    const end = this.#factors.get(to) ?? (this.#lastRewardRound < to ? this.#factors.get(this.#lastRewardRound) : undefined) ?? whole
    return percOf(stake, end, this.#factors.get(from) ?? whole)
  }
}
