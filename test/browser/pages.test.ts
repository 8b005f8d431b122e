import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Request as PlaywrightRequest } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { openTour, type Door, type Tour } from './every-page/open-tour.ts'
import { states, type State } from './every-page/states.ts'
import { barriersOf, tooWideAt, turningTexts } from './look.ts'

/** What is got, and is no page: files, feeds and streams, and ways that lead on at once. */
const noPages = [
  '/assets/:file',
  '/healthz',
  '/readyz',
  '/metrics',
  '/sign-in/provider',
  '/sign-in/provider/leave',
  '/demo/state',
  '/works/:slug/figures/figures.csv',
  '/works/:slug/figures/days.csv',
  '/works/:slug/figures/figures.json',
  '/works/:slug/networks/:owner/:name/picture',
  '/works/:slug/matches.csv',
  '/works/:slug/scans/:id/events',
  '/notices/:id/files/:format',
  '/notices/:id/counsel.:ending',
  '/deadlines.ics',
  '/inbox/alerts.xml',
  '/log.jsonl',
]

/** Bytes of a page with all that it loads, as they are sent; the network's picture is counted by its own test. */
const heaviest = 200_000

let tour: Tour
let browser: Browser
/** By address, and as it was sent: the second page to need a style has it already. */
const sentBytes = new Map<string, number>()
const contexts = new Map<Door, BrowserContext>()

beforeAll(async () => {
  tour = await openTour()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await tour.close()
})

it('every page there is stands in the table, and no other', () => {
  expect([...Object.keys(states), ...noPages].sort()).toEqual([...readRoutes(), '*'].sort())
})

describe.each(Object.keys(states))('%s', (route) => {
  it.each(Object.entries(states[route]!))(
    '%s: no barrier in either theme, fits from 320 pixels to 4K, and nothing that a stranger wrote acts',
    async (_name, state) => {
      const { page, complaints, loaded, answered } = await open(state)
      try {
        if (typeof state === 'string' && route !== '*') expect(answered, 'it is there').toBe(200)
        expect(await barriersOf(page), 'in light colours').toEqual([])
        expect(await turningTexts(page), 'texts that turn their neighbours around').toEqual([])
        // Only colours differ between the themes.
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await barriersOf(page, ['color-contrast']), 'in dark colours').toEqual([])
        expect(await tooWideAt(page)).toEqual([])
        expect(complaints).toEqual([])
        expect(await weightOf(loaded), 'bytes').toBeLessThanOrEqual(heaviest)
      } finally {
        await page.close()
      }
    },
  )
})

interface Opened {
  page: Page
  /** What the page did that it must not. */
  complaints: string[]
  /** What came with it. */
  loaded: PlaywrightRequest[]
  /** The status of the first page. */
  answered: number
}

async function open(state: State): Promise<Opened> {
  const complaints: string[] = []
  let loaded: PlaywrightRequest[] = []
  let answered = 0
  const visit = async (who: Door, path: string) => {
    const page = await (await contextOf(who)).newPage()
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // A page that says "not found" or "refused" has that status.
      if (!message.text().includes('status of 4')) complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(who.url)) complaints.push(`loaded ${request.url()}`)
      if (request.isNavigationRequest()) loaded = []
    })
    page.on('requestfinished', (request) => void loaded.push(request))
    answered = (await page.goto(who.url + path))!.status()
    return page
  }
  const page = typeof state === 'string' ? await visit(tour.full, state) : await state(visit, tour)
  return { page, complaints, loaded, answered }
}

async function weightOf(loaded: readonly PlaywrightRequest[]): Promise<number> {
  let bytes = 0
  for (const request of loaded) {
    const url = request.url()
    if (url.endsWith('/picture')) continue
    const sent = Math.max((await request.sizes()).responseBodySize, sentBytes.get(url) ?? 0)
    sentBytes.set(url, sent)
    bytes += sent
  }
  return bytes
}

/** A browser of each person's own. */
async function contextOf(who: Door): Promise<BrowserContext> {
  const kept = contexts.get(who)
  if (kept !== undefined) return kept
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' })
  context.setDefaultTimeout(20_000)
  const [name = '', value = ''] = who.cookie.split('=')
  if (name !== '') await context.addCookies([{ name, value, url: who.url }])
  contexts.set(who, context)
  return context
}

/** Every path that the source lets somebody get, the programs' own aside. */
function readRoutes(): string[] {
  const folder = join(import.meta.dirname, '../../server')
  const files = readdirSync(join(folder, 'http'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('http', file))
  return ['app.ts', ...files]
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\.get\(\s*'(\/[^']*)'/g)])
    .map(([, path]) => path!)
    .filter((path) => !path.startsWith('/api/'))
}
