import { openDatabase } from '@/db/database'
import { migrate } from '@/db/migrate'
import { startPostgres } from '@/db/embedded/startPostgres'
import { fillLarge } from '/work/files/bench/web/fillLarge'
const server = await startPostgres({ directory: '/tmp/files-bench/pg', durable: false })
const database = openDatabase(server.url)
await migrate(database)
await fillLarge(database, { holders: 400000, days: 30 })
await database.pool.query('analyze')
await database.close(); await server.stop()
