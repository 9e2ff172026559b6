import type { Source } from './source'
import { toNobody } from './toOwnership'

/**
 * What holds a token for its twin on another chain. It names nobody, also where the twin is followed here: its holders counted in place of the
 * escrow, and the escrow as well, would count the same tokens twice.
 */
export const bridgeEscrow: Source = {
  id: 'bridgeEscrow',
  name: { en: 'Bridge escrow', de: 'Brückentreuhand' },
  description: {
    en: 'What lies here is owned on another chain and stays unresolved as a whole. The holders there are not counted in its place, even where that chain is followed.',
    de: 'Was hier liegt, gehört Haltern auf einer anderen Chain und bleibt als Ganzes ungeklärt. Die Halter dort treten nicht an seine Stelle, auch wenn jene Chain hier erfasst wird.',
  },
  role: 'bridge',
  ledgers: () => [],
  logs: () => [],
  toOwnerships: (input) => toNobody(input, 'bridgeEscrow', 'otherChain'),
}
