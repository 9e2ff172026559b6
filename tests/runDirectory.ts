const variable = 'LORENZ_TEST_DIRECTORY'

/** Says where this run of the tests keeps what its files share. Called once, by the global setup; workers inherit it. */
export function setRunDirectory(directory: string): void {
  process.env[variable] = directory
}

/** A directory of this run's own, gone after it: what was made once for all files lies there. @throws outside of vitest */
export function findRunDirectory(): string {
  const directory = process.env[variable]
  if (!directory) throw new Error('This works in vitest only, with tests/postgres.ts as a global setup.')
  return directory
}
