import { emptyParcel, type Parcel } from './shareParcel'

/** What is paid for all shares there are, and how many they are. */
interface Payment {
  reserve: bigint
  all: bigint
  /** Where parcels are counted in something else: how many shares stand behind so much of it, rounded down, and how many behind each */
  behind?: { toShares: (amount: bigint) => bigint; each: number }
}

const limbBits = 24n
const limbMask = (1n << limbBits) - 1n
/** How near to a whole number a fraction may be reckoned in doubles */
const doubtful = 1e-6

/** The part behind the point of a number in Q128, as a double that is at most 2⁻⁵² too small. */
const fractionOf = (value: bigint) => Number(BigInt.asUintN(128, value) >> 76n) / 2 ** 52
const limbsOf = (value: bigint, limbs: number) => Array.from({ length: limbs }, (_, place) => Number((value >> (limbBits * BigInt(place))) & limbMask))

/**
 * Many parcels in columns of doubles, so that all of them can be weighed for each day of history. A parcel that has not moved is not looked at again.
 *
 * @example const table = openParcelTable(); table.set(0, toParcel(2n, [0n, 0n, 0n], [0n, 0n])); table.owed(0, 2n ** 128n, { reserve: 10n, all: 5n }) // 2n
 */
export function openParcelTable() {
  const rows: Parcel[] = []
  const shares: number[] = []
  const debts: [number[], number[]] = [[], []]
  /** Of debts, what stands behind the point */
  const fractions: [number[], number[]] = [[], []]
  /** Shares in limbs of 24 bits, the lowest first: whole numbers whose products doubles add up exactly */
  const limbs: [number[], number[], number[], number[], number[]] = [[], [], [], [], []]
  let allShares = 0n
  const allDebts: [bigint, bigint] = [0n, 0n]

  /** What stands behind the point of shares · growth − debt, to 2⁻⁴⁰. Where that could be a whole number, it is reckoned exactly. */
  function toFraction(token: 0 | 1, growth: bigint): (place: number) => number {
    // Shifted up, what stands behind the point fills six limbs. Of the product's only the upper three matter: the others come to less than 2⁻⁴⁵.
    const [b0, b1, b2, b3, b4, b5] = limbsOf(BigInt.asUintN(128, growth) << 16n, 6) as [number, number, number, number, number, number]
    const [l0, l1, l2, l3, l4] = limbs
    return (place) => {
      const [a0, a1, a2, a3, a4] = [l0[place]!, l1[place]!, l2[place]!, l3[place]!, l4[place]!]
      const top = (a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1) / 2 ** 24
      const middle = (a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0) / 2 ** 48
      const bottom = (a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0) / 2 ** 72
      const sum = top - Math.floor(top) + middle + bottom - fractions[token][place]!
      const fraction = sum - Math.floor(sum)
      if (fraction > doubtful && fraction < 1 - doubtful) return fraction
      const { shares: own, debt } = rows[place]!
      return fractionOf(own * growth - debt[token])
    }
  }

  return {
    shares,
    /** By token, in units */
    debts,
    /** Puts a parcel in its place; places begin at 0 and leave nothing out. */
    set(place: number, parcel: Parcel): void {
      if (rows[place] === parcel) return
      const before = rows[place] ?? emptyParcel
      if (parcel.shares >> 120n > 0n) throw new Error(`${parcel.shares} shares are more than a pair can have`)
      rows[place] = parcel
      allShares += parcel.shares - before.shares
      shares[place] = Number(parcel.shares)
      for (const [limb, value] of limbsOf(parcel.shares, 5).entries()) limbs[limb]![place] = value
      for (const token of [0, 1] as const) {
        allDebts[token] += parcel.debt[token] - before.debt[token]
        debts[token][place] = Number(parcel.debt[token]) / 2 ** 128
        fractions[token][place] = fractionOf(parcel.debt[token])
      }
    },
    /**
     * The sum of what parcels have gained in a token, each rounded down, and each at most what its shares are paid. Exact: the sum unrounded is known
     * exactly, so what all that was rounded off comes to is a whole number plus what stands behind its point, and doubles tell which.
     */
    owed(token: 0 | 1, growth: bigint, { reserve, all, behind }: Payment): bigint {
      const fraction = toFraction(token, growth)
      const perShare = Number(growth) / 2 ** 128
      const paidPerShare = all === 0n ? 0 : Number(reserve) / Number(all)
      const paidPerUnit = paidPerShare * (behind?.each ?? 1)
      /** What a share less may be paid, where several are rounded down to whole ones */
      const rounding = behind ? 2 * paidPerShare : 0
      let roundedOff = 0
      let above = 0n
      for (let place = 0; place < rows.length; place++) {
        const own = shares[place]!
        if (own === 0) continue
        roundedOff += fraction(place)
        // Clearly less than what is paid, whatever doubles round off
        const most = own * perShare * (1 + 1e-14) - debts[token][place]! + own * perShare * 1e-14 + 1
        if (most < own * paidPerUnit * (1 - 1e-14) - rounding) continue
        const parcel = rows[place]!
        const paid = ((behind?.toShares(parcel.shares) ?? parcel.shares) * reserve) / all
        const excess = ((parcel.shares * growth - parcel.debt[token]) >> 128n) - paid
        if (excess > 0n) above += excess
      }
      const sum = allShares * growth - allDebts[token]
      return (sum >> 128n) - BigInt(Math.round(roundedOff - fractionOf(sum))) - above
    },
  }
}
