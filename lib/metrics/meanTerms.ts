import { toRatio } from '@/lib/domain/amount'
import { perDistribution } from './perDistribution'

/** Means over holders and shares that the entropies are made of; x is an amount, μ the mean amount, s a share of the total. */
export interface MeanTerms {
  /** (1/n) Σ √(x/μ) */
  root: number
  /** (1/n) Σ ln(x/μ) */
  log: number
  /** (1/n) Σ (x/μ) ln(x/μ) */
  weightedLog: number
  /** Σ s log₂(1/s) */
  surprise: number
}

/**
 * One pass for all of them, each added up with what rounding loses (Neumaier 1974, in Knuth's form without a branch).
 * For equal holders the terms are exactly 1, 0 and 0.
 */
export const toMeanTerms = perDistribution((distribution): MeanTerms => {
  const { doubles, logs } = distribution.columns
  const count = doubles.length
  const mean = toRatio(distribution.total, BigInt(count))
  const whole = Number(distribution.total)
  const logMean = Math.log2(mean)
  const logWhole = Math.log2(whole)
  let [root, rootLost, log, logLost, weighted, weightedLost, surprise, surpriseLost] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    const double = doubles[i]!
    const logMultiple = logs[i]! - logMean
    const multiple = double / mean
    let term = Math.sqrt(multiple)
    let next = root + term
    let kept = next - root
    rootLost += root - (next - kept) + (term - kept)
    root = next
    next = log + logMultiple
    kept = next - log
    logLost += log - (next - kept) + (logMultiple - kept)
    log = next
    term = multiple * logMultiple
    next = weighted + term
    kept = next - weighted
    weightedLost += weighted - (next - kept) + (term - kept)
    weighted = next
    term = (double / whole) * (logWhole - logs[i]!)
    next = surprise + term
    kept = next - surprise
    surpriseLost += surprise - (next - kept) + (term - kept)
    surprise = next
  }
  return {
    root: (root + rootLost) / count,
    log: ((log + logLost) / count) * Math.LN2,
    weightedLog: ((weighted + weightedLost) / count) * Math.LN2,
    surprise: surprise + surpriseLost,
  }
})
