import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../server/http/seed/seed.ts'
import { startPages, type Pages } from '../server/http/with-pages.ts'
import { browse } from './browse.ts'
import { launchChromium } from './chromium.ts'

let pages: Pages
let browser: Browser

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

const withPage = (options: BrowserContextOptions, work: (page: Page) => Promise<void>) =>
  browse(browser, pages, options, work)

describe('a draft that somebody writes in', () => {
  it('says while they type what is wrong and what will be published, and keeps their place', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${pages.url}/notices/orbit-cli-2/words`)
      const field = page.getByLabel('What the work is, and what happened to it')
      await field.fill('')
      await page.locator('#description-problems').getByText('work-description-missing').waitFor()
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByRole('status').textContent()).toContain('to be mended')
      await field.pressSequentially('Stolen from Ada Diaz.')
      await page.locator('#preview').getByText('Stolen from [private].').waitFor()
      expect(await page.locator('#description-problems').textContent()).toBe('')
      expect(await field.inputValue()).toBe('Stolen from Ada Diaz.')
      expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true)
      expect(await page.locator('#unkept').textContent()).toBe('Not kept yet.')
      await page.getByRole('button', { name: 'Keep these words' }).click()
      await page.getByText('All is kept.').waitFor()
      expect(await page.getByText('your words', { exact: true }).count()).toBe(1)
    })
  })

  it('says the same without JavaScript, when asked by its button', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${pages.url}/notices/orbit-cli-2/words`)
      await page.getByLabel('Where the original is, if it is public').fill('no address')
      await page.getByRole('button', { name: 'Check, and keep nothing' }).click()
      expect(await page.locator('#workUrl-problems').textContent()).toContain('work-url-invalid')
      expect(await page.getByLabel('Where the original is, if it is public').inputValue()).toBe('no address')
      await page.goto(`${pages.url}/notices/orbit-cli-2/words`)
      expect(await page.getByLabel('Where the original is, if it is public').inputValue()).not.toBe(
        'no address',
      )
    })
  })
})

it('the form remembers what was copied while its tab is open', async () => {
  await withPage({}, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${pages.url}/notices/orbit-cli-1/form`)
    expect(await page.locator('.copied').count()).toBe(0)
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await page.locator('.copied').waitFor()
    await page.reload()
    expect(await page.locator('.copied').count()).toBe(1)
  })
})
