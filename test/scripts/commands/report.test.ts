import { createHash } from 'node:crypto'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { beforeAll, describe, expect, it, onTestFinished, afterAll } from 'vitest'
import { defaultSourceLimits } from '../../../server/sources/source-limits.ts'
import { readSource } from '../../../server/sources/read-source.ts'
import { temporaryFolder } from '../../open-test-app.ts'
import { openDataFolder } from '../../server/http/data-folder.ts'
import { seed } from '../../server/http/seed/seed.ts'
import { originals } from '../../server/http/seed/texts.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

let settings: Record<string, string>

beforeAll(async () => {
  const { app } = await openDataFolder()
  await seed(app)
  await app.db.close()
  settings = { CLAWBACK_DATA: app.folder }
})

afterAll(() => rm(settings['CLAWBACK_DATA']!, { recursive: true, force: true }))

async function report(format: string): Promise<{ path: string; bytes: Buffer }> {
  const path = join(await temporaryFolder(), `report.${format === 'bundle' ? 'zip' : format}`)
  const written = await askClawback<{ sha256: string }>(
    ['report', 'orbit-cli', '--format', format, '--out', path],
    settings,
  )
  const bytes = await readFile(path)
  expect(written.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  return { path, bytes }
}

/** The members of a zip, read by Clawback's own hostile-input reader. */
async function members(path: string): Promise<Map<string, Buffer>> {
  const options = { limits: defaultSourceLimits, environment: process.env, scratchFolder: '/not/used' }
  const found = new Map<string, Buffer>()
  for await (const entry of readSource(path, options)) {
    if (entry.kind === 'skipped') throw new Error(`${entry.path}: ${entry.reason}`)
    found.set(entry.path, entry.bytes)
  }
  return found
}

describe('a report', () => {
  it('as json holds what the commands tell', async () => {
    const document = JSON.parse((await report('json')).bytes.toString()) as Record<string, unknown>
    expect(document['matches']).toEqual(await askClawback(['matches', 'orbit-cli'], settings))
    expect(document['notices']).toEqual(await askClawback(['notice', 'list'], settings))
    expect(document).toMatchObject({ work: { slug: 'orbit-cli' }, scan: null, deadlines: [] })
  })

  it('as csv is the table of the matches', async () => {
    const csv = (await report('csv')).bytes.toString()
    expect(csv).toBe((await runClawback(['matches', 'orbit-cli', '--csv'], settings)).stdout)
  })

  it('as html is one valid page that loads nothing and obeys no stranger', async () => {
    const html = (await report('html')).bytes.toString()
    const checked = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-trailing-whitespace': 'off', 'require-sri': 'off' },
    }).validateString(html)
    expect(checked.results.flatMap(({ messages }) => messages)).toEqual([])
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\bon\w+=|javascript:|src=|@import|url\(/i)
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('Orbit CLI &lt;b&gt;2&lt;/b&gt;')
    expect(html).not.toContain('<b>')
    expect(html).toContain('href="https://github.com/leaker/orbit-leak"')
    expect(html).toContain('GitHub was never searched for it.')
  })

  it('holds no original, and nobody’s contact details', async () => {
    const lines = Object.values(originals).flatMap((text) =>
      text.split('\n').filter((line) => line.trim().length > 30),
    )
    const texts = [...(await members((await report('bundle')).path)).values()].map(String).join('\n')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter((line) => texts.includes(line.trim()))).toEqual([])
    expect(texts).not.toMatch(/legal@orbit|555 0100/)
  })
})

describe('a bundle', () => {
  it('holds the evidence of each repository, under a manifest that any tool can check', async () => {
    const files = await members((await report('bundle')).path)
    const manifest = JSON.parse(String(files.get('manifest.json'))) as {
      files: { path: string; sha256: string }[]
    }
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    )
    for (const { path, sha256 } of manifest.files) {
      expect(createHash('sha256').update(files.get(path)!).digest('hex'), path).toBe(sha256)
    }
    const matches = await askClawback<{ id: number; repository: string }[]>(
      ['matches', 'orbit-cli'],
      settings,
    )
    const evidence = [...files]
      .filter(([path]) => path.startsWith('evidence/'))
      .map(([, bytes]) => JSON.parse(String(bytes)) as { id: number; repository: string })
    expect(evidence.map(({ id }) => id).sort()).toEqual(matches.map(({ id }) => id).sort())
    const one = evidence.find(({ repository }) => repository === 'leaker/orbit-leak')
    expect(one).toEqual(await askClawback(['match', 'orbit-cli', 'leaker/orbit-leak'], settings))
  })

  it('holds the events of the work, each as it stands in the whole log', async () => {
    const files = await members((await report('bundle')).path)
    const lines = String(files.get('events.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string })
    const { events } = await askClawback<{ events: { hash: string }[] }>(['audit', 'export'], settings)
    expect(events).toEqual(expect.arrayContaining(lines))
    expect(lines.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['work.added', 'match.reviewed', 'notice.signed', 'notice.sent']),
    )
    expect(JSON.parse(String(files.get('log.json')))).toMatchObject({
      ok: true,
      head: { hash: events.at(-1)!.hash },
    })
  })
})

it('an unknown work, and a place that cannot be written: 2', async () => {
  const folder = await temporaryFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const out = join(folder, 'r.html')
  const unknown = await runClawback(['report', 'nothing', '--format', 'html', '--out', out], settings)
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('[WORK_UNKNOWN]') })
  const nowhere = await runClawback(
    ['report', 'orbit-cli', '--format', 'html', '--out', join(folder, 'no', 'r.html')],
    settings,
  )
  expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('[EXPORT_NOT_WRITTEN]') })
})
