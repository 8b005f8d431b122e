/** How the demo speaks: numbered steps with a line of why, then what came out. */
export interface Tell {
  step: (title: string, why: string) => void
  line: (text: string) => void
}

export function createTell(write: (text: string) => void): Tell {
  let number = 0
  return {
    step(title, why) {
      number++
      write(`\n${number}. ${title}\n   ${why}\n`)
    },
    line(text) {
      for (const part of text.split('\n')) write(`   ${part}\n`)
    },
  }
}
