/** How a program reads our files, as it is written there. */
export interface ProgramSnippet {
  /** The program's name */
  title: string
  text: string
}

/** The files that the snippets read, by what they hold. */
const toAddresses = (origin: string, slug: string) => ({
  holders: `${origin}/charts/${slug}/holdersTable.csv`,
  metrics: `${origin}/charts/${slug}/metricsTable.csv`,
  gini: `${origin}/charts/${slug}/concentrationOverTime-gini.csv`,
  page: `${origin}/api/v1/protocols/${slug}/holders?limit=1000`,
})

/**
 * What Stata must be told of our files (its help file of `import delimited`): without it text is read as Latin-1, a quoted line break ends a row, and figures
 * are kept as `float`, seven digits of them.
 */
const stataOptions = 'varnames(1) encoding("utf-8") bindquotes(strict) asdouble'

/**
 * Snippets that read a protocol's files in spreadsheets and statistics programs. `balance_raw` has more digits than a number there can hold
 * and is read as text; `balance` is the same amount in whole tokens.
 *
 * @param origin as in 'https://lorenz.example'
 * @example toSnippets('https://lorenz.example', 'uniswap')[0]?.text // '=IMPORTDATA("https://lorenz.example/charts/uniswap/metricsTable.csv")'
 */
export function toSnippets(origin: string, slug: string): ProgramSnippet[] {
  const { holders, metrics, gini, page } = toAddresses(origin, slug)
  return [
    { title: 'Google Sheets', text: `=IMPORTDATA("${metrics}")` },
    {
      title: 'pandas (Python)',
      text: [
        'import pandas as pd',
        '',
        `holders = pd.read_csv("${holders}", dtype={"balance_raw": "string"})`,
        `gini = pd.read_csv("${gini}", parse_dates=["day"], index_col="day")`,
        'gini["gini"].plot()',
      ].join('\n'),
    },
    {
      title: 'R',
      text: [
        `holders <- read.csv("${holders}", colClasses = c(balance_raw = "character"))`,
        `gini <- read.csv("${gini}", colClasses = c(day = "Date"))`,
        'plot(gini$day, gini$gini, type = "l")',
      ].join('\n'),
    },
    {
      title: 'Stata',
      text: [
        `import delimited using "${holders}", ${stataOptions} stringcols(2 4 11 15) clear`,
        `import delimited using "${gini}", ${stataOptions} clear`,
        'generate date = date(day, "YMD")',
        'format date %td',
        'line gini date',
      ].join('\n'),
    },
    {
      title: 'Python, page by page',
      text: [
        'import json',
        'from urllib.parse import urljoin',
        'from urllib.request import urlopen',
        '',
        `url = "${page}"`,
        'holders = []',
        'while url:',
        '    answer = json.load(urlopen(url))',
        '    holders += answer["data"]',
        '    url = answer["links"]["next"] and urljoin(url, answer["links"]["next"])',
      ].join('\n'),
    },
    { title: 'curl', text: `curl -s "${origin}/api/v1/protocols/${slug}/snapshots/latest"` },
  ]
}
