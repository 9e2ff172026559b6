import { buildPages } from '@/lib/commands/start/build'
console.log(await buildPages({ root: '/work/files', signal: new AbortController().signal }))
