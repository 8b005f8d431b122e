import type { Page } from 'playwright-core'
import { hostileRepository } from '../../server/http/seed/hostile.ts'
import { plainRepository, strangeRepository, strangeSlug } from './seed-strange.ts'
import { strange } from './strange.ts'
import type { Door, Tour } from './open-tour.ts'

/** Gives a tab of somebody's browser, at one of the pages. */
export type Visit = (who: Door, path: string) => Promise<Page>

/** A path, for whoever holds the machine; or the way to a page as somebody goes it. */
export type State = string | ((visit: Visit, tour: Tour) => Promise<Page>)

const work = '/works/orbit-cli'
const odd = `/works/${strangeSlug}`
const at = (repository: string) => repository.split('/').map(encodeURIComponent).join('/')

/** Every page, by its route as the source has it, in every state that somebody can see it in. */
export const states: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  '/': {
    'with works': '/',
    'before the first work': (visit, { bare }) => visit(bare, '/'),
    'for somebody with a strange name': (visit, { named }) => visit(named, '/'),
  },
  '/sign-in': {
    'by a link': (visit, { nobody }) => visit(nobody, '/sign-in'),
    'by a provider': (visit, { bareNobody }) => visit(bareNobody, '/sign-in'),
    'having left, still in at the provider': (visit, { bareNobody }) =>
      visit(bareNobody, '/sign-in?left=provider'),
    'with a link that is spent': (visit, { nobody }) => visit(nobody, '/sign-in?token=spent'),
    'with a wrong password': async (visit, { nobody }) => {
      const page = await visit(nobody, '/sign-in')
      await page.getByLabel('Name').fill(strange.control)
      await page.getByLabel('Password').fill('wrong')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  '/sign-in/code': { 'of a second factor': (visit, { codeDue }) => visit(codeDue, '/sign-in/code') },
  '/account': {
    'of whoever holds the machine': '/account',
    'of a user': (visit, { named }) => visit(named, '/account'),
    'with a password to change first': (visit, { passwordDue }) => visit(passwordDue, '/'),
    'with a token just made': async (visit, { named }) => {
      const page = await visit(named, '/account')
      await page.locator('form[action="/account/tokens"] input[name="label"]').fill(strange.han.slice(0, 80))
      await page.locator('form[action="/account/tokens"] button').click()
      await page.getByText('Shown only now').waitFor()
      return page
    },
  },
  '/people': { 'with people': '/people', 'with nobody': (visit, { bare }) => visit(bare, '/people') },
  '/settings': {
    'not yet checked': '/settings',
    checked: async (visit, { bare }) => {
      const page = await visit(bare, '/settings')
      await page.getByRole('button', { name: 'Check now' }).click()
      await page.getByRole('button', { name: 'Check again' }).waitFor()
      return page
    },
  },
  '/demo': {
    'before it': (visit, { bare }) => visit(bare, '/demo'),
    'while it is up': async (visit, { bare }) => {
      const page = await visit(bare, '/demo')
      await page.getByRole('button', { name: 'Play the demo' }).click()
      await page.getByRole('link', { name: 'Look around in the demo' }).waitFor()
      return page
    },
  },
  '/works/new': {
    empty: '/works/new',
    refused: async (visit, { full }) => {
      const page = await visit(full, '/works/new')
      await page.getByLabel('Title').fill(strange.arabic.slice(0, 200))
      await page.getByLabel('Copyright owner').fill(strange.markup.slice(0, 200))
      await page.getByLabel(/^Or a package/).fill(`npm:${strange.unbroken}`)
      await page.getByRole('button', { name: /^Read it/ }).click()
      await page.getByText('SOURCE_INVALID').waitFor()
      return page
    },
  },
  '/intakes/:id': {
    // First, since what is read after one that never ends waits for it.
    refused: async (visit, { full }) => {
      const page = await visit(full, '/works/new')
      await page.getByLabel('Title').fill('Nothing there')
      await page.getByLabel('Copyright owner').fill('Orbit Inc.')
      await page.getByLabel('A file from your computer').setInputFiles({
        name: `${strange.hebrew.slice(0, 80)}.tgz`,
        mimeType: 'application/gzip',
        buffer: Buffer.from('no archive at all'),
      })
      await page.getByRole('button', { name: /^Read it/ }).click()
      await page.getByText('Nothing was entered').waitFor()
      return page
    },
    running: async (visit, { full }) => {
      const page = await visit(full, '/works/new')
      await page.getByLabel('Title').fill('Never read')
      await page.getByLabel('Copyright owner').fill('Orbit Inc.')
      await page.getByLabel(/^Or a package/).fill('npm:never-answered@1.0.0')
      await page.getByRole('button', { name: /^Read it/ }).click()
      await page.getByRole('progressbar').waitFor()
      return page
    },
  },
  '/works/:slug': { 'under way': work, new: '/works/new-one', strange: odd },
  '/works/:slug/originals': {
    'some claimed': `${work}/originals`,
    none: '/works/new-one/originals',
    strange: `${odd}/originals`,
  },
  '/works/:slug/settings': {
    'with a claimant': `${work}/settings`,
    'without one': '/works/new-one/settings',
    strange: `${odd}/settings`,
    refused: async (visit, { full }) => {
      const page = await visit(full, `${work}/settings`)
      await page.getByLabel(/^Type/).fill(strange.unbroken)
      await page.getByRole('button', { name: 'Remove it for good' }).click()
      await page.getByRole('alert').getByText('nothing was removed').waitFor()
      return page
    },
  },
  '/works/:slug/figures': {
    counted: `${work}/figures`,
    'nothing to count': '/works/new-one/figures',
    strange: `${odd}/figures`,
  },
  '/works/:slug/networks': {
    several: `${work}/networks`,
    none: '/works/new-one/networks',
    strange: `${odd}/networks`,
  },
  '/works/:slug/networks/:owner/:name': {
    picture: (visit, { full }) => drawn(visit, full, `${work}/networks/orbit-inc/orbit`),
    'one state': (visit, { full }) => drawn(visit, full, `${work}/networks/orbit-inc/orbit?state=strong`),
    'with a selected repository': async (visit, { full }) => {
      const page = await drawn(visit, full, `${work}/networks/orbit-inc/orbit`)
      await page.getByRole('searchbox', { name: 'Find a repository in the picture' }).fill('forker-of-86')
      await page.keyboard.press('Enter')
      await page.locator('.network-card').getByRole('heading').waitFor()
      return page
    },
    'without a listing': (visit, { full }) => drawn(visit, full, `${work}/networks/leaker/orbit-leak`),
    strange: (visit, { full }) => drawn(visit, full, `${odd}/networks/${at(strangeRepository)}`),
  },
  '/works/:slug/matches': {
    many: `${work}/matches`,
    'nothing like it': `${work}/matches?q=${encodeURIComponent(strange.hebrew)}`,
    none: '/works/new-one/matches',
    strange: `${odd}/matches`,
    'with the keys shown': async (visit, { full }) => {
      const page = await visit(full, `${work}/matches?network=10`)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      return page
    },
    'with the views open': async (visit, { full }) => {
      const page = await visit(full, `${odd}/matches`)
      await page.getByText('Views', { exact: true }).click()
      return page
    },
    'decided together: what it would do': async (visit, { full }) => {
      const page = await visit(full, `${odd}/matches`)
      await page.getByLabel(/^All \d+ of this list/).check()
      await page.getByRole('combobox', { name: 'Decide' }).selectOption('needs-counsel')
      await page.getByRole('button', { name: 'Show what that does' }).click()
      await page.getByRole('heading', { name: /^Decide \d+ together/ }).waitFor()
      return page
    },
  },
  '/works/:slug/matches/by-network': {
    several: `${work}/matches/by-network`,
    none: '/works/new-one/matches/by-network',
    strange: `${odd}/matches/by-network`,
  },
  '/works/:slug/bulk/:id': {
    recorded: async (visit, { full }) => {
      const page = await visit(full, `${odd}/matches?strength=strong`)
      await page.locator('tbody input[type="checkbox"]').nth(3).check()
      await page.locator('tbody input[type="checkbox"]').nth(4).check()
      await page.getByRole('combobox', { name: 'Decide' }).selectOption('not-ours')
      await page.getByRole('button', { name: 'Show what that does' }).click()
      await page.getByRole('textbox', { name: 'Reason' }).fill(strange.arabic)
      await page.getByRole('textbox', { name: /Reviewer/ }).fill(strange.hebrew.slice(0, 200))
      await page.getByRole('button', { name: /^Record for/ }).click()
      await page.waitForURL(/\/bulk\/\d+$/)
      return page
    },
  },
  '/works/:slug/matches/:owner/:name': {
    edited: `${work}/matches/remix/transfer-tools`,
    'weak, decided': `${work}/matches/look/alike`,
    official: `${work}/matches/orbit-inc/orbit-sdk`,
    'paths that mean harm': `${work}/matches/${hostileRepository}`,
    'one of a list': `${work}/matches/second/orbit-leak?decision=none`,
    'strange, decided in strange words': `${odd}/matches/${at(plainRepository)}`,
    'called what GitHub calls nothing': (visit, { full }) =>
      visit(full, `${odd}/matches/${at(strangeRepository)}`),
  },
  '/works/:slug/scans': { several: `${odd}/scans`, none: '/works/new-one/scans' },
  '/works/:slug/scans/new': {
    'with searches': `${work}/scans/new`,
    'with none': '/works/new-one/scans/new?probes=0',
    strange: `${odd}/scans/new`,
  },
  '/works/:slug/scans/:id': {
    live: (visit, { full, scans }) => visit(full, `${odd}/scans/${scans.running}`),
    paused: (visit, { full, scans }) => visit(full, `${odd}/scans/${scans.paused}`),
    ended: (visit, { full, scans }) => visit(full, `${odd}/scans/${scans.ended}`),
  },
  '/works/:slug/scans/:id/requests': {
    strange: (visit, { full, scans }) => visit(full, `${odd}/scans/${scans.ended}/requests`),
    none: `${work}/scans/1/requests`,
  },
  '/works/:slug/scans/:id/steps': {
    strange: (visit, { full, scans }) => visit(full, `${odd}/scans/${scans.ended}/steps`),
    many: `${work}/scans/1/steps`,
  },
  '/works/:slug/notices/new': {
    'something to name': `${work}/notices/new`,
    'nothing to name': '/works/new-one/notices/new',
    strange: `${odd}/notices/new`,
    drafted: async (visit, { full }) => {
      const page = await visit(full, `${odd}/notices/new`)
      await page.getByRole('button', { name: /^Draft/ }).click()
      await page.getByText('Nothing was sent.').waitFor()
      return page
    },
  },
  '/notices': { several: '/notices', none: (visit, { bare }) => visit(bare, '/notices') },
  '/notices/:id': {
    sent: '/notices/orbit-cli-1',
    draft: '/notices/orbit-cli-2',
    strange: '/notices/strange-1',
  },
  '/notices/:id/words': {
    kept: '/notices/orbit-cli-2/words',
    strange: '/notices/strange-1/words',
    'with errors': async (visit, { full }) => {
      const page = await visit(full, '/notices/orbit-cli-2/words')
      await page.getByLabel('What the work is, and what happened to it').fill('')
      await page.locator('#description-problems').getByText('work-description-missing').waitFor()
      return page
    },
  },
  '/notices/:id/form': {
    sent: '/notices/orbit-cli-1/form',
    draft: '/notices/orbit-cli-2/form',
    strange: '/notices/strange-1/form',
  },
  '/notices/:id/published': {
    sent: '/notices/orbit-cli-1/published',
    strange: '/notices/strange-1/published',
  },
  '/notices/:id/retraction': { choice: '/notices/orbit-cli-1/retraction' },
  '/deadlines': { some: '/deadlines', none: (visit, { bare }) => visit(bare, '/deadlines') },
  '/inbox': { strange: '/inbox', empty: (visit, { bare }) => visit(bare, '/inbox') },
  '/inbox/:id': { strange: '/inbox/1' },
  '/log': {
    some: '/log',
    'nothing like it': '/log?repository=no/body',
    'a filter refused': (visit, { full }) =>
      visit(full, `/log?repository=${encodeURIComponent(`x/${strange.arabic}`)}`),
    'almost empty': (visit, { bare }) => visit(bare, '/log'),
  },
  '/log/:seq': {
    first: '/log/1',
    strange: async (visit, { full }) => {
      const page = await visit(full, '/log?kind=work.added')
      await page
        .locator('tbody tr', { hasText: `work:${strangeSlug}` })
        .getByRole('link')
        .first()
        .click()
      await page.getByRole('heading', { name: /^Event/ }).waitFor()
      return page
    },
  },
  /** What no route takes. */
  '*': {
    'not there': '/nowhere',
    'not there, with a strange name': `/works/${encodeURIComponent(strange.hebrew)}`,
    'not allowed': (visit, { passwordDue }) => visit(passwordDue, '/people'),
  },
}

async function drawn(visit: Visit, who: Door, path: string): Promise<Page> {
  const page = await visit(who, path)
  await page.locator('canvas[data-drawn]').waitFor()
  return page
}
