import { expect, it } from 'vitest'
import { formatTick } from './formatTick'

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ')
const day = 86_400

it.each([
  [0.25, 'share', 0.25, '25%', '25 %'],
  [0.005, 'share', 0.005, '0.5%', '0,5 %'],
  [0.6, 'index', 0.2, '0.6', '0,6'],
  [0.30000000000000004, 'index', 0.1, '0.3', '0,3'],
  [0.75, 'ratio', 0.25, '0.75', '0,75'],
  [0, 'count', 500, '0', '0'],
  [1000, 'count', 0, '1,000', '1.000'],
  [5000, 'count', 5000, '5k', '5.000'],
  [1200000, 'amount', 200000, '1.2m', '1,2 Mio.'],
  [0.001, 'share', 0, '0.1%', '0,1 %'],
  [1711929600, 'date', 366 * day, '2024', '2024'],
  [1711929600, 'date', 91 * day, 'Apr 2024', 'Apr. 2024'],
  [1711929600, 'date', 7 * day, '1 Apr', '1. Apr.'],
  [1711929600, 'date', 6 * 3600, '00:00', '00:00'],
] as const)('%s as %s, step %s', (value, format, step, en, de) => {
  expect(plain(formatTick(value, format, step, 'en'))).toBe(en)
  expect(plain(formatTick(value, format, step, 'de'))).toBe(de)
})
