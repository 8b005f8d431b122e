import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { beforeAll, describe, expect, it, onTestFinished, afterAll } from 'vitest'
import { defaultSourceLimits } from '../../../server/sources/source-limits.ts'
import { readSource } from '../../../server/sources/read-source.ts'
import { temporaryFolder } from '../../open-test-app.ts'
import { openDataFolder } from '../../server/http/data-folder.ts'
import { seed } from '../../server/http/seed/seed.ts'
import { originals } from '../../server/http/seed/texts.ts'
import { readPdf } from '../../server/render/documents/read-pdf.ts'
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

let bundled: Promise<Map<string, Buffer>> | undefined

/** The files of a bundle, which is made once. */
function bundle(): Promise<Map<string, Buffer>> {
  bundled ??= report('bundle').then(({ path }) => members(path))
  return bundled
}

describe('a report', () => {
  it('as json holds what the commands tell', async () => {
    const document = JSON.parse((await report('json')).bytes.toString()) as Record<string, unknown>
    expect(document['matches']).toEqual(await askClawback(['matches', 'orbit-cli'], settings))
    expect(document['notices']).toEqual(await askClawback(['notice', 'list'], settings))
    expect(document['deadlines']).toEqual(await askClawback(['deadlines'], settings))
    expect(document).toMatchObject({ work: { slug: 'orbit-cli' }, scan: null })
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

  it('as pdf says what the page says, and the same twice', async () => {
    const { bytes } = await report('pdf')
    const { text } = readPdf(bytes)
    expect(text).toContain('Orbit CLI <b>2</b>: copies on GitHub and what became of them')
    expect(text).toContain('leaker/orbit-leak')
    expect(text).toContain('GitHub was never searched for it.')
  })

  it('holds no original, and nobody’s contact details', async () => {
    const lines = Object.values(originals).flatMap((text) =>
      text.split('\n').filter((line) => line.trim().length > 30),
    )
    const files = [...(await bundle())]
    const texts = files.map(([, bytes]) => String(bytes)).join('\n')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter((line) => texts.includes(line.trim()))).toEqual([])
    // A notice was given to its recipient with them.
    const others = files.filter(([path]) => !path.startsWith('notices/')).map(([, bytes]) => String(bytes))
    expect(others.join('\n')).not.toMatch(/legal@orbit|555 0100/)
  })
})

describe('a bundle', () => {
  it('holds the evidence of each repository, under a manifest that any tool can check', async () => {
    const files = await bundle()
    const manifest = JSON.parse(String(files.get('manifest.json'))) as {
      files: { path: string; sha256: string }[]
    }
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json' && path !== 'SHA256SUMS').sort(),
    )
    for (const { path, sha256 } of manifest.files) {
      expect(createHash('sha256').update(files.get(path)!).digest('hex'), path).toBe(sha256)
    }
    const matches = await askClawback<{ id: number; repository: string }[]>(
      ['matches', 'orbit-cli'],
      settings,
    )
    const evidence = [...files]
      .filter(([path]) => /^evidence\/.*\.json$/.test(path))
      .map(([, bytes]) => JSON.parse(String(bytes)) as { id: number; repository: string })
    expect(evidence.map(({ id }) => id).sort()).toEqual(matches.map(({ id }) => id).sort())
    const one = evidence.find(({ repository }) => repository === 'leaker/orbit-leak')
    expect(one).toEqual(await askClawback(['match', 'orbit-cli', 'leaker/orbit-leak'], settings))
  })

  it('is verified by sha256sum where it was unpacked, and a changed file shows', async () => {
    const folder = await temporaryFolder()
    for (const [path, bytes] of await bundle()) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    const check = () =>
      execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' })
    expect(String(check())).toBe('')
    await appendFile(join(folder, 'events.jsonl'), '\n')
    expect(check).toThrow()
  })

  it('holds each signed notice: the bytes whose hash was signed, and what was sent; no draft', async () => {
    const files = await bundle()
    const notices = await askClawback<{ id: string; status: string; frozenHash: string }[]>(
      ['notice', 'list'],
      settings,
    )
    const signed = notices.filter(({ status }) => status !== 'draft')
    expect(signed.length).toBeGreaterThan(0)
    expect([...files.keys()].filter((path) => path.startsWith('notices/')).sort()).toEqual(
      signed
        .flatMap(({ id }) => [`notices/${id}.pdf`, `notices/${id}.signed.json`, `notices/${id}.txt`])
        .sort(),
    )
    for (const { id, frozenHash } of signed) {
      const bytes = files.get(`notices/${id}.signed.json`)!
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(frozenHash)
    }
  })

  it('begins with a page of every file that runs no script, and has one for each repository', async () => {
    const files = await bundle()
    const pages = [...files].filter(([path]) => path.endsWith('.html'))
    for (const [path, bytes] of pages) {
      expect(String(bytes), path).not.toMatch(
        /<script|<img|<link|<iframe|\bon\w+=|javascript:|src=|@import|url\(/i,
      )
      expect(String(bytes), path).toContain("default-src 'none'")
    }
    const index = String(files.get('index.html'))
    const listed = [...index.matchAll(/href="([^"]+)"/g)].map(([, href]) => decodeURIComponent(href!))
    const after = ['index.html', 'manifest.json', 'SHA256SUMS']
    expect(listed.sort()).toEqual([...files.keys()].filter((path) => !after.includes(path)).sort())
    const leak = pages.find(([path]) => path.includes('leaker-orbit-leak'))
    expect(String(leak?.[1])).toMatch(/href="https:\/\/github\.com\/leaker\/orbit-leak\/blob\/[0-9a-f]{40}\//)
  })

  it('holds the texts side by side only when asked', async () => {
    const out = join(await temporaryFolder(), 'texts.zip')
    await askClawback(['report', 'orbit-cli', '--format', 'bundle', '--with-texts', '--out', out], settings)
    const compared = [...(await members(out))].filter(([path]) => path.startsWith('compared/'))
    expect(compared.length).toBeGreaterThan(0)
    for (const [, bytes] of compared)
      expect(String(bytes)).toContain('Confidential: this page holds text of the work.')
    const [, edited] = compared.find(([path]) => path.includes('remix-transfer-tools'))!
    expect(String(edited)).toContain('<mark>')
  })

  it('holds the events of the work, each as it stands in the whole log', async () => {
    const files = await bundle()
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
