import type pg from 'pg'

/** How long a server that did not answer is left alone where the other one does. */
const restPause = 2_000

/** How long a server may take to let somebody in before the other one is asked. */
const patience = 2_000

/** SQLSTATE: no connection, shutting down or starting up, no connection left; and a replica's question cut off by what it replays. */
const states = /^(08|57P0|53300|40001)/
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPIPE', 'EAI_AGAIN'])

/** Whether an error says that this server cannot answer now, rather than that the question was wrong. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (states.test(code) || systemCodes.has(code))) return true
  if (error instanceof AggregateError && error.errors.some(isAway)) return true
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|does not let anybody in/.test(error.message)
}

/**
 * A pool for questions, each whole in itself: asked of one server, and of the other where that one is away. No transactions.
 *
 * @throws what the first server said where both are away
 */
export function withFallback(first: pg.Pool, second: pg.Pool): pg.Pool {
  let restsUntil = 0
  const ask = async (...question: Parameters<pg.Pool['query']>) => {
    const order = Date.now() < restsUntil ? ([second, first] as const) : ([first, second] as const)
    try {
      return await askOne(order[0], question)
    } catch (error) {
      if (!isAway(error)) throw error
      if (order[0] === first) restsUntil = Date.now() + restPause
      return await askOne(order[1], question).catch((other: unknown) => {
        throw isAway(other) ? error : other
      })
    }
  }
  return { query: ask } as unknown as pg.Pool
}

async function askOne(pool: pg.Pool, question: Parameters<pg.Pool['query']>): Promise<unknown> {
  const client = await connect(pool)
  let broken: Error | undefined
  try {
    return await client.query(...question)
  } catch (error) {
    if (isAway(error)) broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/** A connection, or an error soon: a machine that is gone does not even refuse. */
async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  const connecting = pool.connect()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the server does not let anybody in')), patience)
  })
  try {
    return await Promise.race([connecting, late])
  } catch (error) {
    void connecting.then((client) => client.release(), () => undefined)
    throw error
  } finally {
    clearTimeout(timer)
  }
}
