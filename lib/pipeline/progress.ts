/** How far a long step is: for a line with a count, a rate and what is left. `unit` is what is counted, as in 'blocks'. */
export interface Progress {
  label: string
  unit: string
  done: number
  total: number
}

export type OnProgress = (progress: Progress) => void
