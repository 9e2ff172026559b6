import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { toEnvironment } from '@/lib/domain/environment'
import { ProblemError } from '@/lib/publish/problem'
import { visitorHeader } from './visitor'

/** Seconds after which a visitor begins anew. */
const window = 60

const policyName = 'default'

/** How much an answer takes of what a visitor may ask for in a minute. */
export const costs = { plain: 1, costly: 10 } as const

// Route handlers and what stands before them are bundled apart: what they share must hang on the process.
const shared = globalThis as typeof globalThis & { lorenzLimiter?: RateLimiterMemory }

/**
 * Counts a request of a visitor.
 *
 * @returns what the answer says of it, as draft-ietf-httpapi-ratelimit-headers writes it: none where limits are turned off
 * @throws ProblemError 429 where it is one too many
 */
export const count = (request: Request, cost: keyof typeof costs): Promise<Record<string, string>> => countVisitor(request.headers.get(visitorHeader) ?? 'unknown', cost)

/** The same by the word for a visitor. */
export async function countVisitor(visitor: string, cost: keyof typeof costs): Promise<Record<string, string>> {
  const { rateLimit } = toEnvironment(process.env)
  if (rateLimit === 0) return {}
  if (shared.lorenzLimiter?.points !== rateLimit) shared.lorenzLimiter = new RateLimiterMemory({ points: rateLimit, duration: window })
  const said = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => ({
    'RateLimit-Policy': `"${policyName}";q=${rateLimit};w=${window}`,
    RateLimit: `"${policyName}";r=${Math.max(0, remainingPoints)};t=${toSeconds(msBeforeNext)}`,
  })
  try {
    return said(await shared.lorenzLimiter.consume(visitor, Math.min(costs[cost], rateLimit)))
  } catch (refused) {
    // The limiter's class may be another bundle's.
    if (!isRefusal(refused)) throw refused
    const wait = { 'Retry-After': String(toSeconds(refused.msBeforeNext)) }
    throw new ProblemError('tooManyRequests', `a visitor may make ${rateLimit} requests in ${window} seconds; costly ones count as ${costs.costly}`, [], { ...said(refused), ...wait })
  }
}

const isRefusal = (thrown: unknown): thrown is RateLimiterRes => typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown

const toSeconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000))
