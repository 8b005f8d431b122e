import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readEvents } from '../../../../db/events/read-events.ts'
import { findCounterElements } from '../../../../server/core/notice/find-counter-elements.ts'
import { writeCounselLetter } from '../../../../server/tasks/counsel/write-counsel-letter.ts'
import { listNotices } from '../../../../server/tasks/notice/list-notices.ts'
import { recordCounterNotice } from '../../../../server/tasks/record-counter-notice.ts'
import { leakedFiles } from '../../../leak.ts'
import { temporaryFolder } from '../../../open-test-app.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { seed } from '../../http/seed/seed.ts'
import { startPages } from '../../http/with-pages.ts'
import { send, startStory } from '../recheck/story.ts'

const leak = leakedFiles(3)
const hour = 3_600_000
const ours = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'

/** GitHub's form, filled in by somebody who lives somewhere. */
const counterNotice = (repository: string) => `**What files were taken down?**
https://github.com/${repository}
**Dispute the notice.**
**I swear, under penalty of perjury, that I have a good-faith belief that the material was removed or disabled as a result of a mistake or misidentification of the material to be removed or disabled.**
**I consent to the jurisdiction of Federal District Court for the judicial district in which my address is located, and I will accept service of process from the person who provided the DMCA notification.**
**So that the complaining party can get back to you, please provide both your telephone number and physical address.**
Mallory Meier, 12 Secret Street, Springfield, +1 555 0199
**Please type your full legal name below to sign this request.**
Mallory Meier`

async function startDispute(repositories: string[]) {
  const story = await startStory({
    leak,
    startsAt: '2026-11-02T09:00:00Z',
    world: defineWorld({
      startsAt: '2026-11-01T00:00:00Z',
      repositories: [
        { owner: 'mal', name: 'leak', files: leak },
        { owner: 'ann', name: 'leak', forkOf: 'mal/leak' },
      ],
    }),
  })
  const { app, github } = story
  const [id] = await story.claim({ networks: ['mal/leak'], name: ['mal/leak'] })
  for (const name of ['mal/leak', 'ann/leak']) github.world.disable(name, ours)
  github.advance(hour)
  await story.recheck()
  github.setClock(new Date('2026-11-11T18:00:00Z'))
  const file = join(await temporaryFolder(), 'counter.txt')
  await writeFile(file, counterNotice(repositories[0]!))
  const receivedAt = github.now().toISOString()
  await recordCounterNotice(app, { id: id!, receivedAt, file, repositories })
  const letter = async () => (await writeCounselLetter(app, { id: id!, format: 'text' })).bytes.toString()
  return { ...story, id: id!, letter }
}

describe('the letter to counsel', () => {
  it('says what came, the three ways there are, the days with their rules, and what stands behind the claim', async () => {
    const { letter, id, app } = await startDispute(['mal/leak'])
    const text = await letter()
    expect(text).toContain('was received on 2026-11-11. It disputes mal/leak.')
    expect(text).toContain('ticket 1234567')
    expect(text).toContain(ours)
    expect(text).toContain('1. File an action.')
    expect(text).toContain('Plan on 2026-11-21.')
    expect(text).toContain(`clawback notice draft orbit --kind retraction --about ${id} --only mal/leak`)
    // Thanksgiving, the 26th, is no business day.
    expect(text).toContain('between 2026-11-25 and 2026-12-02')
    expect(text.match(/^Day: /gm)).toHaveLength(3)
    expect(text).toContain('17 U.S.C. 512(g)(2)(C)')
    expect(text).toContain('Each element of 512(g)(3) is seen in its text.')
    expect(text).toContain('Claimed: the entire repository. As last seen: disabled under ' + ours)
    expect(text).toMatch(
      /Evidence: strong \(exact\); 3 originals found, 100 % of the work, 100 % of the repository/,
    )
    expect(text).toMatch(/1\. https:\/\/github\.com\/mal\/leak\/blob\/[0-9a-f]{40}\//)
    expect(text).toContain('Decided infringing by Ada Diaz on 2026-11-02: compared side by side')
    expect(text).toContain('How fair use was considered: all of a private work')
    const { bytes, facts } = await writeCounselLetter(app, { id, format: 'pdf' })
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(facts.disputed).toHaveLength(1)
  })

  it('holds no text of the work, no contact details, and sends and decides nothing', async () => {
    const { letter, app } = await startDispute(['mal/leak'])
    const before = await listNotices(app)
    const text = await letter()
    const secrets = [
      ...Object.values(leak).flatMap((content) => content.split('\n').filter((line) => line.length > 8)),
      ...['Mallory', 'Secret Street', '555 0199', 'legal@orbit.example', '555 0100', 'practice'],
    ]
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(await listNotices(app)).toEqual(before)
    const kinds = []
    for await (const { kind } of readEvents(app.db)) kinds.push(kind)
    expect(kinds.at(-1)).toBe('counter-notice.letter-written')
  })

  it('gives the days as they are counted, in San Francisco, and tells of other counter notices', async () => {
    const { letter, id, app, github } = await startDispute(['mal/leak'])
    github.setClock(new Date('2026-11-13T03:00:00Z'))
    const file = join(await temporaryFolder(), 'another.txt')
    await writeFile(file, counterNotice('ann/leak'))
    const receivedAt = github.now().toISOString()
    await recordCounterNotice(app, { id, receivedAt, file, repositories: ['ann/leak'] })
    const text = (await letter()).replace(/\s+/g, ' ')
    expect(text).toContain('was received on 2026-11-12. It disputes ann/leak.')
    expect(text).toContain('Plan on 2026-11-22.')
    expect(text).toContain('Another counter notice to it was received on 2026-11-11, about mal/leak.')
  })

  it('says that there is nothing to defend where the notice did not name it', async () => {
    const { letter } = await startDispute(['ann/leak'])
    expect(await letter()).toContain('Our notice does not name it')
  })

  it('says that no clock runs once the claim is taken back', async () => {
    const { letter, app, id } = await startDispute(['mal/leak'])
    const { draftWorkNotices } = await import('../../../../server/tasks/notice/draft-notices.ts')
    const retraction = {
      work: 'orbit',
      only: ['mal/leak'],
      except: [],
      kind: 'retraction' as const,
      about: id,
    }
    const [draft] = (await draftWorkNotices(app, retraction)).notices
    await send(app, draft!.id)
    const text = await letter()
    expect(text).toContain('No clock runs any more')
    expect(text).toContain('We gave it back on 2026-11-11.')
    expect(text).not.toContain('Plan on')
  })

  it('is refused where no counter notice is recorded', async () => {
    const { app, claim, github } = await startStory({
      leak,
      startsAt: '2026-11-02T09:00:00Z',
      world: defineWorld({
        startsAt: '2026-11-01T00:00:00Z',
        repositories: [{ owner: 'eve', name: 'leak', files: leak }],
      }),
    })
    const [id] = await claim({ repositories: ['eve/leak'], name: ['eve/leak'] })
    await expect(writeCounselLetter(app, { id: id!, format: 'text' })).rejects.toMatchObject({
      code: 'COUNTER_NOTICE_UNKNOWN',
    })
    expect(github.violations).toEqual([])
  })

  it('is a file beside its date on the page, for whoever is signed in', async () => {
    const pages = await startPages(async (app) => {
      await seed(app)
      const file = join(await temporaryFolder(), 'counter.txt')
      await writeFile(file, counterNotice('leaker/orbit-leak'))
      const receivedAt = app.clock().toISOString()
      await recordCounterNotice(app, { id: 'orbit-cli-1', receivedAt, file, repositories: [] })
    })
    onTestFinished(() => pages.close())
    const html = await (await pages.get('/deadlines')).text()
    expect(html).toContain('href="/notices/orbit-cli-1/counsel.pdf"')
    const pdf = await pages.get('/notices/orbit-cli-1/counsel.pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toContain('attachment')
    expect((await pages.get('/notices/orbit-cli-1/counsel.txt')).status).toBe(200)
    expect((await pages.get('/notices/orbit-cli-1/counsel.exe')).status).toBe(404)
    expect((await pages.get('/notices/orbit-cli-99/counsel.pdf')).status).toBe(404)
    expect((await pages.ask('/notices/orbit-cli-1/counsel.pdf')).status).not.toBe(200)
  })
})

it('an element is seen where it is said, and nowhere else', () => {
  const all = findCounterElements(counterNotice('mal/leak'))
  expect(Object.values(all)).toEqual(Object.values(all).map(() => true))
  const none = findCounterElements('Please restore my repository, I did nothing wrong.')
  expect(Object.values(none)).toEqual(Object.values(none).map(() => false))
  const without = findCounterElements(counterNotice('mal/leak').replace('penalty of perjury', 'oath'))
  expect(without).toMatchObject({ perjury: false, mistake: true })
})
