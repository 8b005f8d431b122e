import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { incident } from '../practice-github/worlds/incident.ts'
import { leakedTarball } from '../practice-github/worlds/leaked-package.ts'
import { launchChromium } from './chromium.ts'
import { openHouse, type House } from './open-house.ts'

const copies = incident()
  .truth.copies.map(({ name }) => name)
  .sort()
const swept = 'kedge/sluicegate-plugins'
const own = 'four words that do not belong'

let house: House
let browser: Browser
/** What was sent, and the repositories that it names. */
const notices = new Map<string, string[]>()
/** Who has come in, each in a browser of their own. */
const people = new Map<string, Page>()

beforeAll(async () => {
  house = await openHouse()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

/** From an empty folder to a partial retraction: one story, so each part stands on the one before. */
describe('the worst week, by clicks and keys alone', () => {
  it('whoever holds the machine comes in by its link, and asks the team in', async () => {
    const page = await newPage()
    await page.goto(house.signInLink)
    expect(await page.textContent('h1')).toBe('Welcome to Clawback')
    await page.getByRole('link', { name: 'People' }).click()
    const made = new Map<string, string>()
    for (const [name, fullName, role] of [
      ['rowan', 'Rowan Vance', 'researcher'],
      ['rita', 'Rita Okafor', 'reviewer'],
      ['sigrid', 'Sigrid Holm', 'signatory'],
      ['audrey', 'Audrey Lim', 'auditor'],
    ] as const) {
      await page.getByLabel('Name to sign in with').fill(name)
      await page.getByLabel('Name in full').fill(fullName)
      await page.getByRole('group', { name: 'Roles' }).last().getByLabel(role).check()
      await page.getByRole('button', { name: /^Add, and show/ }).click()
      made.set(name, (await page.locator('.callout-green code').textContent())!)
    }
    for (const [name, password] of made) await comeIn(name, password)
  })

  it('a researcher adds what leaked, says who complains, and sends a scan whose probes were shown before', async () => {
    const page = people.get('rowan')!
    await page.goto(house.url)
    await page
      .getByRole('link', { name: /Add a work/ })
      .first()
      .click()
    await page.getByLabel('A file from your computer').setInputFiles({
      name: 'sluicegate-4.2.0.tgz',
      mimeType: 'application/gzip',
      buffer: await leakedTarball(),
    })
    await page.getByLabel('Title').fill('Sluicegate')
    await page.getByLabel('Copyright owner').fill('Fennmark Ltd')
    await page.getByLabel('Official repositories on GitHub').fill('fennmark/sluicegate-plugins')
    await page.getByRole('button', { name: /^Read it/ }).click()
    await page.getByRole('link', { name: /who complains|claimant/i }).click()
    await page.getByLabel('Name', { exact: true }).fill('Sigrid Holm')
    await page.getByLabel('Acts as').selectOption('agent')
    await page.getByLabel('Organization').fill('Fennmark Ltd')
    await page
      .getByLabel('By what authority')
      .fill('General counsel of Fennmark Ltd, the owner of the copyright')
    await page.getByLabel(/^E-mail/).fill('legal@fennmark.example')
    await page.getByLabel('Telephone').fill('+44 20 7946 0000')
    await page.getByRole('button', { name: 'Save the claimant' }).click()
    await page.getByRole('link', { name: 'Scans' }).click()
    await page.getByRole('link', { name: /New scan/ }).click()
    expect(house.github.requests, 'nothing left before somebody said so').toEqual([])
    await page.getByRole('button', { name: 'Send these, and scan' }).click()
    await page.locator('.head .badge', { hasText: 'complete' }).waitFor({ timeout: 60_000 })
  })

  it('a reviewer decides about every strong match beside its evidence, by keys', async () => {
    const page = people.get('rita')!
    await page.goto(`${house.url}/works/sluicegate`)
    await page.getByRole('link', { name: /strong matches to decide/ }).click()
    await page.locator('table.matches a').first().waitFor()
    const strong = await page.locator('table.matches tbody tr').count()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    for (let decided = 0; decided < strong; decided++) {
      await page.getByRole('heading', { name: 'Evidence, file by file' }).waitFor()
      await page.keyboard.press('i')
      await page.keyboard.type('Compared side by side: these files are ours, and none was ever licensed.')
      await page
        .getByLabel(/^How fair use was considered/)
        .fill(
          'Whole files of an unpublished commercial work, unchanged in purpose; they replace it on the market.',
        )
      await page.getByRole('button', { name: 'Record, and on to the next' }).click()
    }
    await page.goto(`${house.url}/works/sluicegate/matches?strength=strong&decision=infringing`)
    const named = await page.locator('table.matches tbody th > a').allTextContents()
    expect(named.sort()).toEqual(copies)
  })

  it('a researcher drafts, a signatory reads each draft, signs it, and says that it was sent', async () => {
    const researcher = people.get('rowan')!
    await researcher.goto(`${house.url}/works/sluicegate`)
    await researcher.getByRole('link', { name: /Draft/ }).first().click()
    await researcher.getByRole('button', { name: 'Draft the notices' }).click()
    const drafts = await researcher.locator('ul.refs a').allTextContents()
    expect(drafts.length).toBeGreaterThan(1)

    const page = people.get('sigrid')!
    for (const [index, id] of drafts.entries()) {
      await page.goto(`${house.url}/notices`)
      await page.getByRole('link', { name: id, exact: true }).click()
      await page.getByLabel(/^Your full legal name/).fill('Sigrid Holm')
      await page.getByRole('button', { name: 'Sign it' }).click()
      await page.getByLabel(/^Ticket number/).fill(`${4_711_000 + index}`)
      await page.getByRole('button', { name: 'Record that it was sent' }).click()
      await page.locator('.head .badge', { hasText: 'sent' }).waitFor()
      notices.set(
        id,
        await page.getByRole('region', { name: 'What it names' }).locator('tbody th').allTextContents(),
      )
    }
    expect([...notices.values()].flat().sort()).toEqual(copies)
    expect(house.complaints).toEqual([])
  })

  it('everybody sees what GitHub took down, and what it swept along', async () => {
    for (const [id, named] of notices)
      for (const name of named) house.github.world.disable(name, published(id))
    house.github.world.disable(swept, published(sweeping()))
    house.github.advance(3 * 86_400_000)
    const page = people.get('rowan')!
    await page.goto(`${house.url}/works/sluicegate/matches`)
    expect(await page.textContent('h1'), 'nobody stays signed in for three days').toBe('Sign in')
    await signIn(page, 'rowan', own)
    await page.getByLabel(/^All \d+ of this list/).check()
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect
      .poll(
        async () => {
          await page.goto(`${house.url}/works/sluicegate/matches?availability=disabled`)
          return (await page.locator('table.matches tbody th > a').allTextContents()).sort()
        },
        { timeout: 30_000, interval: 500 },
      )
      .toEqual(copies)
    await expect
      .poll(
        async () => {
          await page.goto(`${house.url}/inbox`)
          return await page.textContent('main')
        },
        { timeout: 30_000, interval: 500 },
      )
      .toContain(`${swept} was disabled under our notice`)
  })

  it('what was swept along is given back, until it answers again', async () => {
    const researcher = people.get('rowan')!
    await researcher.getByRole('link', { name: new RegExp(`${swept} was disabled`) }).click()
    await researcher.getByRole('link', { name: 'Choose what to give back' }).click()
    expect(await researcher.getByLabel(`Give back ${swept}`).isChecked()).toBe(true)
    await researcher
      .getByLabel(/^Why, in your words/)
      .fill('The notice never named it. It holds nothing of ours.')
    await researcher.getByRole('button', { name: 'Draft the retraction' }).click()
    const address = researcher.url()

    const page = people.get('sigrid')!
    await page.goto(address)
    await signIn(page, 'sigrid', own)
    await page.goto(address)
    await page.getByLabel(/^Your full legal name/).fill('Sigrid Holm')
    await page.getByRole('button', { name: 'Sign it' }).click()
    await page.getByRole('button', { name: 'Record that it was sent' }).click()
    await page.locator('.head .badge', { hasText: 'sent' }).waitFor()
    house.github.world.reinstate(swept)
    house.github.advance(7_200_000)
    await expect
      .poll(
        async () => {
          await researcher.goto(`${house.url}/inbox`)
          return await researcher.textContent('main')
        },
        { timeout: 30_000, interval: 500 },
      )
      .toContain(
        `Everything that was disabled under our notice ${sweeping()} without being named is available again`,
      )
    await researcher.goto(`${house.url}/works/sluicegate`)
    expect(await researcher.textContent('main')).toContain('Nothing waits for a person.')
  })

  it('an auditor reads all of it and finds nothing to press; the log holds', async () => {
    const page = people.get('audrey')!
    await page.goto(house.url)
    await signIn(page, 'audrey', own)
    for (const path of [
      '/works/sluicegate',
      '/works/sluicegate/matches',
      '/works/sluicegate/matches/northquay/lock-engine-src',
      '/works/sluicegate/settings',
      '/works/sluicegate/scans',
      '/notices',
      '/notices/sluicegate-1',
      '/notices/sluicegate-1/form',
      '/deadlines',
      '/inbox',
      '/log',
    ]) {
      await page.goto(house.url + path)
      const forms = page.locator('main form[method=post]')
      const actions = await forms.evaluateAll((all) => all.map((form) => form.getAttribute('action')!))
      expect(
        actions.filter((action) => !action.endsWith('/views')),
        path,
      ).toEqual([])
    }
    expect(await page.textContent('main')).toMatch(/chain holds/)
    expect(house.complaints).toEqual([])
    expect(house.github.violations).toEqual([])
  })
})

/** Where GitHub publishes it. */
function published(notice: string): string {
  return `https://github.com/github/dmca/blob/master/2026/06/2026-06-05-fennmark-${notice}.md`
}

/** The notice under which GitHub will go too far. */
function sweeping(): string {
  return [...notices].find(([, named]) => named.some((name) => name.endsWith('/sluicegate-plugins')))![0]
}

/** Signs in with the password that was made, and chooses another, as nothing else is open before. */
async function comeIn(name: string, password: string): Promise<void> {
  const page = await newPage()
  await page.goto(house.url)
  await signIn(page, name, password)
  await page.getByLabel('Password of today').fill(password)
  await page.getByLabel(/^New password/).fill(own)
  await page.getByRole('button', { name: /^Change it/ }).click()
  await signIn(page, name, own)
  expect(await page.textContent('h1')).toBe('Welcome to Clawback')
  people.set(name, page)
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function newPage(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(15_000)
  return await context.newPage()
}
