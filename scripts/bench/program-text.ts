const verbs = [
  'read',
  'merge',
  'plan',
  'route',
  'settle',
  'weigh',
  'fold',
  'trace',
  'pack',
  'guard',
  'split',
  'rank',
]
const nouns = [
  'ledger',
  'orbit',
  'packet',
  'beacon',
  'harbor',
  'lattice',
  'voucher',
  'meadow',
  'signal',
  'quarry',
  'anchor',
  'thicket',
]

/** TypeScript text of about so many characters that no other seed gives: something to import and to compare. */
export function writeProgramText(seed: number, length: number): string {
  const next = numbers(seed)
  const word = (list: readonly string[]) => list[next() % list.length]!
  const name = () => `${word(verbs)}${capital(word(nouns))}${next().toString(36).slice(0, 4)}`
  const parts = [`// Module ${seed}\n`]
  let size = 0
  while (size < length) {
    const [fn, a, b, c] = [name(), name(), name(), name()]
    const part = [
      `export function ${fn}(${a}: Map<string, number>, ${b}: readonly string[]): number {`,
      `  let ${c} = ${next() % 9973}`,
      `  for (const entry of ${b}) {`,
      `    const seen = ${a}.get(\`\${entry}:${word(nouns)}-${next().toString(36)}\`) ?? ${next() % 97}`,
      `    if (seen > ${c}) throw new RangeError('${word(verbs)} the ${word(nouns)} before the ${word(nouns)} ${next() % 1000}')`,
      `    ${c} = (${c} * ${next() % 31} + seen) % ${next() % 65521}`,
      '  }',
      `  return ${c}`,
      '}',
      '',
    ].join('\n')
    parts.push(part)
    size += part.length
  }
  return parts.join('\n')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A small generator of whole numbers (mulberry32): the same seed gives the same text on every machine. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
}
