import { aaveAddressBook } from './aave'
import type { AddressBook } from './addressBook'
import { synthetixDeployment } from './synthetix'
import { uniswapTokenList } from './tokenList'
import { uniswapSdk } from './uniswap'

/** Every address book that is read where it is installed. */
export const addressBooks: readonly AddressBook[] = [aaveAddressBook, synthetixDeployment, uniswapSdk, uniswapTokenList]
