export { toHolderRow } from '@/lib/pipeline/editions/toHolderRow'
