import { describe, expect, it } from 'vitest'
import type { App } from '../../../../server/compose.ts'
import { addMaterial } from '../../../../server/tasks/material/add-material.ts'
import { listWorkMaterial } from '../../../../server/tasks/material/list-work-material.ts'
import { reviewMaterial } from '../../../../server/tasks/material/review-material.ts'
import { draftWorkNotices, type DraftInput } from '../../../../server/tasks/notice/draft-notices.ts'
import { recordNoticeSent } from '../../../../server/tasks/notice/record-notice-sent.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { addOfficial } from '../../../../server/tasks/add-official.ts'
import { signNotice } from '../../../../server/tasks/notice/sign-notice.ts'
import { weighReach } from '../../../../server/tasks/notice/weigh-reach.ts'
import { verifyAudit } from '../../../../server/tasks/verify-audit.ts'
import { writeFolder } from '../../../leak.ts'
import { decide, leak, quiet, scan, withFoundCopies } from '../review/review-story.ts'

const draft = (app: App, over: Partial<DraftInput> = {}) =>
  draftWorkNotices(app, { work: 'orbit', only: [], except: [], kind: 'takedown', about: null, ...over })

async function signAndSend(app: App, id: string): Promise<void> {
  await signNotice(app, { id, name: 'Ada Diaz' })
  await recordNoticeSent(app, { id, channel: 'form', ticket: '1234567', at: null })
}

/** A notice about eve/sdk and its fork, sent. */
async function sendOne(app: App): Promise<string> {
  await decide(app, { repositories: ['eve/sdk', 'mal/sdk'] })
  const { notices } = await draft(app)
  await signAndSend(app, notices[0]!.id)
  return notices[0]!.id
}

const decision = {
  decision: 'infringing',
  reviewer: 'Ada Diaz',
  reason: 'compared side by side',
  fairUse: 'whole files, nothing added',
}

describe('before anything is drafted', () => {
  it('the reach of each wording is told, decided or not', async () => {
    await withFoundCopies(async (app) => {
      const { reach } = await weighReach(app, 'orbit')
      expect(reach[0]).toMatchObject({ network: 'orbit/sdk', size: 5, named: 0, rootOfficial: true })
      await decide(app, { repositories: ['eve/sdk'] })
      expect((await weighReach(app, 'orbit')).reach[0]?.named).toBe(1)
      const refused = await draft(app, { representativeForks: { reason: 'many', size: 59, seed: 's' } })
      expect(refused.notices).toEqual([])
      expect(refused.problems.map(({ code }) => code)).toContain('network-official')
    })
  })
})

describe('a reply after changes', () => {
  it('says what is settled by what a scan found, and asks for the rest', async () => {
    await withFoundCopies(async (app, github) => {
      const about = await sendOne(app)
      github.world.push('mal/sdk', {
        files: Object.fromEntries(Object.keys(leak).map((path) => [path, null])),
      })
      await scan(app)

      const { notices, problems } = await draft(app, { kind: 'reply', about })
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      const reply = await showNotice(app, notices[0]!.id)
      expect(reply.document).toMatchObject({
        kind: 'reply',
        settled: [{ owner: 'mal', name: 'sdk' }],
        remaining: [{ owner: 'eve', name: 'sdk' }],
      })
      expect(reply.text).toContain('Ticket: 1234567')
      await signAndSend(app, reply.id)
      expect(await verifyAudit(app)).toMatchObject({ ok: true })
    })
  })
})

describe('a revised notice', () => {
  it('carries the ticket of the one before, and may name what that one named', async () => {
    await withFoundCopies(async (app) => {
      const about = await sendOne(app)
      expect((await draft(app)).notices).toEqual([])
      const { notices } = await draft(app, { kind: 'revised', about })
      expect(notices[0]).toMatchObject({ kind: 'revised', about, repositories: ['eve/sdk', 'mal/sdk'] })
      expect((await showNotice(app, notices[0]!.id)).text).toContain('1234567')
      await signNotice(app, { id: notices[0]!.id, name: 'Ada Diaz' })
    })
  })
})

describe('a request to preserve records', () => {
  it('names what is reviewed as infringing, may come first, and is no notice about it', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/sdk'] })
      const { notices } = await draft(app, { kind: 'preservation' })
      expect(notices[0]).toMatchObject({ kind: 'preservation', repositories: ['eve/sdk'] })
      await signNotice(app, { id: notices[0]!.id, name: 'Ada Diaz' })
      // The takedown names it all the same: nothing was claimed yet.
      expect((await draft(app)).notices.flatMap(({ repositories }) => repositories)).toEqual(['eve/sdk'])
    })
  })
})

describe('material that is no repository', () => {
  const npm = 'https://www.npmjs.com/package/orbit-copy/v/1.0.0'
  const page = 'https://codehost.example/eve/orbit'

  it('is compared as a copy, decided by a person, and named in a form or a letter of its own', async () => {
    await withFoundCopies(async (app) => {
      const copy = await writeFolder(leak)
      expect(await addMaterial(app, { work: 'orbit', url: npm, copy }, quiet)).toMatchObject({
        kind: 'npm',
        class: 'exact',
        strength: 'strong',
        entire: true,
        decision: null,
      })
      await addMaterial(app, { work: 'orbit', url: page, copy }, quiet)
      expect((await draft(app)).notices).toEqual([])
      await reviewMaterial(app, { work: 'orbit', url: npm, ...decision })
      await reviewMaterial(app, { work: 'orbit', url: page, ...decision })

      const forms = await draft(app)
      expect(forms.notices).toMatchObject([{ kind: 'takedown', material: [npm], repositories: [] }])
      expect((await showNotice(app, forms.notices[0]!.id)).document).toMatchObject({ platform: 'npm.js' })
      const noAgent = await draft(app, { kind: 'letter' })
      expect(noAgent.problems.map(({ code }) => code)).toContain('provider-agent-missing')
      const letters = await draft(app, {
        kind: 'letter',
        agents: new Map([['codehost.example', 'Code Host\nDMCA Agent']]),
      })
      const letter = await showNotice(app, letters.notices[0]!.id)
      expect(letter).toMatchObject({
        kind: 'letter',
        material: [page],
        check: { statutory: { iii_material: 'present' } },
      })
      for (const { id } of [...forms.notices, ...letters.notices])
        expect(await signNotice(app, { id, name: 'Ada Diaz' })).toMatchObject({ status: 'signed' })
      expect((await draft(app)).notices).toEqual([])
    })
  })

  it('is neither of an official account, nor what a repository holds under another host', async () => {
    await withFoundCopies(async (app) => {
      const copy = await writeFolder(leak)
      const url = 'https://gist.github.com/Eve/0123456789abcdef0123456789abcdef'
      await addMaterial(app, { work: 'orbit', url, copy }, quiet)
      await reviewMaterial(app, { work: 'orbit', url, ...decision })
      const { id } = (await draft(app)).notices[0]!
      await addOfficial(app, { work: 'orbit', repository: 'eve' })
      await expect(signNotice(app, { id, name: 'Ada Diaz' })).rejects.toMatchObject({
        message: expect.stringContaining('official') as string,
      })
      expect((await draft(app)).problems.map(({ code }) => code)).toContain('material-official')

      for (const host of ['codeload.github.com', 'media.githubusercontent.com', 'github.com.']) {
        await expect(
          addMaterial(app, { work: 'orbit', url: `https://${host}/eve/sdk/main`, copy }, quiet),
          host,
        ).rejects.toMatchObject({ code: 'MATERIAL_ADDRESS' })
      }
    })
  })

  it('is not signed for when its evidence changed, nor claimed where there is none', async () => {
    await withFoundCopies(async (app) => {
      await addMaterial(app, { work: 'orbit', url: npm, copy: await writeFolder(leak) }, quiet)
      await reviewMaterial(app, { work: 'orbit', url: npm, ...decision })
      const { notices } = await draft(app)
      const [first] = Object.entries(leak)
      await addMaterial(
        app,
        { work: 'orbit', url: npm, copy: await writeFolder(Object.fromEntries([first!])) },
        quiet,
      )
      await expect(signNotice(app, { id: notices[0]!.id, name: 'Ada Diaz' })).rejects.toMatchObject({
        code: 'NOTICE_NOT_SIGNABLE',
      })
      expect((await listWorkMaterial(app, 'orbit'))[0]).toMatchObject({ decision: null })

      const other = await writeFolder({ 'README.md': '# Nothing of theirs\n' })
      await addMaterial(app, { work: 'orbit', url: page, copy: other }, quiet)
      await expect(reviewMaterial(app, { work: 'orbit', url: page, ...decision })).rejects.toMatchObject({
        code: 'REVIEW_NO_EVIDENCE',
      })
      await expect(
        addMaterial(app, { work: 'orbit', url: 'https://github.com/eve/sdk', copy: other }, quiet),
      ).rejects.toMatchObject({ code: 'MATERIAL_ADDRESS' })
    })
  })
})
