/** A word with a colour. */
export interface Badge {
  text: string
  tone: 'plain' | 'red' | 'amber' | 'green' | 'blue'
}
