import { z } from 'zod'
import { EnvironmentError } from './environmentError'

/** Where this installation stands: read once from the process' environment, then handed on. */
export interface Environment {
  /** 0 for any free port */
  port: number
  /** False where nobody set it: another may then be taken */
  portIsSet: boolean
  /** As written: a relative one is taken from the checkout */
  dataDirectory: string
  /** null: Lorenz starts a PostgreSQL of its own */
  databaseUrl: string | null
  /** A streaming replica of that database, for what pages read; null: there is none */
  databaseReplicaUrl: string | null
  /** Chain id → endpoints, the preferred one first. Empty: the demo chain */
  rpcUrls: ReadonlyMap<number, readonly string[]>
  /** null: the one from npm */
  anvilPath: string | null
  /** Which way the demo's story goes */
  demoStory: StoryTurn
  /** null: one is looked for */
  chromiumPath: string | null
  /** Requests a minute of one visitor; 0: no limit */
  rateLimit: number
  /** How many proxies of ours stand in front: so many addresses at the end of X-Forwarded-For are believed */
  proxies: number
  /** Whether alerts may call addresses of this machine and its own network */
  allowsPrivateWebhooks: boolean
  /** The GraphQL endpoint of the Snapshot hub that votes off the chain are read from */
  snapshotUrl: string
  /** Which lines the pages' server logs */
  logLevel: (typeof logLevels)[number]
}

/** The two ways that the demo's story can go: it begins broad and ends concentrated, or power spreads. */
export const storyTurns = ['concentrating', 'spreading'] as const
export type StoryTurn = (typeof storyTurns)[number]

const logLevels = ['info', 'warn', 'error', 'silent'] as const

const port = z
  .string()
  .regex(/^\d+$/, 'not a whole number')
  .transform(Number)
  .refine((number) => number <= 65_535, 'a port is at most 65535')
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'not a PostgreSQL address, as in postgres://user:password@host:5432/lorenz' })
const rpcUrls = z
  .string()
  .transform((text) => text.split(',').map((url) => url.trim()))
  .pipe(z.array(z.url({ protocol: /^https?$/, error: 'not an http or https address; separate several by commas' })).min(1))

const count = (most: number) => z.string().regex(/^\d+$/, 'not a whole number').transform(Number).refine((number) => number <= most, `at most ${most}`)

/** Each variable with what it means. `.env.example` is written from here. */
const variables = {
  PORT: port.default(3000).meta({ description: 'The port that the pages are served on.' }),
  LORENZ_DATA_DIR: z
    .string()
    .default('.data')
    .meta({ description: 'Where the database and the demo chain are kept. A relative path is taken from the checkout.' }),
  DATABASE_URL: databaseUrl.optional().meta({
    description: 'A PostgreSQL database to use. Without it Lorenz starts one of its own in the data directory.',
    example: 'postgres://user:password@localhost:5432/lorenz',
  }),
  DATABASE_REPLICA_URL: databaseUrl.optional().meta({
    description: 'A streaming replica of DATABASE_URL. Pages read there, and from either of the two where the other is away.',
    example: 'postgres://user:password@replica:5432/lorenz',
  }),
  ANVIL_BIN: z
    .string()
    .optional()
    .meta({ description: 'The anvil to play the demo chain on, where npm has none for this machine.', example: '/usr/local/bin/anvil' }),
  DEMO_STORY: z.enum(storyTurns, `one of ${storyTurns.join(', ')}`).default('concentrating').meta({
    description: 'Which way the story of the demo chain goes: concentrating, from a broad start into few hands; or spreading, the other way round.',
  }),
  CHROMIUM_BIN: z
    .string()
    .optional()
    .meta({ description: 'The Chromium to run the browser tests in. Without it one from npm or of this machine is taken.', example: '/usr/bin/chromium' }),
  LORENZ_RATE_LIMIT: count(1_000_000).default(600).meta({
    description: 'How many requests a minute one visitor may make of the API, the files and the images; costly ones count as ten. 0 is no limit.',
  }),
  LORENZ_PROXIES: count(10).default(0).meta({
    description: 'How many reverse proxies of yours stand in front of the pages: limits are then kept by the address that the outermost one saw.',
  }),
  LORENZ_PRIVATE_WEBHOOKS: z.enum(['yes', 'no'], 'yes or no').default('no').meta({
    description: 'Whether alerts may call addresses of this machine and of its own network.',
  }),
  SNAPSHOT_URL: z.url({ protocol: /^https?$/, error: 'not an http or https address' }).default('https://hub.snapshot.org/graphql').meta({
    description: 'The GraphQL endpoint of the Snapshot hub that votes off the chain are read from.',
  }),
  LORENZ_LOG: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info').meta({
    description: "What the pages' server logs: info is one line a request, without addresses of visitors; or warn, error, silent.",
  }),
}

const rpcVariable = {
  name: 'RPC_URL_1',
  description:
    'Read a real chain instead of the demo chain: the address of a node, with the number of its chain in the name (1 is Ethereum). ' +
    'One variable per chain; separate several nodes of a chain by commas.',
  example: 'https://node.example/key',
}

/**
 * What does the environment say? An empty variable is one that is not set.
 *
 * @throws EnvironmentError which names every wrong variable at once
 * @example toEnvironment({ PORT: '8080', RPC_URL_1: 'https://node.example' }).rpcUrls // Map { 1 → ['https://node.example'] }
 */
export function toEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const problems: string[] = []
  const known = z.object(variables).safeParse(given)
  if (!known.success) problems.push(...toProblems(known.error))
  const chains = new Map<number, readonly string[]>()
  for (const name of Object.keys(given).filter((name) => name.startsWith('RPC_URL')).sort()) {
    const chainId = /^RPC_URL_([1-9]\d*)$/.exec(name)?.[1]
    const urls = rpcUrls.safeParse(given[name])
    if (chainId === undefined) problems.push(`${name}: the name ends in the number of the chain, as in RPC_URL_1 for Ethereum`)
    else if (urls.success) chains.set(Number(chainId), urls.data)
    else problems.push(`${name}: ${urls.error.issues[0]?.message}`)
  }
  if ('DATABASE_REPLICA_URL' in given && !('DATABASE_URL' in given)) problems.push('DATABASE_REPLICA_URL: set DATABASE_URL too, to the server that it is a replica of')
  if (!known.success || problems.length > 0) throw new EnvironmentError(problems)
  const { PORT, LORENZ_DATA_DIR, DATABASE_URL = null, DATABASE_REPLICA_URL = null, ANVIL_BIN = null, CHROMIUM_BIN = null } = known.data
  const { DEMO_STORY, LORENZ_RATE_LIMIT, LORENZ_PROXIES, LORENZ_PRIVATE_WEBHOOKS, SNAPSHOT_URL, LORENZ_LOG } = known.data
  return {
    port: PORT,
    portIsSet: 'PORT' in given,
    dataDirectory: LORENZ_DATA_DIR,
    databaseUrl: DATABASE_URL,
    databaseReplicaUrl: DATABASE_REPLICA_URL,
    rpcUrls: chains,
    anvilPath: ANVIL_BIN,
    demoStory: DEMO_STORY,
    chromiumPath: CHROMIUM_BIN,
    rateLimit: LORENZ_RATE_LIMIT,
    proxies: LORENZ_PROXIES,
    allowsPrivateWebhooks: LORENZ_PRIVATE_WEBHOOKS === 'yes',
    snapshotUrl: SNAPSHOT_URL,
    logLevel: LORENZ_LOG,
  }
}

/** The text of `.env.example`: every variable with its meaning, and its default or an example. */
export function toEnvironmentExample(): string {
  const described = Object.entries(variables).map(([name, schema]) => {
    const { description = '', example } = schema.meta() as { description?: string; example?: string }
    const byDefault = schema.safeParse(undefined).data
    return { name, description, value: byDefault === undefined ? `${example}` : String(byDefault) }
  })
  const { name, description, example } = rpcVariable
  const all = [...described.slice(0, 4), { name, description, value: example }, ...described.slice(4)]
  const head = '# Lorenz reads these variables from the environment, or from a file named .env beside this one. All of them may be left out.\n'
  return [head, ...all.map((variable) => `# ${variable.description}\n# ${variable.name}=${variable.value}\n`)].join('\n')
}

function toProblems(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
