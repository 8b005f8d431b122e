import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger } from 'pino'

/** Names under which a secret or a contact detail could come along by accident, at the top or one level down. */
const secret = [
  'token',
  'session',
  'cookie',
  'authorization',
  'password',
  'key',
  'email',
  'phone',
  'address',
  'bytes',
  'text',
]

/** Lines of JSON on stderr. What was done and how long it took; never originals, tokens, queries or contact details. */
export function createLogger(
  level: 'debug' | 'info' | 'warn' | 'silent',
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: { paths: secret.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    destination,
  )
}

/**
 * Where an error arose, without its message: a database driver's message holds the values of the query, which
 * may be paths of originals or a claimant's address.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  return {
    type: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
