import type { EvaluationSet } from '../evaluation-set.ts'
import { blindGo, blindPython } from './blind-languages.ts'
import { blind } from './blind.ts'
import { development } from './development.ts'
import { firstBlind } from './first-blind.ts'
import { generators } from './generators.ts'
import { goApplication, goTools } from './go.ts'
import { python } from './python.ts'
import { secondBlind } from './second-blind.ts'
import { thirdBlind } from './third-blind.ts'
import { thirdGo, thirdPython } from './third-languages.ts'

/** What `--set` may name; `languages` is everything but TypeScript and JavaScript. */
export const choices: Readonly<Record<string, readonly EvaluationSet[]>> = {
  development: [development],
  generators: [generators],
  'first-blind': [firstBlind],
  'second-blind': [secondBlind],
  blind: [blind],
  languages: [python, goApplication, goTools],
  'blind-languages': [blindPython, blindGo],
  'third-blind': [thirdBlind],
  'third-languages': [thirdPython, thirdGo],
}

/** @throws Error when there is no such set */
export function setNamed(name: string): EvaluationSet {
  const set = Object.values(choices)
    .flat()
    .find((one) => one.name === name)
  if (!set) throw new Error(`there is no set ${name}`)
  return set
}
