import type { ProtocolInput } from '@/lib/domain/protocol'
import { ethereumMoney } from './parts/ethereumMoney'
import { dead, polygonPredicate, zero } from './parts/knownAccounts'

/** Golem: computing on rented machines. Providers are paid in GLM, on Polygon; what is agreed stands off the chain. */
export const golem: ProtocolInput = {
  slug: 'golem',
  name: 'Golem',
  category: 'compute',
  website: 'https://golem.network',
  token: {
    chainId: 1,
    address: '0x7dd9c5cba05e151c895fde1cf355c9a1d5da6429',
    symbol: 'GLM',
    name: 'Golem Network Token',
    decimals: 18,
    // An approximation on the safe side: GNT was exchanged for GLM from November 2020 on.
    firstBlock: 11_000_000,
  },
  money: ethereumMoney,
  pools: [],
  labels: [dead, zero, polygonPredicate],
  caveats: [
    {
      en:
        'GLM came in exchange for GNT, the token of the sale of November 2016, and comes still: whoever exchanges late seems to ' +
        'arrive late. GNT that nobody has exchanged is in no GLM.',
      de:
        'GLM entsteht im Tausch gegen GNT, den Token des Verkaufs vom November 2016, bis heute: Wer spät tauscht, scheint spät ' +
        'gekommen zu sein. GNT, die niemand getauscht hat, stecken in keinem GLM.',
    },
    {
      en:
        'Providers and requestors agree off the chain and pay in GLM on Polygon, without a log that says what for: neither ' +
        'providers nor their earnings can be told, and providers stake nothing. What lies on Polygon appears as one holder, the bridge.',
      de:
        'Anbieter und Auftraggeber einigen sich außerhalb der Chain und zahlen in GLM auf Polygon, ohne ein Log, das sagt, wofür: ' +
        'Weder Anbieter noch ihre Erträge lassen sich nennen, und Anbieter setzen nichts ein. Was auf Polygon liegt, erscheint als ein ' +
        'Halter, die Brücke.',
    },
    {
      en: 'Holdings of the company and of the foundation are not labelled: no published list names their addresses.',
      de: 'Bestände der Firma und der Stiftung tragen keine Bezeichnung: Keine veröffentlichte Liste nennt ihre Adressen.',
    },
  ],
}
