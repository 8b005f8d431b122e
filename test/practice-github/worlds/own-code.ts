import { mulberry32 } from '../house/weather.ts'

const SUBJECTS =
  'invoice parcel recipe playlist sensor ticket album garden ferry window vessel chamber queue tide'.split(
    ' ',
  )
const ACTS = 'load store draw merge count list trim group rank plan reset check'.split(' ')
const KINDS = 'item row total index label price size depth'.split(' ')

/** A program that somebody wrote alone, about so many characters long: the same for the same seed, like no other. */
export function ownCode(seed: number, length: number): string {
  const random = mulberry32(seed * 7919 + 17)
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!
  const number = (below: number) => Math.floor(random() * below)
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const parts: string[] = []
  for (let size = 0; size < length; size = parts.join('\n').length) {
    const [act, subject, kind, other] = [pick(ACTS), pick(SUBJECTS), pick(KINDS), pick(KINDS)]
    const name = `${act}${capital(subject)}${capital(kind)}${number(90)}`
    parts.push(
      [
        [
          `export function ${name}(${subject}s: ${capital(subject)}[], ${other}: number) {`,
          `  const kept = ${subject}s.filter((one) => one.${kind} > ${other} + ${number(500)})`,
          `  return kept.map((one) => ({ ...one, ${other}: one.${kind} * ${number(30)} - ${number(9000)} }))`,
          '}',
        ],
        [
          `class ${capital(subject)}${capital(kind)}${number(90)} {`,
          `  ${other} = ${number(70)}`,
          `  ${act}(value: string) {`,
          `    if (value.length < ${number(40)}) return this.${other}++`,
          `    throw new Error(\`${subject} ${number(999)}: \${value}\`)`,
          '  }',
          '}',
        ],
        [
          `let ${name} = 0`,
          `while (${name} < ${number(800)}) {`,
          `  ${name} += ${act}.${kind}(${number(60)}) ?? ${number(44)}`,
          `  if (${subject}.has(${name} % ${number(12) + 2})) break`,
          '}',
        ],
      ][number(3)]!.join('\n'),
    )
  }
  return `${parts.join('\n\n')}\n`
}
