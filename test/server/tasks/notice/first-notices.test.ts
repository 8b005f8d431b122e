import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { App } from '../../../../server/compose.ts'
import { wordsOf } from '../../../../server/core/notice/own-words.ts'
import { hashDraft } from '../../../../server/core/notice/hash-draft.ts'
import { addMaterial } from '../../../../server/tasks/material/add-material.ts'
import { reviewMaterial } from '../../../../server/tasks/material/review-material.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { signNotice } from '../../../../server/tasks/notice/sign-notice.ts'
import { writeDraft } from '../../../../server/tasks/notice/write-draft.ts'
import { writeFolder } from '../../../leak.ts'
import { decide, leak, quiet, withFoundCopies } from '../review/review-story.ts'

const draft = (app: App, only: string[] = []) =>
  draftWorkNotices(app, { work: 'orbit', only, except: [], kind: 'takedown', about: null })
const sign = (app: App, id: string) => signNotice(app, { id, name: 'Ada Diaz' })

describe('two drafts about one repository', () => {
  it('are never both signed, however the second came to be', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['eve/sdk'], decision: 'infringing' })
      const { id } = (await draft(app)).notices[0]!
      // What two people drafting at the same moment would leave: a copy of the draft beside it.
      const { notices, noticeRepositories } = app.db.tables
      const [row] = await app.db.orm.select().from(notices).where(eq(notices.id, id))
      const [named] = await app.db.orm.select().from(noticeRepositories)
      await app.db.orm.insert(notices).values({ ...row!, id: 'orbit-99' })
      await app.db.orm.insert(noticeRepositories).values({ ...named!, noticeId: 'orbit-99' })
      await sign(app, id)
      await expect(sign(app, 'orbit-99')).rejects.toMatchObject({
        code: 'NOTICE_NOT_SIGNABLE',
        message: expect.stringContaining(id) as string,
      })
      const both = await Promise.allSettled([draft(app, ['eve/sdk']), draft(app, ['eve/sdk'])])
      for (const one of both)
        expect(one.status === 'fulfilled' && one.value.notices, 'none beside what is signed').toEqual([])
    })
  })
})

describe('a decision about a package', () => {
  const url = 'https://www.npmjs.com/package/orbit-leak'

  it('counts only as the log holds it', async () => {
    for (const forge of [{ reviewer: 'Nobody' }, { reason: 'Other.' }, { fairUse: 'Yes.' }]) {
      await withFoundCopies(async (app) => {
        await addMaterial(app, { work: 'orbit', url, copy: await writeFolder(leak) }, quiet)
        await reviewMaterial(app, {
          work: 'orbit',
          url,
          decision: 'infringing',
          reviewer: 'Bo Lee',
          reason: 'Compared.',
          fairUse: 'Nothing added.',
        })
        const { id } = (await draft(app)).notices[0]!
        await app.db.orm.update(app.db.tables.materials).set(forge)
        await expect(sign(app, id), JSON.stringify(forge)).rejects.toMatchObject({
          code: 'NOTICE_NOT_SIGNABLE',
          message: expect.stringContaining('not in the log') as string,
        })
      })
    }
  })
})

describe('where two people are required', () => {
  it('who wrote in a draft does not sign it, nor after it was drafted anew by somebody else', async () => {
    await withFoundCopies(async (found) => {
      const app = {
        ...found,
        config: { ...found.config, notices: { ...found.config.notices, signatoryMustDiffer: true } },
      }
      const as = (actor: string) => ({ ...app, actor })
      await decide(found, { repositories: ['eve/sdk'], decision: 'infringing' })
      const { id } = (await draft(as('rex'))).notices[0]!
      const { document, templateVersion } = await showNotice(app, id)
      await writeDraft(as('ada'), {
        id,
        words: { ...wordsOf(document), description: 'Our private tool.' },
        seen: hashDraft(document, templateVersion),
      })
      const again = (await draft(as('rex'))).notices[0]!
      expect((await showNotice(app, again.id)).document.work.description).toBe('Our private tool.')
      for (const actor of ['ada', 'rex'])
        await expect(sign(as(actor), again.id)).rejects.toMatchObject({ code: 'SIGNATORY_DRAFTED' })
      expect(await sign(as('sig'), again.id)).toMatchObject({ status: 'signed' })
    })
  })
})
