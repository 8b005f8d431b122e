import type { PracticeGitHub, PracticeOptions } from './start.ts'
import { startPracticeGitHub } from './start.ts'

/** Runs `story` against a practice GitHub of its own, and fails when anything broke GitHub's description. */
export async function withPracticeGitHub(
  options: PracticeOptions,
  story: (github: PracticeGitHub) => Promise<void>,
): Promise<void> {
  const github = await startPracticeGitHub(options)
  try {
    await story(github)
    const [first] = github.violations
    if (first !== undefined)
      throw new Error(`${first.method} ${first.path} is not as GitHub describes it: ${first.message}`)
  } finally {
    await github.close()
  }
}
