import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileRepository } from '../server/http/seed/hostile.ts'
import { seed } from '../server/http/seed/seed.ts'
import { startPages, type Pages } from '../server/http/with-pages.ts'
import { browse } from './browse.ts'
import { launchChromium } from './chromium.ts'
import { focusOf } from './look.ts'

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

describe('a reviewer’s way', () => {
  it('by clicks: from the one-time link to the changed word of a renamed copy, and to the notice about it', async () => {
    const fresh = await startPages((app) => seed(app))
    const context = await browser.newContext()
    const page = await context.newPage()

    await page.goto(fresh.signInLink)
    expect(await page.textContent('h1')).toBe('Works')
    expect(page.url()).not.toContain('token')
    await page.getByRole('link', { name: /strong matches to decide/ }).click()
    expect(await page.getByRole('combobox', { name: 'Decision' }).inputValue()).toBe('none')
    await page.getByRole('combobox', { name: 'Decision' }).selectOption('infringing')
    await page.getByRole('searchbox', { name: /Repository/ }).fill('transfer')
    await page.getByRole('button', { name: 'Filter' }).click()
    expect(page.url()).toContain('decision=infringing')
    await page.getByRole('link', { name: 'remix/transfer-tools' }).click()
    const run = page.getByRole('table', { name: /^Run 1/ })
    expect(await run.locator('.changed').allTextContents()).toEqual(['planTransfer', 'hohmann'])
    await page.getByRole('link', { name: 'orbit-cli-2' }).first().click()
    expect(await page.getByText('Nobody has signed this').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'remix/transfer-tools' }).click()
    expect(await page.textContent('h1')).toBe('remix/transfer-tools')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${fresh.url}/works/orbit-cli`)
    expect(await page.textContent('h1')).toBe('Sign in')

    await context.close()
    await fresh.close()
  })

  it('by keys alone: skip link, filter, and a match, the focus always seen', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${pages.url}/works/orbit-cli/matches`)
      await page.keyboard.press('Tab')
      expect(await focusOf(page)).toMatchObject({ text: 'Skip to the content', seen: true })
      await page.keyboard.press('Enter')
      for (let presses = 0; (await focusOf(page)).name !== 'q'; presses++) {
        expect(presses, 'the filter is a few keys away').toBeLessThan(24)
        await page.keyboard.press('Tab')
        expect((await focusOf(page)).seen).toBe(true)
      }
      await page.keyboard.type('look/alike')
      await page.keyboard.press('Enter')
      await page.waitForURL(/q=look/)
      for (let presses = 0; (await focusOf(page)).text !== 'look/alike'; presses++) {
        expect(presses).toBeLessThan(40)
        await page.keyboard.press('Tab')
      }
      await page.keyboard.press('Enter')
      await page.waitForURL(/matches\/look\/alike/)
      expect(await page.textContent('h1')).toBe('look/alike')
    })
  })

  it('by single keys: choose, say why, and on to the next of the list', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${pages.url}/works/orbit-cli/matches/forker-3/orbit-leak?decision=none&order=name`)
      await page.keyboard.press('o')
      expect(await page.getByRole('radio', { name: /Not ours/ }).isChecked()).toBe(true)
      await page.keyboard.type('no, it is not')
      expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('no, it is not')
      expect(await page.getByRole('radio', { name: /Not ours/ }).isChecked(), 'typing is no command').toBe(
        true,
      )
      await page.getByRole('textbox', { name: /Reviewer/ }).fill('Ada Diaz')
      await page.keyboard.press('Enter')
      await page.waitForURL(/forker-30\/orbit-leak\?decision=none&order=name/)
      await page.keyboard.press('p')
      await page.waitForURL(/forker-29\//)
      await page.keyboard.press('?')
      expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true)
      await page.getByRole('checkbox', { name: /Use these keys/ }).uncheck()
      await page.keyboard.press('Escape')
      await page.keyboard.press('n')
      await page.keyboard.press('?')
      expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(false)
      expect(page.url()).toContain('forker-29')
    })
  })

  it('copies an answer of the form as it will be pasted, line by line', async () => {
    await withPage({}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(`${pages.url}/notices/orbit-cli-1/form`)
      const field = page.locator('[data-copy]', { hasText: 'E-mail: legal@orbit.example' })
      await field.getByRole('button', { name: 'Copy' }).click()
      await field.getByRole('button', { name: 'Copied' }).waitFor()
      const copied = await page.evaluate(() =>
        (
          globalThis as unknown as { navigator: { clipboard: { readText: () => Promise<string> } } }
        ).navigator.clipboard.readText(),
      )
      expect(copied).toBe('E-mail: legal@orbit.example\nTelephone: +1 555 0100')
    })
  })

  it('a wide table can be scrolled by keys', async () => {
    await withPage({ viewport: { width: 320, height: 700 } }, async (page) => {
      await page.goto(`${pages.url}/works/orbit-cli/matches`)
      const table = page.locator('section.scroll')
      await table.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    })
  })
})

it('a right-to-left path does not turn its neighbours around', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${pages.url}/works/orbit-cli/matches/${hostileRepository}`)
    const link = page.getByRole('link', { name: 'מקור' }).first()
    const [first, second] = await link
      .locator('bdi')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left))
    expect(first).toBeLessThan(second!)
  })
})

it('a match printed on paper names the addresses behind its links and leaves out what only a screen can use', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${pages.url}/works/orbit-cli/matches/remix/transfer-tools`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.bar').isVisible()).toBe(false)
    expect(await page.locator('.command').isVisible()).toBe(false)
    const printed = await page
      .locator('.compare .outside')
      .first()
      .evaluate(
        (link) =>
          (
            globalThis as unknown as { getComputedStyle: (e: unknown, p: string) => { content: string } }
          ).getComputedStyle(link, '::after').content,
      )
    expect(printed).toContain('https://github.com/remix/transfer-tools/blob/')
  })
})

const withPage = (options: BrowserContextOptions, work: (page: Page) => Promise<void>) =>
  browse(browser, pages, options, work)
