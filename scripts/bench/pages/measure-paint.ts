import { loadavg } from 'node:os'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../../test/browser/chromium.ts'
import { median } from '../measure.ts'
import { slug } from './fill-work.ts'
import { withFilledServer, type Size } from './with-filled-server.ts'

/** A slow laptop on a slow line. */
const slow = { cpu: 4, latency: 40, bytesPerSecond: 10_000_000 / 8 }
const rounds = 5

const paths = [
  '/',
  `/works/${slug}`,
  `/works/${slug}/matches`,
  `/works/${slug}/matches/by-network`,
  `/works/${slug}/matches/owner-777/orbit-27`,
  `/works/${slug}/networks`,
  `/works/${slug}/networks/owner-0/orbit-0`,
  `/works/${slug}/figures`,
  `/works/${slug}/originals`,
  `/works/${slug}/scans`,
  `/works/${slug}/settings`,
  '/notices',
  '/deadlines',
  '/inbox',
  '/log',
]

/** When somebody who never came before sees the first of a page, with nothing kept from another one. */
export async function measurePaint(size: Size): Promise<string> {
  const browser = await launchChromium()
  try {
    return await withFilledServer(size, async ({ url, cookie }) => {
      const paint = async (path: string) => {
        const times: number[] = []
        for (let i = 0; i < rounds; i++) times.push(await firstPaint(browser, url + path, cookie))
        return median(times)
      }
      await firstPaint(browser, `${url}/`, cookie)
      const empty = await paint('/healthz')
      const lines = [
        `paint: first contentful paint, processor ${slow.cpu} times slower, ${slow.latency} ms latency, 10 Mbit/s, median of ${rounds}; load ${loadavg()[0]!.toFixed(1)}`,
        `  ${'an empty page (/healthz)'.padEnd(48)} ${empty.toFixed(0).padStart(5)} ms`,
      ]
      for (const path of paths) {
        const time = await paint(path)
        lines.push(
          `  ${path.padEnd(48)} ${time.toFixed(0).padStart(5)} ms, ratio ${(time / empty).toFixed(1)}`,
        )
      }
      return lines.join('\n')
    })
  } finally {
    await browser.close()
  }
}

async function firstPaint(browser: Browser, url: string, cookie: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latency,
      downloadThroughput: slow.bytesPerSecond,
      uploadThroughput: slow.bytesPerSecond,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu })
    await page.goto(url)
    return await page.evaluate<number>(`new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const paint = list.getEntriesByName('first-contentful-paint')[0]
        if (paint !== undefined) resolve(paint.startTime)
      }).observe({ type: 'paint', buffered: true })
    })`)
  } finally {
    await context.close()
  }
}
