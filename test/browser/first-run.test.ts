import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listWorks } from '../../server/tasks/list-works.ts'
import { showWork } from '../../server/tasks/show-work.ts'
import { originals } from '../server/http/seed/texts.ts'
import { startPages, type Pages } from '../server/http/with-pages.ts'
import { makeTgz } from '../server/sources/archives.ts'
import { launchChromium } from './chromium.ts'

let browser: Browser
let folder: string
let leak: string

beforeAll(async () => {
  browser = await launchChromium()
  folder = await mkdtemp(join(tmpdir(), 'clawback-first-run-'))
  leak = join(folder, 'orbit-2.1.0.tgz')
  await writeFile(
    leak,
    await makeTgz([
      ...Object.entries(originals).map(([name, content]) => ({ name: `package/${name}`, content })),
      { name: 'package/node_modules/pad/index.js', content: 'module.exports = pad\n'.repeat(40) },
    ]),
  )
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

it.each([
  ['with a progress that is followed', true],
  ['without JavaScript', false],
])('from the one-time link to a first work, by clicks, %s', async (_, javaScriptEnabled) => {
  await withFreshPages(javaScriptEnabled, async (pages, page) => {
    await page.goto(pages.signInLink)
    expect(await page.textContent('h1')).toBe('Welcome to Clawback')
    expect(await page.getByText('Give Clawback a token for GitHub').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Add a work' }).click()

    await page.getByLabel('A file from your computer').setInputFiles(leak)
    await page.getByLabel('Title').fill('Orbit CLI')
    await page.getByLabel('Copyright owner').fill('Orbit Inc.')
    await page.getByLabel('Official repositories on GitHub').fill('orbit-inc\norbit-labs/sdk')
    await page.getByRole('button', { name: 'Read it, and show what is claimed' }).click()

    await page.waitForURL(/\/intakes\//)
    while (!javaScriptEnabled && (await page.getByRole('link', { name: 'Look again' }).isVisible()))
      await page.getByRole('link', { name: 'Look again' }).click()
    await page.getByText(/of \d+ originals claimed/).waitFor()
    expect(await page.getByRole('link', { name: 'third-party' }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'See the searches, then scan' }).getAttribute('href')).toBe(
      '/works/orbit-cli/scans/new',
    )
    await page.getByRole('link', { name: 'who complains' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Ada Diaz')
    await page.getByLabel('Organization').fill('Orbit Inc.')
    await page.getByLabel('By what authority').fill('General counsel of the owner')
    await page.getByLabel(/^E-mail/).fill('legal@orbit.example')
    await page.getByLabel('Telephone').fill('+1 555 0100')
    await page.getByRole('button', { name: 'Save the claimant' }).click()
    await page.waitForURL(/\/settings/)
    await page.getByRole('link', { name: 'Works', exact: true }).first().click()
    expect(await page.textContent('h1')).toBe('Works')

    expect(await showWork(pages.app, 'orbit-cli')).toMatchObject({
      official: ['orbit-inc', 'orbit-labs/sdk'],
      claimant: { name: 'Ada Diaz' },
    })
  })
})

it('what is wrong is said beside what was written, and nothing of it is lost', async () => {
  await withFreshPages(true, async (pages, page) => {
    await page.goto(pages.signInLink)
    await page.goto(`${pages.url}/works/new`)
    await page.getByLabel('A file from your computer').setInputFiles({
      name: 'orbit.7z',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(5000),
    })
    await page.getByLabel('Title').fill('Orbit CLI')
    await page.getByLabel('Copyright owner').fill('Orbit Inc.')
    await page.getByRole('button', { name: /^Read it/ }).click()
    await page.getByText('SOURCE_INVALID').waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('Orbit CLI')
    expect(page.url()).toBe(`${pages.url}/works/new`)

    await page.getByLabel('A file from your computer').setInputFiles(leak)
    await page.getByRole('button', { name: /^Read it/ }).click()
    await page.getByText(/of \d+ originals claimed/).waitFor()
    expect(await listWorks(pages.app)).toHaveLength(1)
  })
})

it('a work is removed only by who types its short name', async () => {
  await withFreshPages(true, async (pages, page) => {
    await page.goto(pages.signInLink)
    await page.goto(`${pages.url}/works/new`)
    await page.getByLabel('A file from your computer').setInputFiles(leak)
    await page.getByLabel('Title').fill('Orbit CLI')
    await page.getByLabel('Copyright owner').fill('Orbit Inc.')
    await page.getByRole('button', { name: /^Read it/ }).click()
    await page.getByText(/of \d+ originals claimed/).waitFor()

    await page.goto(`${pages.url}/works/orbit-cli/settings`)
    await page.getByLabel(/^Type/).fill('orbit')
    await page.getByRole('button', { name: 'Remove it for good' }).click()
    await page.getByRole('alert').getByText('nothing was removed').waitFor()
    await page.getByLabel(/^Type/).fill('orbit-cli')
    await page.getByRole('button', { name: 'Remove it for good' }).click()
    await page.getByRole('heading', { name: 'Welcome to Clawback' }).waitFor()
  })
})

async function withFreshPages(
  javaScriptEnabled: boolean,
  work: (pages: Pages, page: Page) => Promise<void>,
): Promise<void> {
  const pages = await startPages()
  const context = await browser.newContext({ javaScriptEnabled })
  try {
    await work(pages, await context.newPage())
  } finally {
    await context.close()
    await pages.close()
  }
}
