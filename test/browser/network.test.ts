import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedForkNetwork } from '../server/http/seed/fork-network.ts'
import { seed } from '../server/http/seed/seed.ts'
import { startPages, type Pages } from '../server/http/with-pages.ts'
import { browse } from './browse.ts'
import { launchChromium } from './chromium.ts'

const size = 500
const network = '/works/orbit-cli/networks/orbit-inc/orbit'

let pages: Pages
let browser: Browser

beforeAll(async () => {
  pages = await startPages(async (app) => {
    await seed(app, 20)
    await seedForkNetwork(app, size)
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

describe('the picture', () => {
  it('draws every repository, and fewer when a state is left out or the reader comes closer', async () => {
    await withPage({}, async (page) => {
      await open(page, network)
      await expectDrawn(page, size)
      const hidden = Number(
        (await page
          .locator('.network-legend li', { hasText: 'nothing found' })
          .locator('.num')
          .textContent())!,
      )
      await page.getByRole('checkbox', { name: 'Show nothing found in the picture' }).uncheck()
      await expectDrawn(page, size - hidden)
      await page.getByRole('checkbox', { name: 'Show nothing found in the picture' }).check()
      await page.locator('canvas').click()
      await page.mouse.wheel(0, -2000)
      await expect.poll(() => drawn(page)).toBeLessThan(size / 2)
      await page.keyboard.press('0')
      await expectDrawn(page, size)
    })
  })

  it('shows a state by its colour and its shape, in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await withPage({ colorScheme }, async (page) => {
        await open(page, network)
        // The root is a full square, a fork of which nothing was found an empty circle.
        await find(page, 'orbit-inc')
        await expect.poll(() => pixelInTheMiddle(page)).toEqual(await colourOf(page, '.network-official'))
        await find(page, 'forker-of-3')
        await expect.poll(() => pixelInTheMiddle(page)).toEqual(await colourOf(page, '.network-strong'))
        await find(page, 'forker-of-1')
        const none = await colourOf(page, '.network-none')
        await expect.poll(() => pixelInTheMiddle(page)).not.toEqual(none)
      })
    }
  })

  it('finds by name and flies there, the next one each time, and says what it found', async () => {
    await withPage({}, async (page) => {
      await open(page, network)
      await find(page, 'forker-of-86')
      const card = page.locator('.network-card')
      expect(await card.getByRole('heading').textContent()).toBe('forker-of-86/orbit')
      expect(await page.locator('.network-said').textContent()).toBe('forker-of-86/orbit: strong, open')
      await find(page, 'orbit-renamed')
      const first = await card.getByRole('heading').textContent()
      await page.keyboard.press('Enter')
      expect(await card.getByRole('heading').textContent()).not.toBe(first)
      await find(page, 'nobody-like-that')
      expect(await page.locator('.network-said').textContent()).toContain('No repository')
    })
  })

  it('shows a state that is left out when the one that is found has it', async () => {
    await withPage({}, async (page) => {
      await open(page, network)
      const box = page.getByRole('checkbox', { name: 'Show strong, open in the picture' })
      await box.uncheck()
      await find(page, 'forker-of-86')
      expect(await box.isChecked()).toBe(true)
    })
  })

  it('is gone through by keys, to the page of a match', async () => {
    await withPage({}, async (page) => {
      await open(page, network)
      await page.locator('canvas').focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('.network-said').textContent()).toContain('No match is chosen')
      await page.keyboard.press('Shift+ArrowRight')
      const card = page.locator('.network-card')
      expect(await card.getByRole('heading').textContent()).toBe('orbit-inc/orbit')
      await page.keyboard.press('Shift+ArrowRight')
      // What is strong stands in the innermost ring.
      expect(await card.locator('dd').first().textContent()).toBe('strong, open')
      const name = await card.getByRole('heading').textContent()
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/works/orbit-cli/matches/${name!}`)
    })
  })

  it('lets a repository be clicked, and dragging move it without choosing', async () => {
    await withPage({}, async (page) => {
      await open(page, network)
      await find(page, 'forker-of-86')
      await page.keyboard.press('Escape')
      const box = (await page.locator('canvas').boundingBox())!
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      await page.mouse.click(middle.x + 76, middle.y)
      const card = page.locator('.network-card')
      await card.getByRole('heading').waitFor()
      const chosen = await card.getByRole('heading').textContent()
      await page.mouse.move(middle.x, middle.y)
      await page.mouse.down()
      await page.mouse.move(middle.x + 120, middle.y + 40, { steps: 5 })
      await page.mouse.up()
      expect(await card.getByRole('heading').textContent()).toBe(chosen)
    })
  })

  it('is moved and zoomed by two fingers', async () => {
    await withPage({ hasTouch: true }, async (page) => {
      await open(page, network)
      await expectDrawn(page, size)
      await page.evaluate(pinch)
      await expect.poll(() => drawn(page)).toBeLessThan(size / 2)
      expect(await page.locator('.network-card').isVisible(), 'a pinch chooses nothing').toBe(false)
    })
  })

  it('says and shows what each wording would reach', async () => {
    await withPage({}, async (page) => {
      await open(page, network)
      const rows = page.locator('.wordings tbody tr')
      await rows.nth(1).getByRole('button', { name: 'Show in the picture' }).click()
      const said = page.locator('.network-said')
      expect(await said.textContent()).toContain(`reaches ${size} of the repositories drawn`)
      expect(await said.textContent()).toContain('1 of them official')
      // What it would take without evidence is crossed out where nothing was.
      await find(page, 'forker-of-1')
      const cross = await colourOf(page, '.network-overreach')
      await expect.poll(() => pixelInTheMiddle(page)).toEqual(cross)
      await rows.nth(0).getByRole('button', { name: 'Show in the picture' }).click()
      await expect.poll(() => pixelInTheMiddle(page)).not.toEqual(cross)
      expect(await said.textContent()).toContain('reaches 0')
    })
  })

  it('is not there without JavaScript, and the table is', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(pages.url + network)
      expect(await page.locator('canvas').isVisible()).toBe(false)
      expect(await page.getByText('The picture is drawn by JavaScript').isVisible()).toBe(true)
      expect(await page.locator('input[type="checkbox"]:visible').count()).toBe(0)
      await page.getByRole('link', { name: 'weak, open' }).click()
      expect(await page.getByRole('combobox', { name: 'State' }).inputValue()).toBe('weak')
      expect(await page.getByRole('link', { name: 'forker-of-5/orbit' }).isVisible()).toBe(true)
    })
  })
})

it('a day of the chart is read by pointer and by keys', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${pages.url}/works/orbit-cli/figures`)
    const reading = page.locator('.chart-reading output')
    await expect
      .poll(() => reading.textContent())
      .toMatch(/^2026-04-01: \d+ of \d+ alive, 0 disabled; orbit-cli-1 sent$/)
    await page.getByRole('slider', { name: 'Day' }).focus()
    await page.keyboard.press('ArrowLeft')
    expect(await reading.textContent()).toMatch(/^2026-03-31: 26 of 26 alive/)
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe(await reading.textContent())
    const picture = (await page.locator('figure.chart svg').boundingBox())!
    await page.mouse.move(picture.x + picture.width - 5, picture.y + 50)
    expect(await reading.textContent()).toMatch(/^2026-04-01/)
  })
})

async function open(page: Page, path: string): Promise<void> {
  await page.goto(pages.url + path)
  if (/networks\/./.test(path)) await page.locator('canvas[data-drawn]').waitFor()
}

async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a repository in the picture' }).fill(name)
  await page.keyboard.press('Enter')
}

async function drawn(page: Page): Promise<number> {
  return Number(await page.locator('canvas').getAttribute('data-drawn'))
}

async function expectDrawn(page: Page, count: number): Promise<void> {
  await expect.poll(() => drawn(page)).toBe(count)
}

/** Two fingers that part by 600 pixels; as text, since these tests know no types of a browser. */
const pinch = `{
  const canvas = document.querySelector('canvas')
  const box = canvas.getBoundingClientRect()
  const touch = (type, pointerId, dx) => canvas.dispatchEvent(new PointerEvent(type, {
    pointerId, pointerType: 'touch', bubbles: true,
    clientX: box.left + box.width / 2 + dx, clientY: box.top + box.height / 2,
  }))
  canvas.setPointerCapture = () => undefined
  touch('pointerdown', 1, -20)
  touch('pointerdown', 2, 20)
  for (let dx = 20; dx <= 320; dx += 20) {
    touch('pointermove', 1, -dx)
    touch('pointermove', 2, dx)
  }
  touch('pointerup', 1, -320)
  touch('pointerup', 2, 320)
}`

async function pixelInTheMiddle(page: Page): Promise<number[]> {
  return await page.evaluate(`{
    const canvas = document.querySelector('canvas')
    Array.from(canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data.slice(0, 3))
  }`)
}

async function colourOf(page: Page, selector: string): Promise<number[]> {
  const colour = await page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).color`)
  return colour.match(/\d+/g)!.slice(0, 3).map(Number)
}

async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const all = { reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, ...options } as const
  await browse(browser, pages, all, async (page) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    // These tests read pixels back, which Chromium would do faster otherwise.
    page.on('console', (message) => {
      if (!message.text().includes('willReadFrequently')) complaints.push(message.text())
    })
    await work(page)
    expect(complaints).toEqual([])
  })
}
