import type { EvaluationSet } from '../evaluation-set.ts'
import { blind } from './blind.ts'
import { development } from './development.ts'
import { firstBlind } from './first-blind.ts'
import { goApplication, goTools } from './go.ts'
import { python } from './python.ts'

const sets: readonly EvaluationSet[] = [development, firstBlind, blind, python, goApplication, goTools]

/** What `--set` may name; `languages` is everything but TypeScript and JavaScript. */
export const choices: Readonly<Record<string, readonly EvaluationSet[]>> = {
  development: [development],
  'first-blind': [firstBlind],
  blind: [blind],
  languages: [python, goApplication, goTools],
}

/** @throws Error when there is no such set */
export function setNamed(name: string): EvaluationSet {
  const set = sets.find((one) => one.name === name)
  if (!set) throw new Error(`there is no set ${name}`)
  return set
}
