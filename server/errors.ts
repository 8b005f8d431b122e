/**
 * The exit code that an error ends a command with (ARCHITECTURE.md, "Errors").
 * 2 wrong use or configuration; 3 incomplete, state is saved and the same command resumes;
 * 4 GitHub refused the credentials or could not be reached.
 */
export type ExitCode = 2 | 3 | 4

/**
 * An error that a person can act on: what happened, what to do next, and a code that never changes.
 * Messages hold no originals, no tokens and no contact details.
 */
export class ClawbackError extends Error {
  override name = 'ClawbackError'
  readonly code: string
  readonly fix: string
  readonly exitCode: ExitCode

  constructor(
    code: string,
    message: string,
    fix: string,
    options: { exitCode?: ExitCode; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.fix = fix
    this.exitCode = options.exitCode ?? 2
  }
}
