/** One thing that waits for a person: what, where to look, and the command that does it. */
export interface Need {
  text: string
  tone: 'red' | 'amber' | 'blue'
  href: string
  command: string | null
}
