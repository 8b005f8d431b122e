import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Pages } from '../server/http/with-pages.ts'

/** A browser of its own for whoever is signed in to these pages. */
export async function contextOf(
  browser: Browser,
  pages: Pick<Pages, 'cookie' | 'url'>,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  const [name = '', value = ''] = (await pages.cookie()).split('=')
  await context.addCookies([{ name, value, url: pages.url }])
  return context
}

/** The same with a page of it, closed however `work` ends. */
export async function browse(
  browser: Browser,
  pages: Pick<Pages, 'cookie' | 'url'>,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await contextOf(browser, pages, options)
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}
