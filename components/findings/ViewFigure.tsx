import type { View } from '@/lib/publish/view'
import { shortTable } from '@/lib/views/shortTable'
import { ShownView } from '../publication/ShownView'

/** So many rows of a table stand here, evenly from the first to the last; its own page has all. */
const rowsShown = 12

/** Any view as part of a claim. */
export const ViewFigure = ({ view, page }: { view: View; page: string }) => <ShownView view={view} page={page} table={shortTable(view.table, rowsShown)} framed />
