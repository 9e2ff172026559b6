import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    exclude: [...configDefaults.exclude, '.data/**', '.next/**'],
    globalSetup: ['tests/postgres.ts', 'tests/browser/sharedLorenz.ts'],
    // All tests ask as one visitor.
    env: { LORENZ_RATE_LIMIT: '0' },
    // Node, PostgreSQL, anvil and Chromium share two cores on the smallest machine this runs on.
    maxWorkers: 2,
    // Generous on purpose: a limit here is for what hangs, not for what is slow on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
