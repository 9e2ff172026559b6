export * from './ledger'
export * from './protocols'
export * from './snapshots'
