import { expect, it } from 'vitest'
import { readListWord, toListWord } from './listWord'

it('names a list by its day and the first twelve digits of its file, and reads nothing else', () => {
  // printf 'hello\n' | sha256sum
  const word = toListWord('2026-04-01', '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03')
  expect(word).toBe('imported-2026-04-01-5891b5b522d5')
  expect(readListWord(word)).toEqual({ day: '2026-04-01', key: '5891b5b522d5' })
  for (const wrong of ['', 'imported-2026-04-01', `${word}0`, word.replace('imported', 'list'), word.toUpperCase(), `${word}\n`, 'imported-2026-04-01-5891b5b522dg']) expect(readListWord(wrong), wrong).toBeNull()
})
