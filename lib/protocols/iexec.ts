import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, zero } from './parts/knownAccounts'

/** iExec: computing on rented machines. RLC was sold in April 2017; the work is done on a chain of its own and, since 2025, on Arbitrum. */
export const iexec: ProtocolInput = {
  slug: 'iexec',
  name: 'iExec',
  category: 'compute',
  website: 'https://www.iex.ec',
  token: {
    chainId: 1,
    address: '0x607f4c5bb672230e8672085532f7e901544a7375',
    symbol: 'RLC',
    name: 'iExec RLC',
    decimals: 9,
    // An approximation on the safe side: the sale began on 19 April 2017, about block 3,560,000.
    firstBlock: 3_500_000,
  },
  money: ethereumMoney,
  pools: [],
  labels: [dead, zero],
  caveats: [
    {
      en:
        'RLC that was brought to Bellecour, iExec’s own chain, and to Arbitrum lies in bridges on Ethereum, which no published list ' +
        'names: they appear as holders. On Bellecour RLC is the chain’s money and leaves no logs; work on Arbitrum is told of iExec (Arbitrum).',
      de:
        'RLC, die auf Bellecour, iExecs eigene Chain, und auf Arbitrum gebracht wurden, liegen auf Ethereum in Brücken, die keine ' +
        'veröffentlichte Liste nennt: Sie erscheinen als Halter. Auf Bellecour ist RLC das Geld der Chain und hinterlässt keine Logs; ' +
        'Arbeit auf Arbitrum steht bei iExec (Arbitrum).',
    },
    {
      en: 'Holdings of the company and its treasury are not labelled: no published list names their addresses.',
      de: 'Bestände der Firma und ihrer Treasury tragen keine Bezeichnung: Keine veröffentlichte Liste nennt ihre Adressen.',
    },
  ],
}
