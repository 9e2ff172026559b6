import { openDatabase } from '@/db/database'
import { loadProtocols } from '@/db/protocols'
import { openChainReader } from '@/lib/chain/reader'
import { syncToken } from '@/lib/pipeline/syncToken'

// A process that can be killed: syncs the first followed token in small pieces and says after each how far it is.
const [databaseUrl, rpcUrl] = process.argv.slice(2)
const database = openDatabase(databaseUrl!)
const [protocol] = await loadProtocols(database)
const reader = await openChainReader({ chainId: protocol!.token.chainId, urls: [rpcUrl!] })
process.stderr.write('begin\n')
await syncToken({
  token: protocol!.token,
  tokenId: protocol!.tokenId,
  reader,
  database,
  finalized: await reader.readFinalizedBlock(),
  piece: { logs: 20, blocks: 1_000_000 },
  onProgress: ({ done }) => process.stdout.write(`${done}\n`),
})
await database.close()
