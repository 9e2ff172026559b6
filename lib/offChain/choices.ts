import type { Support } from '@/lib/domain/ballot'

/** Words for each way to vote, as spaces write them; compared without case, marks and emoji. */
const words: Readonly<Record<Support, readonly string[]>> = {
  for: ['for', 'yes', 'yae', 'yea', 'yay', 'aye', 'y', 'in favor', 'in favour', 'in support', 'support', 'approve', 'accept', 'agree', 'vote for', 'vote yes'],
  against: ['against', 'no', 'nay', 'nae', 'n', 'oppose', 'reject', 'decline', 'disagree', 'deny', 'vote against', 'vote no'],
  abstain: ['abstain', 'abstention', 'i abstain', 'abstain from voting', 'no vote', 'neutral'],
}

/** What follows a word and only explains it: 'For: enable the fee', 'No - leave it as it is', 'Yes (upgrade)'. */
const explained = /^([\p{L} ]+?)\s*[-–—:,;.(!|].*$/u

/**
 * Which way each option of a proposal votes, where it is a question of for and against.
 *
 * Snapshot's *basic* vote is for, against and abstention in this order, whatever they are called. A *single choice* is such a question where each
 * option is one of the words above, alone or before an explanation, none twice, and both for and against are among them. All else is a choice
 * among options: approval, ranked choice, weighted, quadratic.
 *
 * @param type as Snapshot says it; null, as old proposals have, is a single choice
 * @returns one way an option; null where it is no question of for and against
 * @example toSupports('single-choice', ['YAE', 'NAY', 'Abstain']) // ['for', 'against', 'abstain']
 * @example toSupports('single-choice', ['Fee of 0.05%', 'Fee of 1%', 'No fee']) // null
 */
export function toSupports(type: string | null, options: readonly string[]): readonly Support[] | null {
  if (type !== null && type !== 'basic' && type !== 'single-choice') return null
  const found = options.map(toSupport)
  const named = found.flatMap((support) => support ?? [])
  if (named.length === options.length && new Set(named).size === named.length && named.includes('for') && named.includes('against')) return named
  const inOrder = ['for', 'against', 'abstain'] as const
  return type === 'basic' && (options.length === 2 || options.length === 3) ? inOrder.slice(0, options.length) : null
}

function toSupport(option: string): Support | null {
  const plain = toPlain(explained.exec(option.trim())?.[1] ?? option)
  return (Object.keys(words) as Support[]).find((support) => words[support].includes(plain)) ?? null
}

const toPlain = (text: string): string => text.toLowerCase().replace(/[^\p{L} ]/gu, '').replace(/ +/g, ' ').trim()
