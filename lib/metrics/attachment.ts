import { rankDistance, rankExponent } from './rankTransform'
import { studentQuantile975 } from './studentQuantile'

/** Accounts of about the same size at the start of a month, and by how much they grew in it. */
export interface GrowthCell {
  /** Natural logarithm of what each held, in any unit */
  logSize: number
  accounts: number
  /** Σ of what they gained, not negative; in any unit, the same for all months */
  grown: number
}

/** An exponent α of growth ∝ size^α, and how sure it is. */
export interface Attachment {
  alpha: number
  /** Ends of the 95 % interval */
  low: number
  high: number
  /** Months in which something grew */
  months: number
  /** α by the rank transform, and how far growth is then from following it: 0 is exactly, 1 not at all */
  byRanks: number
  distance: number
}

/** Too few months, or nothing that tells sizes apart. */
export type AttachmentResult = { status: 'ok'; value: Attachment } | { status: 'undefined'; reason: 'fewMonths' | 'sameSize' | 'oneGrew' }

/** With fewer no interval is told. */
export const fewestMonths = 12

/** An exponent beyond this is no power law: all that grew is at one end. */
const largestExponent = 20

/**
 * How does growth depend on size? Fits Δx ∝ x^α over months, with a level of its own for each month: α = 1 is growth in proportion, above 1 the large
 * grow faster than in proportion, below 1 slower. Maximum likelihood: Π over what was gained of x^α ⁄ Σ x^α, the sum over all who held at the month's
 * start (preferential attachment of amounts, after Kondor et al. 2014, doi:10.1371/journal.pone.0086197). That is Poisson regression of growth on
 * log size with effects of months, which needs no Poisson noise (Santos Silva & Tenreyro 2006).
 *
 * The interval takes each month as one observation (Liang & Zeger 1986, with T/(T − 1) and Student's t): what happens to many accounts at once in one
 * month does not pass for many.
 *
 * @param months cells of each month; those in which nothing grew are left out
 * @returns undefined with fewer than 12 months, where all are of one size, or where only one end grew
 * @example toAttachment(months) // { status: 'ok', value: { alpha: 0.83, low: 0.71, high: 0.95, months: 35, byRanks: 0.85, distance: 0.06 } }
 */
export function toAttachment(months: readonly (readonly GrowthCell[])[]): AttachmentResult {
  const grown = months.filter((cells) => cells.some((cell) => cell.grown > 0))
  if (grown.length < fewestMonths) return { status: 'undefined', reason: 'fewMonths' }
  let alpha = 1
  for (let step = 0; step < 100; step++) {
    const { scores, information } = toScores(grown, alpha)
    if (!(information > 0)) return { status: 'undefined', reason: step === 0 ? 'sameSize' : 'oneGrew' }
    const move = scores.reduce((sum, score) => sum + score, 0) / information
    // The likelihood is concave: a step that is cut only takes longer.
    alpha += Math.max(-0.5, Math.min(0.5, move))
    if (Math.abs(alpha) > largestExponent) return { status: 'undefined', reason: 'oneGrew' }
    if (Math.abs(move) < 1e-12) break
  }
  const { scores, information } = toScores(grown, alpha)
  const count = grown.length
  const variance = (count / (count - 1)) * scores.reduce((sum, score) => sum + score * score, 0) / information ** 2
  const half = studentQuantile975(count - 1) * Math.sqrt(variance)
  const byRanks = rankExponent(grown)
  return { status: 'ok', value: { alpha, low: alpha - half, high: alpha + half, months: count, byRanks, distance: rankDistance(grown, byRanks) } }
}

/** The slope of each month's log likelihood in α, and minus the curvature of them all. */
function toScores(months: readonly (readonly GrowthCell[])[], alpha: number): { scores: number[]; information: number } {
  let information = 0
  const scores = months.map((cells) => {
    // Of numbers with e to the power of them only differences count; the largest keeps all within a double.
    const top = Math.max(...cells.map(({ logSize }) => alpha * logSize))
    let [weight, first, second, all, told] = [0, 0, 0, 0, 0]
    for (const { logSize, accounts, grown } of cells) {
      const mass = accounts * Math.exp(alpha * logSize - top)
      weight += mass
      first += mass * logSize
      all += grown
      told += grown * logSize
    }
    const mean = first / weight
    for (const { logSize, accounts } of cells) second += accounts * Math.exp(alpha * logSize - top) * (logSize - mean) ** 2
    information += (all * second) / weight
    return told - all * mean
  })
  return { scores, information }
}
