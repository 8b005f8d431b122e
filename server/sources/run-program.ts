import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { ClawbackError } from '../errors.ts'

/** Starts a program with exactly this environment; arguments never pass through a shell. */
export function startProgram(
  program: string,
  args: string[],
  environment: NodeJS.Dict<string>,
): ChildProcessWithoutNullStreams {
  const child = spawn(program, args, { env: environment })
  // A write to a program that has ended is reported by its exit, not by the pipe.
  child.stdin.on('error', () => undefined)
  return child
}

export interface ProgramResult {
  exit: number | null
  output: string
  errors: string
}

/** Waits for the end. @throws ClawbackError PROGRAM_NOT_FOUND when there is no such program */
export async function finishProgram(
  child: ChildProcessWithoutNullStreams,
  name: string,
): Promise<ProgramResult> {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause) => reject(programNotFound(name, cause)))
    child.on('close', resolve)
  })
  const [exit, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { exit, output, errors }
}

export function programNotFound(name: string, cause: unknown): ClawbackError {
  return new ClawbackError(
    'PROGRAM_NOT_FOUND',
    `${name} could not be started.`,
    `Install ${name} and put it on the PATH.`,
    {
      cause,
    },
  )
}
