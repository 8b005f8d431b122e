import { ClawbackError } from '../server/errors.ts'
import type { App } from '../server/compose.ts'
import type { Progress } from '../server/tasks/progress.ts'
import { JsonText } from './json-text.ts'
import { createProgress } from './progress.ts'

/** 0 done; 1 done, and the answer is "no"; 3 incomplete: state is saved and the same command resumes. */
export type DoneCode = 0 | 1 | 3

export interface CommandResult {
  /** What `--json` prints: the document of the contract, or a `JsonText` of it. */
  document: unknown
  /** What a person reads instead. */
  text: string
  exitCode?: DoneCode
}

export type CommandWork = (context: { app: App; progress: Progress }) => Promise<CommandResult>

/** Runs one command on the composed application, which opens the data folder. */
export async function runCommand(options: { json?: boolean }, work: CommandWork): Promise<void> {
  await runAlone(options, async ({ progress }) => {
    const { compose } = await import('../server/compose.ts')
    const app = await compose()
    try {
      return await work({ app, progress })
    } finally {
      await app.close()
    }
  })
}

/**
 * Runs a command that needs no data folder, or that must not open it: shows progress on stderr, prints one document
 * or one text on stdout, and turns errors into a line that says what happened and what to do next.
 */
export async function runAlone(
  options: { json?: boolean },
  work: (context: { progress: Progress }) => Promise<CommandResult>,
): Promise<void> {
  const progress = createProgress(process.stderr)
  try {
    const result = await work({ progress: progress.report })
    progress.end()
    if (options.json === true) await printDocument(result.document)
    else await print(result.text)
    process.exitCode = result.exitCode ?? 0
  } catch (error) {
    progress.end()
    process.exitCode = await reportError(error, options.json === true)
  }
}

/** Prints the error's one line on stderr, and with `--json` a document on stdout too; gives the exit code. */
export async function reportError(error: unknown, json: boolean): Promise<number> {
  if (!(error instanceof ClawbackError)) {
    // A defect of ours: the stack is what helps, and it holds code positions, not data.
    process.stderr.write(
      `clawback: unexpected error\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return 2
  }
  const { code, message, fix, exitCode } = error
  if (json) await print(JSON.stringify({ error: { code, message, fix } }, null, 2))
  process.stderr.write(`clawback: ${message.replace(/[.\s]+$/, '')}. ${fix} [${code}]\n`)
  return exitCode
}

async function printDocument(document: unknown): Promise<void> {
  if (!(document instanceof JsonText)) {
    await print(JSON.stringify(document, null, 2))
    return
  }
  for (const part of document.parts) await write(part)
  await write('\n')
}

function print(text: string): Promise<void> {
  return write(text === '' || text.endsWith('\n') ? text : `${text}\n`)
}

/** Waits until stdout has taken the text: a pipe takes more than one write. A reader that closed early is no error. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined || (error as NodeJS.ErrnoException).code === 'EPIPE')
        resolve()
      else reject(error)
    })
  })
}
