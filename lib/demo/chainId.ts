/** The demo chain's, as anvil has it. */
export const chainId = 31337
