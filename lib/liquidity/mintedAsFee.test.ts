import { expect, it } from 'vitest'
import { mintedAsFee } from './mintedAsFee'

it.each([
  // √12100 = 110, √10000 = 100: 650 · 10 / 650 = 10.
  ['growth', [121n, 100n], 10_000n, 650n, 10n],
  // 649 · 10 / 650 = 9.98…
  ['rounded down', [121n, 100n], 10_000n, 649n, 9n],
  // √12099 = 109.99…, rounded down 109: 650 · 9 / 645 = 9.06…
  ['a root rounded down', [12_099n, 1n], 10_000n, 650n, 9n],
  ['no growth', [100n, 100n], 10_000n, 650n, 0n],
  ['a loss', [99n, 100n], 10_000n, 650n, 0n],
  // (2¹¹² − 1)² is a square: its root is exact. 2¹¹¹ is half of 2¹¹²: (2¹¹² − 1 − 2¹¹¹) / (5 · (2¹¹² − 1) + 2¹¹¹) of 55 is 4.99…
  ['the largest reserves', [2n ** 112n - 1n, 2n ** 112n - 1n], 2n ** 222n, 55n, 4n],
] as const)('mintedAsFee: %s', (_, reserves, kLast, totalSupply, minted) => {
  expect(mintedAsFee({ reserves, kLast, totalSupply })).toBe(minted)
})
