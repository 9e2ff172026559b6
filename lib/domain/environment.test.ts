import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { toEnvironment, toEnvironmentExample } from './environment'
import { EnvironmentError } from './environmentError'

describe('toEnvironment', () => {
  test('needs nothing', () => {
    expect(toEnvironment({ HOME: '/home/someone' })).toEqual({
      port: 3000,
      portIsSet: false,
      dataDirectory: '.data',
      databaseUrl: null,
      databaseReplicaUrl: null,
      rpcUrls: new Map(),
      anvilPath: null,
      demoStory: 'concentrating',
      chromiumPath: null,
      rateLimit: 600,
      proxies: 0,
      allowsPrivateWebhooks: false,
      snapshotUrl: 'https://hub.snapshot.org/graphql',
      logLevel: 'info',
    })
  })

  test('takes an empty variable as not set', () => {
    expect(toEnvironment({ PORT: '', DATABASE_URL: ' ', RPC_URL_1: '' })).toEqual(toEnvironment({}))
  })

  test('reads every variable, and several nodes of several chains', () => {
    const environment = toEnvironment({
      PORT: '8080',
      LORENZ_DATA_DIR: '/var/lib/lorenz',
      DATABASE_URL: 'postgresql://me:secret@db:5432/lorenz',
      DATABASE_REPLICA_URL: 'postgres://me:secret@replica:5432/lorenz',
      RPC_URL_1: 'https://one.example/key, https://two.example',
      RPC_URL_42161: 'http://localhost:8545',
      ANVIL_BIN: '/opt/anvil',
      DEMO_STORY: 'spreading',
      CHROMIUM_BIN: '/opt/chromium',
      LORENZ_RATE_LIMIT: '0',
      LORENZ_PROXIES: '1',
      LORENZ_PRIVATE_WEBHOOKS: 'yes',
      SNAPSHOT_URL: 'http://localhost:3001/graphql',
      LORENZ_LOG: 'silent',
    })
    expect(environment).toEqual({
      port: 8080,
      portIsSet: true,
      dataDirectory: '/var/lib/lorenz',
      databaseUrl: 'postgresql://me:secret@db:5432/lorenz',
      databaseReplicaUrl: 'postgres://me:secret@replica:5432/lorenz',
      rpcUrls: new Map([
        [1, ['https://one.example/key', 'https://two.example']],
        [42161, ['http://localhost:8545']],
      ]),
      anvilPath: '/opt/anvil',
      demoStory: 'spreading',
      chromiumPath: '/opt/chromium',
      rateLimit: 0,
      proxies: 1,
      allowsPrivateWebhooks: true,
      snapshotUrl: 'http://localhost:3001/graphql',
      logLevel: 'silent',
    })
  })

  test('names all that is wrong at once, and what would be right', () => {
    const wrong = { PORT: '70000', DATABASE_URL: 'mysql://db', RPC_URL_1: 'node.example', RPC_URL_MAINNET: 'https://node.example' }
    let problems: readonly string[] = []
    try {
      toEnvironment(wrong)
    } catch (error) {
      if (error instanceof EnvironmentError) problems = error.problems
    }
    expect(problems).toHaveLength(4)
    expect(problems.join('\n')).toMatch(/PORT: a port is at most 65535/)
    expect(problems.join('\n')).toMatch(/DATABASE_URL: .*postgres:\/\//)
    expect(problems.join('\n')).toMatch(/RPC_URL_1: .*http/)
    expect(problems.join('\n')).toMatch(/RPC_URL_MAINNET: .*RPC_URL_1 for Ethereum/)
  })

  test('refuses a replica of nothing', () => {
    expect(() => toEnvironment({ DATABASE_REPLICA_URL: 'postgres://replica/lorenz' })).toThrow(/DATABASE_REPLICA_URL: set DATABASE_URL too/)
  })

  test.each(['80a', '-1', '3000.5'])('refuses port %s', (port) => {
    expect(() => toEnvironment({ PORT: port })).toThrow(/PORT: not a whole number/)
  })
})

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8')

  test('is what the schema says', () => {
    expect(example).toBe(toEnvironmentExample())
  })

  test('is a right environment when every line is taken, with the defaults where it names defaults', () => {
    const lines = example.split('\n').filter((line) => /^# [A-Z0-9_]+=/.test(line))
    const environment = toEnvironment(parseEnv(lines.map((line) => line.slice(2)).join('\n')) as Record<string, string>)
    expect(lines).toHaveLength(13)
    expect(environment.rpcUrls.size).toBe(1)
    expect([environment.databaseUrl, environment.databaseReplicaUrl, environment.anvilPath, environment.chromiumPath]).not.toContain(null)
    expect([environment.port, environment.dataDirectory]).toEqual([3000, '.data'])
  })
})
