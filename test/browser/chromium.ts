import chromium from '@sparticuz/chromium'
import { existsSync } from 'node:fs'
import { chromium as playwright, type Browser } from 'playwright-core'

/** Browsers that a system may have where the package brings none. */
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * A headless Chromium: the one that an npm package brings on Linux x64, the system's elsewhere. Tests do not skip:
 * without one they fail and say what to install.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium()
  try {
    return await playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  } catch (error) {
    throw new Error(
      `Chromium at ${executablePath} does not start. Install the system's Chromium and its libraries.`,
      {
        cause: error,
      },
    )
  }
}

async function findChromium(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') return await chromium.executablePath()
  const found = systemBrowsers.find(existsSync)
  if (found !== undefined) return found
  throw new Error(
    `No Chromium for ${process.platform} ${process.arch}: install one at ${systemBrowsers.join(' or ')}.`,
  )
}
