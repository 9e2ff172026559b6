/** The colours of one theme. Series colours are for strokes and fills (3:1 against the background); the rest is text (4.5:1) or rules. */
export interface Colours {
  background: string
  /** Tables' heads, notes and fields: a shade off the background. */
  surface: string
  text: string
  muted: string
  link: string
  /** Rules between rows and grid lines: decoration, never the only sign of anything. */
  rule: string
  /** Edges of fields and buttons, axes: 3:1 against the background (WCAG 1.4.11). */
  edge: string
  focus: string
  good: string
  bad: string
  warning: string
  series1: string
  series2: string
  series3: string
  series4: string
  reference: string
}

/** Series after the UK Government Analysis Function's palette. Its orange and turquoise are darker here, to hold 3:1 on warm paper,
 * and its dark pink redder: in protanopia it came too near the blue. */
export const light: Colours = {
  background: '#fdfcf9',
  surface: '#f4f1ea',
  text: '#1f1d1a',
  muted: '#5d584f',
  link: '#12436d',
  rule: '#e2ddd2',
  edge: '#857f73',
  focus: '#12436d',
  good: '#1d6b3f',
  bad: '#a3262a',
  warning: '#7d5300',
  series1: '#12436d',
  series2: '#d4541a',
  series3: '#1d8a81',
  series4: '#6b0f2f',
  reference: '#757067',
}

/** A set of its own: the same hues, lifted until they hold on a warm near-black; pale yellow for the fourth, as a pink is turquoise in deuteranopia. */
export const dark: Colours = {
  background: '#181715',
  surface: '#23211e',
  text: '#ece8df',
  muted: '#b3ada1',
  link: '#8fc0ee',
  rule: '#35322d',
  edge: '#8b8579',
  focus: '#f2c14e',
  good: '#7fcf9c',
  bad: '#f29a92',
  warning: '#e3b866',
  series1: '#78b4ec',
  series2: '#f0823f',
  series3: '#4fc4b7',
  series4: '#f3dfa0',
  reference: '#9b958a',
}

export const fonts = {
  heading: "'Source Serif 4 Variable', 'Source Serif 4', Georgia, 'Times New Roman', serif",
  text: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Arial, sans-serif",
  code: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
}

/** Type sizes; a step is about 1.2. `fine` is the smallest there is. */
export const sizes = {
  fine: '0.8125rem',
  small: '0.875rem',
  text: '1rem',
  lead: '1.1875rem',
  heading3: '1.25rem',
  heading2: '1.625rem',
  heading1: 'clamp(1.875rem, 1.4rem + 2vw, 2.625rem)',
}

/** Spacings: 4, 8, 12, 16, 24, 40, 64 px at the usual root size. */
export const spaces = {
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  5: '1.5rem',
  6: '2.5rem',
  7: '4rem',
}

/** Running text stays under 75 letters a line; charts and tables may take the page. */
export const widths = { text: '42rem', page: '70rem' }

/** Type inside charts, in px of the chart's own width. */
export const chartType = { text: 12.5, lineHeight: 16 }

const toProperty = (group: string, name: string, value: string) =>
  `--${group}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`

const toProperties = (group: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => toProperty(group, name, value)).join(' ')

/**
 * A colour as charts use it: the theme's property, and the light theme's value where no theme is loaded (an SVG that stands alone).
 *
 * @example toColour('series1') // 'var(--color-series1, #12436d)'
 */
export const toColour = (name: keyof Colours) => `var(--color-${name}, ${light[name]})`

/**
 * The theme as CSS: custom properties for `:root`, the reader's system setting, and `data-theme` on any element, which wins.
 * Paper is always light.
 *
 * @param colours leaves out type, sizes and spacings: for a drawing that stands alone
 * @example toThemeCss() // ':root { color-scheme: light; --color-background: #fdfcf9; … --font-text: … }'
 */
export function toThemeCss({ colours = false }: { colours?: boolean } = {}): string {
  const lightColours = `color-scheme: light; ${toProperties('color', { ...light })}`
  const darkColours = `color-scheme: dark; ${toProperties('color', { ...dark })}`
  const fixed = colours ? [] : [
    toProperties('font', fonts),
    toProperties('size', sizes),
    toProperties('space', spaces),
    toProperties('width', widths),
  ]
  return [
    `:root { ${lightColours} ${fixed.join(' ')} }`,
    `@media (prefers-color-scheme: dark) { :root { ${darkColours} } }`,
    `[data-theme="light"] { ${lightColours} }`,
    `[data-theme="dark"] { ${darkColours} }`,
    `@media print { :root, [data-theme] { ${lightColours} } }`,
  ].join('\n')
}
