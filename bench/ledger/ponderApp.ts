import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { tokenAddress } from './renderLogs'

export interface PonderApp {
  version: string
  /** The bench's node */
  url: string
  firstBlock: number
  lastBlock: number
}

/** Up to 0.10 a chain was a `network` with a limit of 50 requests a second; 1.0.0 is that version too (its own CHANGELOG: "Released `0.10`"). */
const hasNetworks = (version: string) => /^(0\.(10|[0-9])\.|1\.0\.0$)/.test(version)

// Ponder's ERC-20 example, reduced to balances. Its limits are lifted, so that it is as fast as it can be.
function toConfig({ version, url, firstBlock, lastBlock }: PonderApp): string {
  const transport = `http(${JSON.stringify(url)}, { timeout: 60_000 })`
  const [chains, chain] = hasNetworks(version)
    ? [`networks: { mainnet: { chainId: 1, transport: ${transport}, maxRequestsPerSecond: 100_000 } }`, 'network']
    : [`chains: { mainnet: { id: 1, rpc: ${transport} } }`, 'chain']
  return `import { createConfig } from 'ponder'
import { erc20Abi, http } from 'viem'

export default createConfig({
  ${chains},
  contracts: {
    ERC20: { ${chain}: 'mainnet', abi: erc20Abi, address: '${tokenAddress}', startBlock: ${firstBlock}, endBlock: ${lastBlock} },
  },
})
`
}

const schema = `import { onchainTable } from 'ponder'

export const account = onchainTable('account', (t) => ({ address: t.hex().primaryKey(), balance: t.bigint().notNull() }))
`

const indexing = `import { ponder } from 'ponder:registry'
import { account } from 'ponder:schema'

ponder.on('ERC20:Transfer', async ({ event, context }) => {
  const { from, to, value } = event.args
  await context.db
    .insert(account)
    .values({ address: from, balance: 0n })
    .onConflictDoUpdate((row) => ({ balance: row.balance - value }))
  await context.db
    .insert(account)
    .values({ address: to, balance: value })
    .onConflictDoUpdate((row) => ({ balance: row.balance + value }))
})
`

// Every version refuses to start without an API; this one is empty.
const api = `import { Hono } from 'hono'

export default new Hono()
`

/** Writes the app that gives a token's balances, ready to be installed. */
export async function writePonderApp(directory: string, app: PonderApp): Promise<void> {
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ponder: app.version, viem: '2.57.20', hono: '4.13.19', typescript: '5.9.3' },
  }
  await mkdir(path.join(directory, 'src', 'api'), { recursive: true })
  await writeFile(path.join(directory, 'package.json'), JSON.stringify(manifest))
  await writeFile(path.join(directory, 'ponder.config.ts'), toConfig(app))
  await writeFile(path.join(directory, 'ponder.schema.ts'), schema)
  await writeFile(path.join(directory, 'src', 'index.ts'), indexing)
  await writeFile(path.join(directory, 'src', 'api', 'index.ts'), api)
}
