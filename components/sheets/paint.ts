import { dark, light, toThemeCss, type Colours } from '../theme'

type Rgb = readonly [number, number, number]

const themes = { light, dark } as const
export type Paint = keyof typeof themes | 'auto'

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const fromLinear = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

/** Björn Ottosson, A perceptual color space for image processing (2020): linear sRGB → cone responses → Lab, and back. */
function toOklab(hex: string): Rgb {
  const [r, g, b] = [1, 3, 5].map((at) => toLinear(parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab([lightness, a, b]: Rgb): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${channels.map((value) => Math.round(255 * Math.min(1, Math.max(0, fromLinear(Math.max(0, value))))).toString(16).padStart(2, '0')).join('')}`
}

/**
 * Two colours mixed in OKLab, as `color-mix(in oklab, …)` does.
 *
 * @param part of the first, 0 to 1
 * @example mixColours('#000000', '#ffffff', 0.5) // '#636363'
 */
export function mixColours(first: string, second: string, part: number): string {
  const [a, b] = [toOklab(first), toOklab(second)]
  return fromOklab([0, 1, 2].map((at) => a[at]! * part + b[at]! * (1 - part)) as unknown as Rgb)
}

const font = /var\(--font-text, ([^)]*)\)/g
const property = /var\(--color-([a-z0-9]+), #[0-9a-f]{6}\)/g
const mix = /color-mix\(in oklab, (#[0-9a-f]{6}) (\d+)%, (#[0-9a-f]{6})\)/g

/**
 * A drawing's colours for a picture that stands alone: plain ones, as many programs that show SVG know neither properties nor mixing.
 * 'auto' keeps the properties and brings the themes along: the reader's system chooses.
 *
 * @param svg as drawn, with `var(--color-…, #…)`
 * @example paint('<path fill="var(--color-text, #1f1d1a)"/>', 'dark') // '<path fill="#ece8df"/>'
 */
export function paint(svg: string, theme: Paint): string {
  const drawn = svg.replace(font, '$1')
  if (theme === 'auto') return drawn.replace('>', `><style>${toThemeCss({ colours: true })}</style>`)
  const colours: Readonly<Record<string, string>> = { ...themes[theme] } satisfies Record<keyof Colours, string>
  return drawn
    .replace(property, (whole, name: string) => colours[name] ?? whole)
    .replace(mix, (_, first: string, part: string, second: string) => mixColours(first, second, Number(part) / 100))
}
