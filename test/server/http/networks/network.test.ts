import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NetworkPicture } from '../../../../server/render/pages/network/draw-network.ts'
import { reviewMatches } from '../../../../server/tasks/review-matches.ts'
import { seedForkNetwork } from '../seed/fork-network.ts'
import { seed } from '../seed/seed.ts'
import { signInAs } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const size = 400
const networks = '/works/orbit-cli/networks'
const network = `${networks}/orbit-inc/orbit`
let pages: Pages

beforeAll(async () => {
  pages = await startPages(async (app) => {
    await seed(app)
    await seedForkNetwork(app, size)
    await reviewMatches(app, {
      work: 'orbit-cli',
      repositories: ['forker-of-3/orbit', 'forker-of-86/orbit'],
      decision: 'infringing',
      reviewer: 'Ada Diaz',
      reason: 'The same files.',
      fairUse: 'Whole work republished.',
    })
  })
})
afterAll(() => pages.close())

const read = async (path: string) => await (await pages.get(path)).text()

describe('the pages', () => {
  const checker = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] })

  it.each([networks, network, `${network}?state=strong`, `${network}?q=nothing-like-it`])(
    '%s is valid HTML with nothing inline',
    async (path) => {
      const html = await read(path)
      const { results } = await checker.validateString(html)
      expect(results.flatMap(({ messages }) => messages.map((m) => `${m.line}: ${m.message}`))).toEqual([])
      expect(html).not.toMatch(/\sstyle=|<script(?![^>]*src="\/assets\/)/)
    },
  )

  it('show nothing to nobody', async () => {
    for (const path of [networks, network, `${network}/picture`]) {
      const { status } = await pages.ask(path)
      expect(status, path).not.toBe(200)
    }
  })

  it('may be read by every role, and change nothing', async () => {
    for (const role of ['researcher', 'reviewer', 'signatory', 'auditor', 'admin'] as const) {
      const session = await signInAs(pages, role, [role])
      for (const path of [networks, network, `${network}/picture`, '/works/orbit-cli/figures']) {
        expect((await session.get(path)).status, `${role} ${path}`).toBe(200)
        const posted = await session.post(path)
        expect(posted.status, `${role} ${path}`).toBe(404)
      }
    }
  })

  it('tell a network that is not known by its code', async () => {
    const answer = await pages.get(`${networks}/nobody/nothing`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('NETWORK_UNKNOWN')
  })
})

describe('the list', () => {
  it('holds the network with what each wording would reach', async () => {
    const html = await read(networks)
    const row =
      /<tr>\s*<th scope="row"[^>]*><a href="\/works\/orbit-cli\/networks\/orbit-inc\/orbit".*?<\/tr>/s.exec(
        html,
      )![0]
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) =>
      cell!.replaceAll(/<[^>]*>/g, ''),
    )
    // 83 n + 3 and 83 n + 9 are strong; two of them are named; GitHub counted two more than were listed.
    const strong = [3, 9].map((rest) => Math.ceil((size - rest) / 83)).reduce((a, b) => a + b)
    expect(cells[0]).toBe(String(size + 2))
    expect(cells[2]).toBe(String(strong))
    expect(cells.slice(-2)).toEqual([
      'reaches 2',
      `reaches ${size + 2}, ${size + 2 - strong} without evidence, 1 official`,
    ])
  })
})

describe('a network', () => {
  it('is found by any of its repositories, and has one address', async () => {
    const answer = await pages.get(`${networks}/forker-of-7/orbit-renamed`)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(network)
  })

  it('says what GitHub counted and did not list', async () => {
    expect(await read(network)).toContain('GitHub counted 2 repositories more than it listed')
  })

  it('refuses the sentence about all forks, with each reason', async () => {
    const html = await read(network)
    expect(html).toContain('The root of the network, orbit-inc/orbit, is an official repository')
    expect(html).toContain(`2 of the network&#x27;s ${size + 2} repositories were not listed`)
  })

  it('filters its table by state and name, and leads to matches', async () => {
    const html = await read(`${network}?state=infringing&q=OF-8`)
    expect(html).toContain('href="/works/orbit-cli/matches/forker-of-86/orbit"')
    expect(html).not.toContain('forker-of-3/orbit<')
    expect((await pages.get('/works/orbit-cli/matches/forker-of-86/orbit')).status).toBe(200)
  })

  it('pages its table: every repository is on one page', async () => {
    const seen = new Set<string>()
    for (let page = 1; page <= 4; page++) {
      const html = await read(`${network}?page=${page}`)
      const table = html.slice(html.indexOf('id="repositories"'))
      for (const [, name] of table.matchAll(/<th scope="row" class="name">(.*?)<\/th>/gs))
        seen.add(name!.replaceAll(/<[^>]*>/g, ''))
    }
    expect(seen.size).toBe(size)
  })
})

describe('the picture', () => {
  it('holds every repository once, with its state, parent and place', async () => {
    const picture = (await (await pages.get(`${network}/picture`)).json()) as NetworkPicture
    expect(new Set(picture.names).size).toBe(size)
    for (const column of ['x', 'y', 'state', 'parents', 'matched', 'named', 'created'] as const)
      expect(picture[column], column).toHaveLength(size)
    expect(picture.names[picture.root]).toBe('orbit-inc')
    const row = picture.names.indexOf('forker-of-86')
    expect(picture.states[picture.state[row]!]).toBe('infringing')
    expect(picture.named[row]).toBe(1)
    expect(picture.named.reduce((a, b) => a + b)).toBe(2)
    const untold = picture.names.indexOf('forker-of-6')
    expect(picture.states[picture.state[untold]!]).toBe('could-not-tell')
  })

  it('is small on the way, and plain for who reads no gzip', async () => {
    const packed = await pages.get(`${network}/picture`, { 'accept-encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const plain = await pages.get(`${network}/picture`, { 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.json()).toEqual(await packed.json())
  })
})
