import { startPostgres } from '@/db/embedded/startPostgres'
import { writeFileSync } from 'node:fs'
const server = await startPostgres({ directory: '/tmp/files-bench/pg', durable: false })
writeFileSync('/tmp/files-bench/url', server.url)
process.on('SIGTERM', async () => { await server.stop(); process.exit(0) })
setInterval(() => 0, 1e6)
