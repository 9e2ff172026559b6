import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPower } from './countPower'
import { enumeratePower } from './enumeratePower'
import { toGaussLegendre } from './gaussLegendre'
import { toIntegerGame } from './integerGame'
import { toPowerIndices } from './powerIndices'
import { quotaAbove } from './quota'
import { samplePower } from './samplePower'
import type { VotingPower } from './votingPower'

const half = { numerator: 1n, denominator: 2n }
const wei = 10n ** 18n
const toBig = (weights: readonly number[]) => weights.map(BigInt)
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** Published games. Penrose–Banzhaf: Brams (1975), Banzhaf (1965, Nassau County 1958), textbooks; by hand for the first and the last. */
const games: { quota: number; weights: number[]; absolute: number[]; banzhaf: number[]; shapley: number[] }[] = [
  // The first is needed by every winning coalition but is not enough alone: 12, 13, 123; critical 3, 1, 1 times of 4.
  { quota: 51, weights: [50, 49, 1], absolute: [3 / 4, 1 / 4, 1 / 4], banzhaf: [3 / 5, 1 / 5, 1 / 5], shapley: [2 / 3, 1 / 6, 1 / 6] },
  {
    quota: 6,
    weights: [4, 3, 2, 1],
    absolute: [5 / 8, 3 / 8, 3 / 8, 1 / 8],
    banzhaf: [5 / 12, 1 / 4, 1 / 4, 1 / 12],
    shapley: [5 / 12, 1 / 4, 1 / 4, 1 / 12],
  },
  {
    quota: 58,
    weights: [31, 31, 28, 21, 2, 2],
    absolute: [1 / 2, 1 / 2, 1 / 2, 0, 0, 0],
    banzhaf: [1 / 3, 1 / 3, 1 / 3, 0, 0, 0],
    shapley: [1 / 3, 1 / 3, 1 / 3, 0, 0, 0],
  },
  { quota: 51, weights: [51, 49], absolute: [1, 0], banzhaf: [1, 0], shapley: [1, 0] },
  // With 2 nines the first makes 28, with 3 it makes 37; 4 nines win alone: of the 32 ways of the others C(5, 2) + C(5, 3) = 20 leave it to it.
  {
    quota: 28,
    weights: [10, 9, 9, 9, 9, 9],
    absolute: [20 / 32, ...Array<number>(5).fill(8 / 32)],
    banzhaf: [1 / 3, ...Array<number>(5).fill(2 / 15)],
    shapley: [1 / 3, ...Array<number>(5).fill(2 / 15)],
  },
]

const expectPower = (voters: readonly VotingPower[], game: (typeof games)[number], digits: number) => {
  voters.forEach((voter, i) => {
    expect(voter.banzhafAbsolute).toBeCloseTo(game.absolute[i]!, digits)
    expect(voter.banzhaf).toBeCloseTo(game.banzhaf[i]!, digits)
    expect(voter.shapleyShubik).toBeCloseTo(game.shapley[i]!, digits)
  })
  expect(voters).toHaveLength(game.weights.length)
}

describe.each(games)('[$quota; $weights]', (game) => {
  it('every coalition, the same in wei', () => {
    const found = toPowerIndices(toBig(game.weights), BigInt(game.quota), 1)
    expect(found).toMatchObject({ method: 'exact', rounding: null })
    expectPower(found.voters, game, 15)
    expectPower(enumeratePower(toBig(game.weights).map((each) => each * wei), BigInt(game.quota) * wei), game, 15)
  })

  it('by sums', () => expectPower(countPower(toBig(game.weights), BigInt(game.quota), 0)!.voters, game, 12))

  it('by a sample: within five widths of its interval', () => {
    const { voters } = samplePower(toBig(game.weights), BigInt(game.quota), 1)
    expectPower(voters, game, 2)
    voters.forEach(({ intervals }, i) => {
      const [low, high] = intervals.banzhafAbsolute
      expect(Math.abs((low + high) / 2 - game.absolute[i]!)).toBeLessThanOrEqual(2.5 * (high - low))
    })
  })
})

const someGame = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([weights, at]) => {
    const total = sum(weights)
    return { weights: toBig(weights.sort((a, b) => b - a)), quota: BigInt(Math.max(1, Math.ceil(at * total))) }
  })

describe('laws', () => {
  it('counting by sums and looking at every coalition agree; Shapley–Shubik adds up to 1', () => {
    fc.assert(
      fc.property(someGame, ({ weights, quota }) => {
        const [every, counted] = [enumeratePower(weights, quota), countPower(weights, quota, 0)!.voters]
        every.forEach((voter, i) => {
          expect(counted[i]!.banzhafAbsolute).toBeCloseTo(voter.banzhafAbsolute, 12)
          expect(counted[i]!.shapleyShubik).toBeCloseTo(voter.shapleyShubik, 12)
        })
        expect(sum(every.map(({ shapleyShubik }) => shapleyShubik))).toBeCloseTo(1, 12)
      }),
    )
  })

  it('who weighs more never decides less, and equal weights decide alike', () => {
    fc.assert(
      fc.property(someGame, ({ weights, quota }) => {
        const { voters } = toPowerIndices(weights, quota, 1)
        for (let i = 1; i < voters.length; i++) {
          if (weights[i] === weights[i - 1]) expect(voters[i]).toEqual(voters[i - 1])
          expect(voters[i]!.shapleyShubik).toBeLessThanOrEqual(voters[i - 1]!.shapleyShubik)
        }
      }),
    )
  })

  it('many equal voters have 1/n each; absolute Banzhaf of 101 is C(100, 50) / 2^100', () => {
    const found = toPowerIndices(Array<bigint>(101).fill(wei), quotaAbove(101n * wei, half), 1)
    expect(found).toMatchObject({ method: 'exact', rounding: null })
    // C(100, 50) = 100891344545564193334812497256 and 2^100 = 1267650600228229401496703205376: 0.0795892…
    expect(found.voters[100]!.banzhafAbsolute).toBeCloseTo(0.07958923738717877, 12)
    expect(found.voters[0]!.banzhaf).toBeCloseTo(1 / 101, 12)
    expect(found.voters[0]!.shapleyShubik).toBeCloseTo(1 / 101, 12)
  })
})

describe('weights that have to be rounded', () => {
  // Twenty weights without a divisor: every coalition can be looked at, and what counting on a grid says can be held against it.
  const weights = Array.from({ length: 20 }, (_, i) => (97n * wei) / BigInt(i + 3) + BigInt(i * i) + 1n)
  const quota = quotaAbove(weights.reduce((all, one) => all + one, 0n), half)

  it('stay within the bounds that are given for it', () => {
    const every = enumeratePower(weights, quota)
    const { voters, rounding } = countPower(weights, quota, 1, 5000)!
    expect(rounding!.steps).toBeGreaterThan(4990)
    expect(rounding!.banzhafAbsolute).toBeLessThan(0.02)
    every.forEach((voter, i) => {
      expect(Math.abs(voters[i]!.banzhafAbsolute - voter.banzhafAbsolute)).toBeLessThanOrEqual(rounding!.banzhafAbsolute)
      expect(Math.abs(voters[i]!.shapleyShubik - voter.shapleyShubik)).toBeLessThanOrEqual(rounding!.shapleyShubik)
    })
  })

  it('nothing is rounded where no coalition lies near the quota', () => {
    // Sums are whole billions, some with 1 more: none is near five and a half. The game is [6; 4, 3, 2, 1].
    const found = countPower([4_000_000_001n, 3_000_000_000n, 2_000_000_000n, 1_000_000_000n], 5_500_000_000n, 0.01, 1000)!
    expect(found.rounding).toBeNull()
    expectPower(found.voters, games[1]!, 12)
  })

  it('that one unit decides is not rounded away: a tie of equals is broken by dust', () => {
    // 30 with 1 token each and one with a wei: the wei decides wherever 15 of 30 agree, C(30, 15) / 2^30 = 155117520 / 1073741824.
    const withDust = [...Array<bigint>(30).fill(wei), 1n]
    const dustQuota = quotaAbove(30n * wei + 1n, half)
    expect(countPower(withDust, dustQuota, 0.005, 10_000)).toBeNull()
    expect(countPower(withDust, dustQuota, 1, 10_000)!.rounding!.banzhafAbsolute).toBeGreaterThan(155_117_520 / 2 ** 30)
  })

  it('the mark between losing and winning falls between two steps', () => {
    // 2 · 51 − 1 = 101 half steps of the weights become 2 · 5 − 1 = 9 half steps: 50 · 9/101 = 4.46, 49 · 9/101 = 4.37, 1 · 9/101 = 0.09.
    const game = toIntegerGame([50n, 49n, 1n], 51n, 10)
    expect(game).toMatchObject({ weights: [4, 4, 0], quota: 5, total: 8, lifted: 0 })
    expect(game.lowered).toBeCloseTo((50 * 9) / 101 - 4 + ((49 * 9) / 101 - 4) + 9 / 101, 12)
  })
})

describe('what there is no power in', () => {
  it.each<[bigint[], bigint, RegExp]>([
    [[], 1n, /nobody/],
    [[1n, 2n], 1n, /largest first/],
    [[1n, 0n], 1n, /positive/],
    [[2n, 1n], 0n, /more than 0/],
    [[2n, 1n], 4n, /more than all have together/],
  ])('[%s], quota %s', (weights, quota, message) => expect(() => toPowerIndices(weights, quota, 1)).toThrow(message))
})

it('Gauss–Legendre: two points at (1 ∓ 1/√3) / 2, and x^9 by five points is 1/10', () => {
  const [low, high] = toGaussLegendre(2)
  expect([low!.at, high!.at]).toEqual([expect.closeTo((1 - 1 / Math.sqrt(3)) / 2, 14), expect.closeTo((1 + 1 / Math.sqrt(3)) / 2, 14)])
  expect(sum(toGaussLegendre(5).map(({ at, weight }) => weight * at ** 9))).toBeCloseTo(0.1, 14)
})

describe('a sample', () => {
  // 60 voters with weights 600, 300, 200, …: counted by sums, exactly. The errors of one sample go together: 57 of 60 is only the middle.
  const weights = Array.from({ length: 60 }, (_, i) => BigInt(Math.floor(600 / (i + 1))))
  const quota = quotaAbove(weights.reduce((all, one) => all + one, 0n), half)

  it('has intervals that hold what counting finds, of most voters at once', () => {
    const counted = countPower(weights, quota, 0)!
    const { voters } = samplePower(weights, quota, 5)
    for (const index of ['banzhaf', 'banzhafAbsolute', 'shapleyShubik'] as const) {
      const held = voters.filter(({ intervals }, i) => {
        const [low, high] = intervals[index]
        return low <= counted.voters[i]![index] && counted.voters[i]![index] <= high
      })
      expect(held.length).toBeGreaterThanOrEqual(48)
      voters.forEach(({ intervals }) => expect(intervals[index][1] - intervals[index][0]).toBeLessThan(0.01))
    }
  })

  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => samplePower(weights, quota, seed).voters[20]!.banzhafAbsolute
    const drawn = draw(3)
    expect(draw(3)).toBe(drawn)
    expect(draw(4)).not.toBe(drawn)
  })
})
