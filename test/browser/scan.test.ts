import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScanPages } from '../server/http/scans/scan-pages.ts'
import { contextOf } from './browse.ts'
import { launchChromium } from './chromium.ts'
import { focusOf } from './look.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('by clicks: what would leave, then a scan that is watched to its end, paused and resumed on the way', async () => {
  const story = await openScanPages(120)
  const context = await contextOf(browser, story.pages)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))

  await page.goto(`${story.pages.url}/works/tk`)
  await page
    .getByRole('navigation', { name: 'Pages of this work' })
    .getByRole('link', { name: 'Scans' })
    .click()
  await page.getByRole('link', { name: 'New scan' }).click()
  expect(await page.textContent('.lead')).toContain('Nothing has been sent')
  await page.getByRole('textbox', { name: 'Probes' }).fill('1')
  await page.getByRole('button', { name: 'Show so many' }).click()
  await page.getByRole('textbox', { name: /fork networks/ }).fill(story.network.official)
  expect(story.github.requests).toEqual([])
  await page.getByRole('button', { name: 'Send these, and scan' }).click()
  expect(await page.textContent('.head')).toContain('waits for a worker')

  // From here on nobody loads the page again: it follows.
  const stop = await story.startWorker()
  await page.locator('.head .badge', { hasText: 'running' }).waitFor()
  await page.locator('.scan-following').waitFor()
  await page.locator('#scan-steps tr', { hasText: 'Official repositories' }).waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.locator('.head .badge', { hasText: 'paused' }).waitFor()
  await stop()
  const sent = story.github.requests.length
  await story.startWorker()
  await page.waitForTimeout(1500)
  expect(story.github.requests).toHaveLength(sent)

  await page.getByRole('button', { name: 'Resume' }).click()
  await page.locator('#scan-found li').first().waitFor()
  await page.getByRole('link', { name: 'All matches of the work' }).focus()
  await page.locator('.head .badge', { hasText: 'complete' }).waitFor()
  await expect
    .poll(() => focusOf(page), { message: 'it came again by itself, and the focus is where it was' })
    .toMatchObject({ text: 'All matches of the work', nowhere: false })
  expect(await page.textContent('#scan-found')).toContain(story.network.copies[0])
  expect(complaints).toEqual([])
  await context.close()
}, 180_000)

it('a scan is asked for and seen to its end without a script', async () => {
  const story = await openScanPages()
  const start = await (await contextOf(browser, story.pages, { javaScriptEnabled: false })).newPage()
  await start.goto(`${story.pages.url}/works/tk/scans/new?probes=3`)
  await start.getByRole('textbox', { name: /fork networks/ }).fill(story.network.official)
  await start.getByRole('button', { name: 'Send these, and scan' }).click()
  await story.startWorker()
  for (;;) {
    await start.reload()
    if ((await start.textContent('.head'))!.includes('complete')) break
    await start.waitForTimeout(300)
  }
  expect(await start.textContent('#scan-found')).toContain(story.network.copies[0])
  await start.context().close()
}, 180_000)
