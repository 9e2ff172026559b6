import { expect, it } from 'vitest'
import { toLabelText } from './labelText'

it.each([
  ['  Binance \n 14\t', 'Binance 14'],
  // Markup and formulas are text.
  ['</script><svg onload=alert(1)>', '</script><svg onload=alert(1)>'],
  ['=HYPERLINK("x")', '=HYPERLINK("x")'],
  // U+202E turns what follows around, U+2066 and U+2069 enclose it, U+200B is not seen, NUL is none of Postgres's characters.
  ['\u202egnp.exe', 'gnp.exe'],
  ['a\u2066b\u2069\u200bc\u0000\u0007\u009fd', 'abcd'],
  ['\ud800x\udc00', 'x'],
  // NFC: u and combining dots are one character.
  ['Mu\u0308ller', 'Müller'],
  ['\u200b \ufeff\n', ''],
])('%j is kept as %j', (text, kept) => expect(toLabelText(text, 120)).toBe(kept))

it('cuts what is too long, by whole characters', () => {
  expect(toLabelText('x'.repeat(10_000), 120)).toBe(`${'x'.repeat(119)}…`)
  expect(toLabelText('🦄'.repeat(10), 4)).toBe('🦄🦄🦄…')
  expect(toLabelText('x'.repeat(120), 120)).toBe('x'.repeat(120))
})
