import { expect, it } from 'vitest'
import { createLogger } from '../../server/logger.ts'

function log(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

it('what could be secret is struck out, at the top and one level down', () => {
  const line = log((logger) =>
    logger.info(
      { token: 'T-1', email: 'a@b.example', claimant: { phone: 'P-1', name: 'Ada' }, status: 200 },
      'done',
    ),
  )
  expect(JSON.parse(line)).toMatchObject({
    token: '[redacted]',
    email: '[redacted]',
    claimant: { phone: '[redacted]', name: 'Ada' },
    status: 200,
  })
})

it('an error is where it arose and what caused it, without messages: they hold the values of a query', () => {
  const cause = Object.assign(new Error('near "src/secret.ts"'), { code: 'SQLITE_ERROR' })
  const line = log((logger) =>
    logger.error({ err: new TypeError('params: legal@orbit.example', { cause }) }, 'failed'),
  )
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    err: { type: 'TypeError', cause: { code: 'SQLITE_ERROR' } },
  })
  expect(line).toContain('logger.test.ts')
  expect(line).not.toMatch(/secret|legal@/)
})
