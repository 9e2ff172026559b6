import fc from 'fast-check'
import { toDataTable } from './dataTable'
import { describe, expect, it } from 'vitest'
import { readCitation, toBibtex, toCitationText, toRis, type Citable } from './citation'
import { toCanonicalJson } from './canonicalJson'
import { toContentHash } from './identity'
import { toPercentDecimal } from './plainDecimal'

const citable: Citable = {
  title: 'Who holds 100 % of A&B_{C}', of: 'Über $wap', block: { number: 21_500_000, hash: `0x${'ab'.repeat(32)}` }, day: '2026-04-01', lens: 'circulating',
  labelVersion: '4f0c21aa9e07', methodVersion: 1, contentHash: 'cd'.repeat(32), address: 'https://lorenz.example/charts/uniswap/lorenz@21500000?lens=circulating&lang=de',
}

describe('a citation', () => {
  it('says in words where the figures are from', () => {
    expect(toCitationText(citable, 'en')).toBe(
      `Lorenz (2026): “Who holds 100 % of A&B_{C}” (Über $wap), block 21500000 (0x${'ab'.repeat(32)}), 2026-04-01, lens circulating, labels 4f0c21aa9e07, method 1, sha256:${'cd'.repeat(32)}. ` +
      'https://lorenz.example/charts/uniswap/lorenz@21500000?lens=circulating&lang=de Licence: CC BY 4.0.',
    )
    expect(toCitationText(citable, 'de')).toMatch(/^Lorenz \(2026\): „Who holds .*“ \(Über \$wap\), Block 21500000 .* Sicht circulating, Bezeichnungen 4f0c21aa9e07, Methode 1, /)
  })

  // LaTeX, the ten characters that mean something: # $ % & ~ _ ^ \ { }
  it('is BibTeX that LaTeX can set', () => {
    const entry = toBibtex(citable, 'lorenz-uniswap')
    expect(entry).toContain('title = {{Who holds 100 \\% of A\\&B\\_\\{C\\} (Über \\$wap)}},')
    expect(entry).toContain('year = {2026},\n  month = {4},\n  url = {https://lorenz.example/charts/uniswap/lorenz@21500000?lens=circulating&lang=de},')
    expect([...entry].filter((sign) => sign === '{').length).toBe([...entry].filter((sign) => sign === '}').length)
  })

  it('is RIS: a tag of two letters, two blanks, a dash and a blank on every line, from TY to ER', () => {
    const lines = toRis({ ...citable, title: 'two\nlines' }).split('\r\n')
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
    expect([lines[0], lines.at(-2)]).toEqual(['TY  - DATA', 'ER  - '])
  })

  it.each(['en', 'de', 'bibtex', 'ris'] as const)('can be read again: %s', (form) => {
    const text = form === 'bibtex' ? toBibtex(citable, 'x') : form === 'ris' ? toRis(citable) : toCitationText(citable, form)
    const read = readCitation(text)
    expect(read).toMatchObject({ path: '/charts/uniswap/lorenz@21500000', contentHash: 'cd'.repeat(32), labelVersion: '4f0c21aa9e07', methodVersion: 1 })
    expect(read?.query.get('lens')).toBe('circulating')
  })

  it('is an address, too; other words are none', () => {
    expect(readCitation('see https://lorenz.example/de/charts/uniswap/lorenz%4012.')?.path).toBe('/charts/uniswap/lorenz@12')
    expect(readCitation('Lorenz (2026)')).toBeNull()
  })
})

describe('a fingerprint', () => {
  const toRows = (rows: readonly (string | null)[]) => ({ id: 'x', data: toDataTable([{ name: 'a', kind: 'number', value: (cell: string | null) => cell }], rows) })
  const view = toRows(['1', null])
  const identity = { protocol: 'uniswap', pool: null, lens: 'raw', block: { number: 1, hash: '0x00' } }

  // RFC 8785: names in order, no blanks; then printf '%s' '…' | sha256sum.
  it('is that of the canonical JSON', () => {
    expect(toCanonicalJson({ b: [1, null, 'ä"'], a: { d: true, c: '' } })).toBe('{"a":{"c":"","d":true},"b":[1,null,"ä\\""]}')
    expect(() => toCanonicalJson(0.1)).toThrow('write it as a string')
    // printf '%s' '{"block":{"hash":"0x00","number":1},"chart":"x","columns":["a"],"lens":"raw","pool":null,"protocol":"uniswap","rows":[["1"],[null]]}' | sha256sum
    expect(toContentHash(view, identity)).toBe('366a78a78cd252aa0abc8806fcad0a0b3cf9072d787ce1ef3626166d9806f763')
  })

  it('is another one as soon as anything differs', () => {
    const hash = toContentHash(view, identity)
    expect(toContentHash(view, { ...identity, lens: 'circulating' })).not.toBe(hash)
    expect(toContentHash(toRows(['1', '0']), identity)).not.toBe(hash)
  })
})

it('a share in per cent has the digits of the share', () => {
  expect(['0', '7', '29', '100', '0.05', '12.5', '-3']).toEqual([0, 0.07, 0.29, 1, 0.0005, 0.125, -0.03].map(toPercentDecimal))
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => void expect(Number(`${toPercentDecimal(share)}e-2`)).toBe(share === 0 ? 0 : share)))
})
