export * from './alerts'
export * from './ledger'
export * from './protocols'
export * from './snapshots'
