import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { tokenAddress } from './renderLogs'

// What npm gives as latest; by its own change log it is 0.10. Ponder 0.16 cannot be compared on a node nearby: it starts with 20 requests
// a second and never asks more than 500, whatever it is told.
const ponderVersion = '1.0.0'

export interface PonderApp {
  /** The bench's node */
  url: string
  firstBlock: number
  lastBlock: number
}

// Ponder's ERC-20 example without its allowances: balances, and a row for each transfer, because Lorenz keeps the whole history too. Of itself it
// asks 50 times a second at most: that limit is lifted.
const toConfig = ({ url, firstBlock, lastBlock }: PonderApp) => `import { createConfig } from 'ponder'
import { erc20Abi, http } from 'viem'

export default createConfig({
  networks: { mainnet: { chainId: 1, transport: http('${url}', { timeout: 60_000 }), maxRequestsPerSecond: 100_000 } },
  contracts: {
    ERC20: { network: 'mainnet', abi: erc20Abi, address: '${tokenAddress}', startBlock: ${firstBlock}, endBlock: ${lastBlock} },
  },
})
`

const schema = `import { onchainTable } from 'ponder'

export const account = onchainTable('account', (t) => ({ address: t.hex().primaryKey(), balance: t.bigint().notNull() }))

export const transferEvent = onchainTable('transfer_event', (t) => ({
  id: t.text().primaryKey(),
  amount: t.bigint().notNull(),
  timestamp: t.integer().notNull(),
  from: t.hex().notNull(),
  to: t.hex().notNull(),
}))
`

const indexing = `import { ponder } from 'ponder:registry'
import { account, transferEvent } from 'ponder:schema'

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
  await context.db.insert(transferEvent).values({ id: event.transaction.hash + event.log.logIndex, amount: value, timestamp: Number(event.block.timestamp), from, to })
})
`

// Without an API it does not start; this one is empty.
const api = `import { Hono } from 'hono'

export default new Hono()
`

/** Writes the app that gives a token's balances and transfers, ready to be installed. */
export async function writePonderApp(directory: string, app: PonderApp): Promise<void> {
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ponder: ponderVersion, viem: '2.57.20', hono: '4.13.19', typescript: '5.9.3' },
  }
  await mkdir(path.join(directory, 'src', 'api'), { recursive: true })
  await writeFile(path.join(directory, 'package.json'), JSON.stringify(manifest))
  await writeFile(path.join(directory, 'ponder.config.ts'), toConfig(app))
  await writeFile(path.join(directory, 'ponder.schema.ts'), schema)
  await writeFile(path.join(directory, 'src', 'index.ts'), indexing)
  await writeFile(path.join(directory, 'src', 'api', 'index.ts'), api)
}
