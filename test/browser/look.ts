import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** From the smallest phone to 4K. */
export const widths = [320, 480, 768, 1440, 3840] as const

/** What axe finds on the page as it stands; `only`: rules by their names, all of them unless told. */
export async function barriersOf(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe)
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(only === undefined ? {} : { runOnly: only }),
  }
  const { violations } = await page.evaluate(
    (given) =>
      (globalThis as unknown as { axe: { run: (o: unknown) => Promise<AxeResults> } }).axe.run(given),
    options,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** The widths at which the page has to be scrolled sideways, each with what stands out the farthest. */
export async function tooWideAt(page: Page): Promise<string[]> {
  const tooWide: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const farthest = await page.evaluate<string | null>(`{
      const root = document.documentElement
      if (root.scrollWidth <= root.clientWidth) null
      else {
        const all = [...document.body.querySelectorAll('*')]
        const right = (element) => element.getBoundingClientRect().right
        const last = all.reduce((a, b) => (right(b) > right(a) ? b : a))
        root.scrollWidth - root.clientWidth + ' px: ' + last.outerHTML.slice(0, 200)
      }
    }`)
    if (farthest !== null) tooWide.push(`${width} px, beyond by ${farthest}`)
  }
  return tooWide
}

/**
 * Right-to-left text that stands in a line with other text and is not isolated from it: it would turn what stands
 * around it around. A text alone in its block has nothing to turn.
 */
export async function turningTexts(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(`{
    const rightToLeft = /[\\u0590-\\u08ff\\ufb1d-\\ufdfd\\ufe70-\\ufefc]/
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (!rightToLeft.test(node.data) || node.parentElement.closest('script, option, textarea') !== null) continue
      let element = node.parentElement
      while (getComputedStyle(element).display === 'inline' && getComputedStyle(element).unicodeBidi === 'normal')
        element = element.parentElement
      const isolated = getComputedStyle(element).display === 'inline'
      if (!isolated && element.textContent.trim() !== node.data.trim())
        found.push(node.data.slice(0, 40) + ' in ' + element.outerHTML.slice(0, 120))
    }
    found
  }`)
}

export interface Focus {
  text: string
  name: string
  /** Inside the window and with an outline. */
  seen: boolean
  /** Nothing on the page has it. */
  nowhere: boolean
}

export async function focusOf(page: Page): Promise<Focus> {
  return await page.evaluate<Focus>(`{
    const element = document.activeElement
    const { left, right } = element.getBoundingClientRect()
    const outlined = getComputedStyle(element).outlineStyle !== 'none'
    const seen = outlined && right > 0 && left < innerWidth
    const nowhere = element === document.body
    const result = { text: nowhere ? '' : element.textContent.trim(), name: element.name ?? '', seen, nowhere }
    result
  }`)
}
