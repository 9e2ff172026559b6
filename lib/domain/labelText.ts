/** Characters that are not seen and change how others are: controls, marks of direction, zero widths, halves of pairs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/gu

/**
 * Words that somebody else chose, made fit to be kept: one line, without what cannot be seen, at most so many characters. Markup stays as it
 * is written, because it is text wherever it is shown.
 *
 * @param longest in characters; what is cut off leaves an ellipsis
 * @returns '' where nothing is left
 * @example toLabelText(' Binance\u202e 14\n', 120) // 'Binance 14'
 */
export function toLabelText(text: string, longest: number): string {
  // Before anything looks at each character: a name may be as long as the file.
  const start = text.slice(0, longest * 8).normalize('NFC')
  const seen = [...start.replace(/\s+/gu, ' ').replace(unseen, '').replace(/ +/g, ' ').trim()]
  return seen.length > longest ? `${seen.slice(0, longest - 1).join('').trimEnd()}…` : seen.join('')
}
