/** What is wrong with the environment, all of it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}\nWhat each variable means is in .env.example.`)
  }
}
