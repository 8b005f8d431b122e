import { ClawbackError } from '../../server/errors.ts'

/**
 * The practice GitHub stands on development packages, which an installation for production leaves out.
 * @throws ClawbackError DEMO_NOT_INSTALLED
 */
export async function loadPractice() {
  try {
    const { startPracticeGitHub } = await import('../../test/practice-github/start.ts')
    const { incident } = await import('../../test/practice-github/worlds/incident.ts')
    return { startPracticeGitHub, incident }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new ClawbackError(
      'DEMO_NOT_INSTALLED',
      'The practice GitHub is not installed',
      'Run "npm ci" without --omit=dev.',
      { cause: error },
    )
  }
}
