import type { ProtocolInput } from '@/lib/domain/protocol'
import { dead, zero } from './parts/knownAccounts'
import { saidBy } from './parts/saidBy'

const fact = 'https://docs.iex.ec/get-started/tooling-and-explorers/important-addresses'
const iexecDocs = saidBy(fact, '2026-11-23')

// An approximation on the safe side: iExec came to Arbitrum in 2025, whose first day is about block 290,000,000.
const firstBlock = 290_000_000
const token = '0xe649e6a1f2afc63ca268c2363691cecaf75cf47c'
const [poco, workerpoolRegistry] = ['0x098bfcb1e50ebca0baa92c12ea0c3f045a1ad9f0', '0xe3c13bb4a5068601c6a08041cb50887b07b5f398'] as const

/** iExec where it works: on Arbitrum workers and schedulers deposit RLC and are paid in it for tasks. */
export const iexecArbitrum: ProtocolInput = {
  slug: 'iexec-arbitrum',
  name: 'iExec (Arbitrum)',
  category: 'compute',
  website: 'https://www.iex.ec',
  token: { chainId: 42161, address: token, symbol: 'RLC', name: 'iExec RLC', decimals: 9, firstBlock },
  labels: [
    iexecDocs(poco, 'contract', 'staking', 'iExec: deposits for work'),
    iexecDocs(workerpoolRegistry, 'contract', null, 'Workerpool registry'),
    iexecDocs('0x9950d94fb074182ee93ff79a50cd698c4983281f', 'contract', null, 'App registry'),
    iexecDocs('0x07cc4e1ea30dd02796795876509a3bfc5053128d', 'contract', null, 'Dataset registry'),
    dead,
    zero,
  ],
  wrappers: [{ source: 'pocoEscrow', address: poco, name: 'iExec: deposits for work', firstBlock, assets: [token], fact, contracts: { workerpoolRegistry } }],
  caveats: [
    {
      en:
        'These RLC came over a bridge: on Ethereum they lie with it. To add both chains up would count them twice. What was done on ' +
        'Bellecour, iExec’s own chain, before and beside is not told.',
      de:
        'Diese RLC kamen über eine Brücke: Auf Ethereum liegen sie bei ihr. Wer beide Chains addiert, zählt sie doppelt. Was vorher und ' +
        'daneben auf Bellecour, iExecs eigener Chain, geschah, steht hier nicht.',
    },
    {
      en:
        'Workers and schedulers deposit for themselves, nobody bonds to another: an operator’s stake is its own deposit, also what it may ' +
        'have there to order with. Work is what workers and schedulers were paid for finished tasks; application and data owners are not counted.',
      de:
        'Worker und Scheduler zahlen für sich selbst ein, niemand setzt bei anderen ein: Der Einsatz eines Betreibers ist seine eigene ' +
        'Einlage, auch was er dort vielleicht zum Beauftragen hat. Arbeit ist, was Workern und Schedulern für beendete Aufgaben gezahlt ' +
        'wurde; Eigentümer von Anwendungen und Daten sind nicht gezählt.',
    },
  ],
}
