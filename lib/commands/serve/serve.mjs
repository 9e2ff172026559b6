// Plain JavaScript: node needs the loader that reads TypeScript first. What it does: servePort.ts.
import { join } from 'node:path'
import { register } from 'tsx/esm/api'

const [root = '', port = ''] = process.argv.slice(2)
register({ tsconfig: join(root, 'tsconfig.json') })
const { servePort } = await import('./servePort.ts')
await servePort({ root, port: Number(port) })
