/**
 * A third of the edits removes the line, a third adds one after it, a third changes a name and a number in it.
 * @param additions lines of the language that somebody else might have written
 */
export function editLines(
  text: string,
  share: number,
  additions: readonly string[],
  random: () => number,
): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (!/\w/.test(line) || random() >= share) return [line]
      const kind = Math.floor(random() * 3)
      if (kind === 0) return []
      if (kind === 1)
        return [line, `${/^\s*/.exec(line)![0]}${additions[Math.floor(random() * additions.length)]!}`]
      return [line.replace(/[A-Za-z_]{4,}/, '$&X').replace(/\b\d+\b/, (digits) => String(Number(digits) + 1))]
    })
    .join('\n')
}

/** What every language has in common: the text itself, and what editors and version control do to it. */
export const plainDisguises = {
  exact: (text: string) => text,
  'line endings': (text: string) => text.replace(/\r?\n/g, '\r\n'),
  'half file': (text: string, random: () => number) => {
    const lines = text.split('\n')
    const middle = lines.length >> 1
    return (random() < 0.5 ? lines.slice(0, middle) : lines.slice(middle)).join('\n')
  },
}
