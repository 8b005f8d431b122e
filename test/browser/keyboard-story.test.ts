import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { requireWork } from '../../server/tasks/find-work.ts'
import { showNotice } from '../../server/tasks/notice/show-notice.ts'
import { roles } from '../../server/core/access/roles.ts'
import { addUser } from '../../server/tasks/users/add-user.ts'
import { gitHubAsSeen } from '../server/http/seed/github-as-seen.ts'
import { seed } from '../server/http/seed/seed.ts'
import { password } from '../server/http/user-session.ts'
import { startPages, type Pages } from '../server/http/with-pages.ts'
import { contextOf } from './browse.ts'
import { launchChromium } from './chromium.ts'
import { focusOf } from './look.ts'

let pages: Pages
let browser: Browser

beforeAll(async () => {
  pages = await startPages(async (app) => {
    await seed(app, 2)
    app.connect = gitHubAsSeen(app.db, (await requireWork(app.db, 'orbit-cli')).id)
    await addUser(app, { name: 'ada', fullName: 'Ada Diaz', roles: [...roles], password })
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

it('by keys alone, from signing in to a signed notice, and the focus is seen at every step', async () => {
  const page = await browser.newPage()
  await page.goto(`${pages.url}/sign-in`)
  await tabTo(page, { name: 'name' })
  await page.keyboard.type('ada')
  await tabTo(page, { name: 'password' })
  await page.keyboard.type(password)
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Works', level: 1 }).waitFor()

  await tabTo(page, { text: /strong match(es)? to decide/ })
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Matches' }).waitFor()
  await press(page, 'j')
  expect((await focusOf(page)).seen, 'a row that a key chose').toBe(true)
  await press(page, 'Enter')
  const judged: string[] = []
  for (const next of ['Record, and on to the next', 'Record']) {
    await page.getByRole('heading', { name: 'Evidence, file by file' }).waitFor()
    judged.push((await page.textContent('h1'))!)
    await press(page, 'i')
    expect(await focusOf(page), 'from the decision to its reason').toMatchObject({
      name: 'reason',
      seen: true,
    })
    await page.keyboard.type('Compared side by side, file by file.')
    await tabTo(page, { name: 'fairUse' })
    await page.keyboard.type('Whole files of an unpublished work, for the same use.')
    await tabTo(page, { text: next })
    await press(page, 'Enter')
    await page.waitForURL((url) => next === 'Record' || !url.pathname.includes(judged[0]!))
  }
  expect(new Set(judged).size).toBe(2)
  await page.locator('.review', { hasText: 'infringing' }).waitFor()

  await tabTo(page, { text: 'Orbit CLI <b>2</b>' })
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Needs you' }).waitFor()
  await tabTo(page, { text: 'Draft notices' })
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Draft notices' }).waitFor()
  await tabTo(page, { text: 'Draft the notices' })
  await press(page, 'Enter')
  await page.getByText('Nothing was sent.').waitFor()
  await tabTo(page, { text: /^orbit-cli-\d+$/ })
  const { text: id } = await focusOf(page)
  await press(page, 'Enter')
  await page.getByRole('heading', { name: id, level: 1 }).waitFor()
  await tabTo(page, { name: 'name' })
  await page.keyboard.type('Ada Diaz')
  await press(page, 'Enter')
  await page.locator('.head .badge', { hasText: 'signed' }).waitFor()

  expect(await showNotice(pages.app, id)).toMatchObject({ status: 'signed' })
  await page.close()
})

it('a dialog gives the focus back to where it was', async () => {
  const page = await signedIn()
  await page.goto(`${pages.url}/works/orbit-cli/matches`)
  await press(page, 'j')
  await press(page, 'j')
  const before = await focusOf(page)
  await press(page, '?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await tabTo(page, { text: 'Close' })
  await press(page, 'Escape')
  expect(await focusOf(page)).toEqual(before)
  await page.close()
})

const signedIn = async () => await (await contextOf(browser, pages)).newPage()

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
}

/** Presses Tab until what is wanted has the focus; whatever has it on the way can be seen to have it. */
async function tabTo(page: Page, wanted: { name: string } | { text: string | RegExp }): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    // Past the last one the browser's own bar has it, and then the first one.
    if (focus.nowhere) continue
    expect(focus.seen, `${JSON.stringify(focus)} on ${page.url()}`).toBe(true)
    if ('name' in wanted ? focus.name === wanted.name : isIt(focus.text, wanted.text)) return
  }
  throw new Error(`No Tab leads to ${JSON.stringify(wanted)} on ${page.url()}`)
}

function isIt(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text)
}
