import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKinds, accountRoles, confidences, type AccountRole, type Label } from '../domain/label'
import { labelOrigins, toStatement, type LabelOrigin, type LabelStatement } from '../domain/labelStatement'
import { toCounting, toEffectiveLabels } from './effectiveLabels'

const address = `0x${'a'.repeat(40)}` as const
const says = (origin: LabelOrigin, rest: Partial<LabelStatement>): LabelStatement => ({
  address, origin, file: '', kind: 'unknown', role: null, name: null, source: `https://${origin.toLowerCase()}.example`, asOf: '2026-01-01', confidence: 'certain', entity: null, exclusion: null, ...rest,
})
const only = (...statements: LabelStatement[]) => toEffectiveLabels(statements)[0]

describe('one label out of several', () => {
  it('is the protocol’s file’s, word for word, where that alone speaks', () => {
    const labels: Label[] = [
      { address, kind: 'contract', role: 'timelock', name: 'Timelock', source: 'https://example.org', asOf: '2026-01-01' },
      { address: `0x${'b'.repeat(40)}`, kind: 'unknown', role: null, name: '\u202ex', source: 'seen', asOf: '2026-01-02', confidence: 'guess', entity: 'E' },
    ]
    expect(toEffectiveLabels(labels.map(toStatement))).toEqual(labels)
  })

  it('hears the protocol’s file before an imported one, that before an address book, that before the chain', () => {
    const order: LabelOrigin[] = ['protocol', 'imported', 'addressBook', 'chain']
    expect(order.toSorted()).toEqual(Object.keys(labelOrigins).toSorted())
    const all = order.map((origin) => says(origin, { name: origin, role: 'vault', source: 's' }))
    order.forEach((origin, place) => expect(only(...all.slice(place).reverse())).toMatchObject({ name: origin }))
  })

  it('takes each part from the first who says it, and says who says the role where it is another', () => {
    const label = only(says('chain', { kind: 'contract', name: 'ERC-4626 vault', role: 'vault' }), says('imported', { kind: 'person', name: 'Ada', entity: 'Ada & Co', confidence: 'likely' }))
    expect(label).toEqual({
      address, kind: 'contract', role: 'vault', name: 'Ada', source: 'https://imported.example', asOf: '2026-01-01', roleSource: 'https://chain.example', confidence: 'likely', entity: 'Ada & Co',
    })
  })

  it('says which statement counts for which part', () => {
    const [chain, imported] = [says('chain', { name: 'ERC-4626 vault', role: 'vault' }), says('imported', { name: 'Ada', entity: 'Ada & Co' })]
    const counting = toCounting([chain, imported])
    expect([counting.name, counting.role, counting.entity, counting.exclusion]).toEqual([imported, chain, imported, null])
    expect(toCounting([])).toEqual({ name: null, role: null, entity: null, exclusion: null })
  })

  it('believes the chain about code, and others that the code is a multisig', () => {
    expect(only(says('protocol', { kind: 'person' }), says('chain', { kind: 'contract' }))?.kind).toBe('contract')
    expect(only(says('protocol', { kind: 'multisig' }), says('chain', { kind: 'contract' }))?.kind).toBe('multisig')
    expect(only(says('protocol', { kind: 'contract' }), says('chain', { kind: 'multisig' }))?.kind).toBe('multisig')
    expect(only(says('imported', { kind: 'multisig' }), says('chain', { kind: 'unknown' }))?.kind).toBe('multisig')
  })

  it('of one origin takes the more certain, then the later, then the file that comes first by name', () => {
    const file = (name: string, rest: Partial<LabelStatement>) => says('imported', { file: name, name, ...rest })
    expect(only(file('a', { confidence: 'guess', asOf: '2026-03-01' }), file('b', { confidence: 'likely' }))?.name).toBe('b')
    expect(only(file('a', {}), file('b', { asOf: '2026-03-01' }))?.name).toBe('b')
    expect(only(file('b', {}), file('a', {}))?.name).toBe('a')
  })

  it('calls an account that nobody names after its role, or its kind', () => {
    expect(only(says('imported', { role: 'marketMaker' }))?.name).toBe('market maker')
    expect(only(says('chain', { kind: 'contract' }))?.name).toBe('contract')
  })

  it('is the same in whatever order things are said (law 4)', () => {
    const statement = fc.record({
      origin: fc.constantFrom(...(Object.keys(labelOrigins) as LabelOrigin[])),
      kind: fc.constantFrom(...accountKinds),
      role: fc.constantFrom(null, ...(Object.keys(accountRoles) as AccountRole[])),
      name: fc.constantFrom(null, 'a', 'b'),
      confidence: fc.constantFrom(...confidences),
      asOf: fc.constantFrom('2026-01-01', '2026-01-02'),
    })
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), fc.integer(), (parts, turn) => {
        // A place says one thing of an account: each its own file.
        const statements = parts.map((part, index) => says(part.origin, { ...part, file: String(index) }))
        const turned = statements.map((_, index) => statements[(((index + turn) % statements.length) + statements.length) % statements.length]!)
        expect(toEffectiveLabels(turned)).toEqual(toEffectiveLabels(statements))
      }),
    )
  })
})
