import { expect, it } from 'vitest'
import { writeFolder } from '../../leak.ts'
import { temporaryFolder } from '../../open-test-app.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

it('ends with 1 when a package would leak, and with 0 when not', async () => {
  const settings = { CLAWBACK_DATA: await temporaryFolder() }
  const clean = await writeFolder({ 'package.json': '{}', 'cli.js': 'run()\n' })
  expect(await askClawback(['guard', clean], settings)).toEqual({
    safe: true,
    findings: [],
    works: [],
    files: 2,
  })

  const leaky = await writeFolder({ 'cli.js': 'run()\n', '.env': 'PASSWORD=hunter22hunter22' })
  const ended = await runClawback(['guard', leaky, '--json'], settings)
  expect(ended.code).toBe(1)
  expect(JSON.parse(ended.stdout)).toMatchObject({
    safe: false,
    findings: [{ path: '.env', kind: 'environment-file', detail: expect.any(String) }],
  })
  const text = await runClawback(['guard', leaky], settings)
  expect(text.stdout).toMatch(/Do not publish: 1 finding\. 2 files looked at/)
  expect(text.stdout).not.toContain('hunter22')
})

it('an unknown work, and a source that is not there: 2', async () => {
  const settings = { CLAWBACK_DATA: await temporaryFolder() }
  const source = await writeFolder({ 'a.js': '' })
  expect((await runClawback(['guard', source, '--work', 'nothing'], settings)).stderr).toContain(
    '[WORK_UNKNOWN]',
  )
  expect((await runClawback(['guard', `${source}/nothing`], settings)).code).toBe(2)
})
