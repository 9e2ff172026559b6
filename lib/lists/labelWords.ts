import type { AccountRole, Confidence, Label } from '@/lib/domain/label'
import { toKey } from './columnNames'
import { chainWords, kindWords, roleWords } from './roleWords'

const toTable = <Value extends string>(words: Readonly<Record<Value, readonly string[]>>): ReadonlyMap<string, Value> =>
  new Map((Object.entries(words) as [Value, readonly string[]][]).flatMap(([value, spellings]) => [value, ...spellings].map((word) => [toKey(word), value] as const)))

const roles = toTable<AccountRole>(roleWords)
const kinds = toTable<Label['kind']>(kindWords)
const confidenceOf = toTable<Confidence>({
  certain: ['certain', 'high', 'verified', 'confirmed', 'official', 'yes', 'true'],
  likely: ['likely', 'medium', 'probable', 'reported'],
  guess: ['guess', 'low', 'possible', 'inferred', 'unverified', 'suspected'],
})

/** What words about an account come to. */
export interface ReadWords {
  role: AccountRole | null
  kind: Label['kind'] | null
  /** Those that mean nothing here */
  unknown: string[]
}

/**
 * Reads a cell that says what an account does: a word, several with commas, semicolons or bars between them, or a JSON list. The first that is
 * a role is the role; a word such as 'multisig' says the kind.
 *
 * @example readRoleWords('["binance", "Hot Wallet"]') // { role: 'exchange', kind: null, unknown: ['binance'] }
 */
export function readRoleWords(cell: string): ReadWords {
  const words = toWords(cell)
  const known = words.filter((word) => roles.has(toKey(word)))
  return {
    role: known[0] === undefined ? null : roles.get(toKey(known[0]))!,
    kind: words.map(readKind).find((kind) => kind !== null) ?? null,
    unknown: words.filter((word) => !known.includes(word) && readKind(word) === null),
  }
}

/** What an account is; null for a word that says nothing of it. */
export const readKind = (word: string): Label['kind'] | null => kinds.get(toKey(word)) ?? null

/**
 * How far to believe it: a word, a number up to 1, or a percentage. From 0.9 it is certain, from 0.5 likely.
 *
 * @returns null for anything else
 * @example readConfidence('85 %') // 'likely'
 */
export function readConfidence(cell: string): Confidence | null {
  const [, digits, percent] = /^(\d{1,3}(?:\.\d+)?)\s*(%?)$/.exec(cell.trim()) ?? []
  if (digits === undefined) return confidenceOf.get(toKey(cell)) ?? null
  const share = percent ? Number(digits) / 100 : Number(digits)
  return share > 1 ? null : share >= 0.9 ? 'certain' : share >= 0.5 ? 'likely' : 'guess'
}

/** A chain's number; null for a name that is not known. */
export const readChain = (cell: string): number | null => (/^\d{1,15}$/.test(cell.trim()) ? Number(cell) : (chainWords[toKey(cell)] ?? null))

function toWords(cell: string): string[] {
  const text = cell.trim()
  if (roles.has(toKey(text)) || text === '') return text === '' ? [] : [text]
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text)
      if (Array.isArray(list)) return list.map(String).filter((word) => word.trim() !== '')
    } catch {
      // A name may begin with a bracket.
    }
  }
  return text.split(/[,;|]/).map((word) => word.trim()).filter((word) => word !== '')
}
