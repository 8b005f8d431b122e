import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../open-test-app.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

it('users are added, listed, given roles, reset and removed', async () => {
  const folder = await temporaryFolder()
  const settings = { CLAWBACK_DATA: folder }
  const made = await askClawback(['user', 'add', 'Ada', '--role', 'reviewer,signatory'], settings)
  expect(made).toMatchObject({
    user: { name: 'ada', role: 'reviewer,signatory', roles: ['reviewer', 'signatory'] },
    password: expect.stringMatching(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/),
  })

  const file = join(folder, 'password')
  await writeFile(file, 'four words that stand alone\n')
  const bo = ['user', 'add', 'bo', '--role', 'auditor', '--full-name', 'Bo Li', '--password-file', file]
  expect(await askClawback(bo, settings)).toEqual({
    user: expect.objectContaining({ name: 'bo', fullName: 'Bo Li' }),
  })

  await askClawback(['user', 'role', 'bo', 'admin', 'researcher'], settings)
  await askClawback(['user', 'reset', 'bo'], settings)
  await askClawback(['user', 'remove', 'ada'], settings)
  expect(await askClawback(['user', 'list'], settings)).toMatchObject([
    { name: 'bo', roles: ['researcher', 'admin'], secondFactor: false },
  ])

  const { code, stderr } = await runClawback(['user', 'add', 'ada', '--role', 'admin'], settings)
  expect(code).toBe(2)
  expect(stderr).toContain('[USER_NAME_SPENT]')
})

it('a weak password is refused with what to choose', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'password')
  for (const weak of ['short', 'aaaaaaaaaaaaaaaa', 'my name is ada and so on']) {
    await writeFile(file, weak)
    const { code, stderr } = await runClawback(
      ['user', 'add', 'ada', '--role', 'admin', '--password-file', file],
      { CLAWBACK_DATA: folder },
    )
    expect(code, weak).toBe(2)
    expect(stderr).toContain('[PASSWORD_WEAK]')
  }
})
