const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')

/** Gives each name another one, always the same; what begins with a capital letter goes on to do so. */
export function madeNames(random: () => number): (name: string) => string {
  const names = new Map<string, string>()
  return (name) => {
    const known = names.get(name)
    if (known !== undefined) return known
    const word = Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('')
    let made = `${word}${names.size}`
    if (/^[A-Z]/.test(name)) made = made[0]!.toUpperCase() + made.slice(1)
    names.set(name, made)
    return made
  }
}
