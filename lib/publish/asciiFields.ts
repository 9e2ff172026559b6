/** How a field of digits is put straight into a file's bytes: a string for each field of a long file would be most of its time and all of its waste. */
const [zero, point] = [48, 46]

/**
 * Writes ASCII text.
 *
 * @returns where it ends
 * @example writeAscii('12', bytes, 0) // 2
 */
export function writeAscii(text: string, into: Uint8Array, at: number): number {
  for (let place = 0; place < text.length; place++) into[at++] = text.charCodeAt(place)
  return at
}

/**
 * Writes an amount in tokens, as `placePoint` gives it.
 *
 * @param digits smallest units, a decimal integer, not negative
 * @returns where it ends
 * @example writeTokens('1234500', 6, bytes, 0) // 6, for '1.2345'
 */
export function writeTokens(digits: string, decimals: number, into: Uint8Array, at: number): number {
  const whole = digits.length - decimals
  if (whole <= 0) into[at++] = zero
  for (let place = 0; place < whole; place++) into[at++] = digits.charCodeAt(place)
  let end = digits.length
  while (end > 0 && end > whole && digits.charCodeAt(end - 1) === zero) end -= 1
  if (end <= Math.max(0, whole)) return at
  into[at++] = point
  for (let place = whole; place < end; place++) into[at++] = place < 0 ? zero : digits.charCodeAt(place)
  return at
}

/** A hundred, and twelve decimal places. */
const perCentScale = 1e14
/** So many digits make an integer that a double holds. */
const exactDigits = 15
const powers = Array.from({ length: 80 }, (_, power) => Number(`1e${power}`))
/** Six roundings to 2⁻⁵³ each; above, also the digits that are left out: less than one in the fifteenth of at least 10¹⁴. */
const [tooMuch, tooLittle] = [1 - 1e-15, 1 + 1.2e-14]

/**
 * Writes amounts in per cent of a total, as `toPercent` gives them: exactly, cut after twelve decimal places. Doubles tell nearly all of them, since
 * they are known to within less than the next whole number; where they do not, integers do.
 *
 * @param total smallest units, positive
 * @param exact what `toPercent` says of the digits
 * @example createPercentWriter(3n, exact)('1', bytes, 0) // 15, for '33.333333333333'
 */
export function createPercentWriter(total: bigint, exact: (digits: string) => string): (digits: string, into: Uint8Array, at: number) => number {
  const factor = perCentScale / Number(total)
  return (digits, into, at) => {
    const count = digits.length < exactDigits ? digits.length : exactDigits
    let leading = 0
    for (let place = 0; place < count; place++) leading = leading * 10 + digits.charCodeAt(place) - zero
    const about = leading * (powers[digits.length - count] ?? Infinity) * factor
    const scaled = Math.floor(about * tooMuch)
    if (!(about * tooLittle < scaled + 1) || about >= perCentScale * 10) return writeAscii(exact(digits), into, at)
    return writeTwelvePlaces(scaled, into, at)
  }
}

/** Writes a whole number of 10⁻¹². */
function writeTwelvePlaces(scaled: number, into: Uint8Array, at: number): number {
  const whole = Math.floor(scaled / 1e12)
  const rest = scaled - whole * 1e12
  const [upper, lower] = [Math.floor(rest / 1e6), rest % 1e6]
  let end = writeAscii(String(whole), into, at)
  if (rest === 0) return end
  into[end++] = point
  end = writeSix(lower, into, writeSix(upper, into, end))
  while (into[end - 1] === zero) end -= 1
  return end
}

/** Writes six digits. */
function writeSix(value: number, into: Uint8Array, at: number): number {
  let left = value | 0
  for (let place = at + 5; place >= at; place--) {
    const next = (left / 10) | 0
    into[place] = zero + left - next * 10
    left = next
  }
  return at + 6
}
