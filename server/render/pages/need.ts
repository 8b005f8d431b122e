/** One thing that waits for a person: what, and where it is done. */
export interface Need {
  text: string
  tone: 'red' | 'amber' | 'blue'
  href: string
}
