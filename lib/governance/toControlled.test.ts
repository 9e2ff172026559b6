import { expect, it } from 'vitest'
import { protocolSchema } from '../domain/protocol'
import { toControlled } from './toControlled'

const at = (digit: string) => `0x${digit.repeat(40)}`
const label = (digit: string, kind: string, role: string | null, name: string) => ({ address: at(digit), kind, role, name, source: 'by hand', asOf: '2026-01-01' })
const toProtocol = (controlled: unknown[]) => protocolSchema.parse({
  slug: 'one', name: 'One', category: 'lending', website: 'https://example.org',
  token: { chainId: 1, address: at('1'), symbol: 'ONE', name: 'One', decimals: 18, firstBlock: 1 },
  labels: [label('2', 'contract', 'timelock', 'Timelock'), label('3', 'multisig', 'treasury', 'Foundation'), label('4', 'contract', 'pool', 'Pool'), label('5', 'multisig', 'timelock', 'Both')],
  governance: { governors: [{ source: 'openZeppelin', address: at('2'), name: 'Governor', firstBlock: 1, fact: 'by hand' }], controlled },
})

it('what the file names; else token, Governors, timelocks and wallets of several keys, each once', () => {
  expect(toControlled(toProtocol([])).map(({ name }) => name)).toEqual(['ONE', 'Governor', 'Foundation', 'Both'])
  expect(toControlled(toProtocol([{ address: at('7'), name: 'Proxy', fact: 'by hand' }])).map(({ name }) => name)).toEqual(['Proxy'])
})
