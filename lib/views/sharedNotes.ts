/**
 * Notes that stand under more than one of several views: where these stand under one another, such notes are said once for all.
 *
 * @returns in the order in which they first stand
 * @example toSharedNotes([{ notes: ['Block 7.', 'By day.'] }, { notes: ['Block 7.'] }]) // ['Block 7.']
 */
export function toSharedNotes(views: readonly { notes: readonly string[] }[]): string[] {
  const all = views.flatMap(({ notes }) => [...new Set(notes)])
  return [...new Set(all.filter((note) => all.indexOf(note) !== all.lastIndexOf(note)))]
}
