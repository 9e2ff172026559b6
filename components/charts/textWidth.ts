const narrow = /[ijlItfr.,:;'|!()[\] \u00a0\u202f]/
const wide = /[MWmw@%–—…ÄÖÜOQGD]/

/**
 * About how wide a text is set in Inter. A server has no font to measure with; the three classes are within a tenth of the true width
 * for names, numbers and addresses, and err on the wide side.
 */
export function toTextWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += narrow.test(letter) ? 0.33 : wide.test(letter) ? 0.86 : 0.62
  return ems * size
}

/** Breaks a text at spaces into lines that fit; a single long word stays whole and may be wider. */
export function toLines(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && toTextWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Cuts a text that does not fit, and says so with an ellipsis. */
export function toFitting(text: string, size: number, width: number): string {
  if (toTextWidth(text, size) <= width) return text
  let letters = [...text]
  while (letters.length > 1 && toTextWidth(`${letters.join('')}…`, size) > width) letters = letters.slice(0, -1)
  return `${letters.join('').trimEnd()}…`
}
