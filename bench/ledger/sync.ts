import { openDatabase } from '@/db/database'
import { loadProtocols } from '@/db/protocols'
import { openChainReader } from '@/lib/chain/reader'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'

// The measured side: a process of its own that syncs the one followed protocol and says what it took.
process.once('message', ({ url, databaseUrl }: { url: string; databaseUrl: string }) => void run(url, databaseUrl))

async function run(url: string, databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl)
  const [protocol] = await loadProtocols(database)
  const reader = await openChainReader({ chainId: 1, urls: [url] })
  const began = performance.now()
  const cpu = process.cpuUsage()
  await syncProtocol({ protocol: protocol!, reader, database })
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await database.close()
  process.send!({ seconds, cpuSeconds: (user + system) / 1e6, peakRssMb: process.resourceUsage().maxRSS / 1024 })
  process.disconnect()
}
