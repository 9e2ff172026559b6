import { customType, numeric } from 'drizzle-orm/pg-core'
import type { Address } from '@/lib/domain/address'

const toHex = (bytes: Buffer): `0x${string}` => `0x${bytes.toString('hex')}`
const toBytes = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex')

/** 20 bytes, lower-case hexadecimal in code. */
export const address = customType<{ data: Address; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: toBytes,
  fromDriver: toHex,
})

/** 32 bytes, hexadecimal in code. */
export const hash = customType<{ data: `0x${string}`; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: toBytes,
  fromDriver: toHex,
})

/** Smallest units of a token: any uint256, exactly. */
export const amount = (name: string) => numeric(name, { precision: 78, scale: 0, mode: 'bigint' })
