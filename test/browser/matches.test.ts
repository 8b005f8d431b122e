import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../server/http/seed/seed.ts'
import { startPages, type Pages } from '../server/http/with-pages.ts'
import { browse } from './browse.ts'
import { launchChromium } from './chromium.ts'
import { barriersOf } from './look.ts'

const list = '/works/orbit-cli/matches?network=10&decision=none&order=name'

let pages: Pages
let browser: Browser

beforeAll(async () => {
  pages = await startPages((app) => seed(app, 120))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

const withPage = (options: BrowserContextOptions, work: (page: Page) => Promise<void>) =>
  browse(browser, pages, options, work)

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const said = (page: Page) => page.locator('.bulk-bar output').textContent()

describe.each(['light', 'dark'] as const)('by keys, in %s colours', (colorScheme) => {
  it('rows and ranges are selected over pages, decided, and taken back', async () => {
    await withPage({ colorScheme }, async (page) => {
      await page.goto(pages.url + list)
      await press(page, 'j', 'x', 'j', 'j', 'Shift+x')
      expect(await said(page)).toBe('3 selected')
      await press(page, 'k', 'x')
      expect(await said(page)).toBe('2 selected')
      await press(page, 'n')
      await page.waitForURL(/page=2/)
      await press(page, 'j', 'x')
      expect(await said(page)).toBe('3 selected, 2 on other pages')
      await page.reload()
      expect(await said(page), 'it outlives the page').toBe('3 selected, 2 on other pages')

      await page.getByRole('combobox', { name: 'Decide' }).selectOption('not-ours')
      await page.getByRole('button', { name: 'Show what that does' }).press('Enter')
      expect(await page.textContent('h1')).toBe('Decide 3 together')
      expect(await barriersOf(page)).toEqual([])
      await page.getByRole('textbox', { name: 'Reason' }).fill('A course that was given the code.')
      await page.getByRole('textbox', { name: /Reviewer/ }).fill('Ada Diaz')
      await page.getByRole('button', { name: 'Record for 3 repositories' }).press('Enter')
      await page.waitForURL(/\/bulk\/\d+$/)
      expect(await barriersOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Take back 3 decisions' }).press('Enter')
      await page.getByRole('heading', { name: 'Taken back' }).waitFor()
      await page.goto(pages.url + list)
      expect(await page.locator('.bulk-bar output').isVisible(), 'what was decided is not selected').toBe(
        false,
      )
    })
  })
})

it('a mouse with Shift selects a range, and one box the page', async () => {
  await withPage({}, async (page) => {
    await page.goto(pages.url + list)
    const boxes = page.locator('tbody input[type="checkbox"]')
    await boxes.nth(2).click()
    await boxes.nth(6).click({ modifiers: ['Shift'] })
    expect(await said(page)).toBe('5 selected')
    await page.getByRole('checkbox', { name: 'Select this page' }).check()
    expect(await said(page)).toBe('100 selected')
    await page.getByRole('button', { name: 'Select none' }).click()
    expect(await boxes.nth(2).isChecked()).toBe(false)
  })
})

it('without JavaScript rows are ticked, a view is kept, and all of a list is decided', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(pages.url + list)
    await page.getByText('Views', { exact: true }).click()
    await page.getByRole('textbox', { name: /Keep this filter/ }).fill('The leak’s open forks')
    await page.getByRole('button', { name: 'Keep' }).click()
    expect(await page.getByRole('link', { name: 'The leak’s open forks' }).getAttribute('aria-current')).toBe(
      'true',
    )
    await page.locator('tbody input[type="checkbox"]').nth(1).check()
    await page.getByRole('button', { name: 'Show what that does' }).click()
    expect(await page.textContent('h1')).toBe('Decide 1 together')
    await page.getByRole('link', { name: 'Back to the list' }).click()
    await page.getByRole('checkbox', { name: /^All 121/ }).check()
    await page.getByRole('button', { name: 'Show what that does' }).click()
    expect(await page.textContent('h1')).toBe('Decide 121 together')
  })
})

it('the runs and the files of a match are gone through by keys', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${pages.url}/works/orbit-cli/matches/second/orbit-leak`)
    await press(page, ']')
    await page.waitForURL(/path=/)
    await page.getByText('File 2 of 3').waitFor()
    await press(page, 'r')
    expect(await page.evaluate('document.activeElement.id')).toBe('run-1')
    await press(page, '[')
    await page.getByText('File 1 of 3').waitFor()
  })
})
