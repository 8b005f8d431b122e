import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { App } from '../../../../server/compose.ts'
import { hashDraft } from '../../../../server/core/notice/hash-draft.ts'
import { wordsOf } from '../../../../server/core/notice/own-words.ts'
import type { TakedownDocument } from '../../../../server/core/notice/types.ts'
import { addOfficial } from '../../../../server/tasks/add-official.ts'
import { checkNoticeOrFile } from '../../../../server/tasks/notice/check-notice.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { requireDraft } from '../../../../server/tasks/notice/find-notice.ts'
import { readDocument } from '../../../../server/tasks/notice/notice-summary.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { signNotice } from '../../../../server/tasks/notice/sign-notice.ts'
import { writeDraft } from '../../../../server/tasks/notice/write-draft.ts'
import type { PracticeGitHub } from '../../../practice-github/start.ts'
import { decide, leak, scan, withFoundCopies } from '../review/review-story.ts'

const draft = (app: App, only: string[] = []) =>
  draftWorkNotices(app, { work: 'orbit', only, except: [], kind: 'takedown', about: null })

async function matchOf(app: App, name: string): Promise<number> {
  const { matches, repositories } = app.db.tables
  const rows = await app.db.orm
    .select({ id: matches.id, owner: repositories.owner, name: repositories.name })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
  return rows.find((row) => `${row.owner}/${row.name}` === name)!.id
}

describe('drafting', () => {
  it('names nothing that nobody reviewed as infringing, however it is asked for', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['mal/sdk'], decision: 'authorized', reason: 'ours' })
      await decide(app, { repositories: ['kim/sdk'], decision: 'needs-counsel', reason: 'half theirs' })
      const { notices, problems } = await draft(app, ['eve/sdk', 'mal/sdk', 'kim/sdk', 'orbit/sdk'])
      expect(notices).toEqual([])
      expect(problems.map(({ code, repository }) => `${code} ${repository ?? ''}`).sort()).toEqual(
        expect.arrayContaining([
          'repository-not-infringing kim/sdk',
          'repository-not-infringing mal/sdk',
          'repository-unreviewed eve/sdk',
        ]),
      )
    })
  })

  it('is not fooled by a decision that was written into the table', async () => {
    await withFoundCopies(async (app) => {
      await app.db.orm.update(app.db.tables.matches).set({ decision: 'infringing' })
      expect((await draft(app)).notices).toEqual([])
    })
  })
})

/** What somebody with the database in their hands, or the world, may do between a draft and its signature. */
const attacks: [what: string, attack: (app: App, github: PracticeGitHub, id: string) => unknown][] = [
  [
    'another repository written into the document',
    async (app, _, id) => {
      const { notices } = app.db.tables
      const document = (await showNotice(app, id)).document as TakedownDocument
      const forged = { ...document, forks: [...document.forks, { ...document.repositories[0]!, id: 999 }] }
      await app.db.orm.update(notices).set({ document: forged }).where(eq(notices.id, id))
    },
  ],
  [
    'another repository written into document and rows',
    async (app, _, id) => {
      const { notices, noticeRepositories, repositories } = app.db.tables
      const [kim] = await app.db.orm.select().from(repositories).where(eq(repositories.owner, 'kim'))
      const document = (await showNotice(app, id)).document as TakedownDocument
      const forks = [...document.forks, { id: kim!.id, owner: 'kim', name: 'sdk', files: [] }]
      await app.db.orm
        .update(notices)
        .set({ document: { ...document, forks } })
        .where(eq(notices.id, id))
      const url = 'https://github.com/kim/sdk'
      await app.db.orm
        .insert(noticeRepositories)
        .values({ noticeId: id, repositoryId: kim!.id, role: 'fork', url, files: [] })
    },
  ],
  [
    'a copy that nobody decided about, spoken of in a person’s own words',
    async (app, _, id) => {
      const row = await requireDraft(app.db, id)
      const document = readDocument(row)
      const words = { ...wordsOf(document), description: 'A private SDK; kim/sdk copied it as well.' }
      await writeDraft(app, { id, words, seen: hashDraft(document, row.templateVersion) })
    },
  ],
  [
    'the sentence about all forks written into the document',
    async (app, _, id) => {
      const { notices } = app.db.tables
      const document = (await showNotice(app, id)).document as TakedownDocument
      const root = 'orbit/sdk'
      const sample = {
        root,
        networkSize: 5,
        population: 4,
        seed: 's',
        drawn: ['eve/sdk'],
        infringing: 1,
        confidence: 0.95,
        atLeast: 1,
        reason: 'many forks',
        agreed: { name: 'Bo Lee', at: '2026-04-01T00:00:00Z' },
      }
      for (const representativeForks of [true, { ...sample, population: 1 }]) {
        const forged = { ...document, representativeForks }
        await app.db.orm.update(notices).set({ document: forged }).where(eq(notices.id, id))
        await expect(signNotice(app, { id, name: 'Ada Diaz' })).rejects.toMatchObject({
          code: 'NOTICE_NOT_SIGNABLE',
        })
      }
    },
  ],
  [
    'a review that replaces the one that was made, and is in no log',
    async (app) => {
      const { reviews } = app.db.tables
      const matchId = await matchOf(app, 'eve/sdk')
      const [review] = await app.db.orm.select().from(reviews).where(eq(reviews.matchId, matchId))
      await app.db.orm.insert(reviews).values({ ...review!, id: undefined, reviewer: 'Nobody' })
    },
  ],
  [
    'a second look that disagrees, and is dropped from the table',
    async (app) => {
      const { reviews } = app.db.tables
      await decide(app, {
        repositories: ['eve/sdk'],
        kind: 'second',
        reviewer: 'Bo Lee',
        decision: 'fair-use',
        reason: 'a lecture',
      })
      await app.db.orm.delete(reviews).where(eq(reviews.kind, 'second'))
    },
  ],
  [
    'a second look that disagrees, and is dropped from below one that agrees',
    async (app) => {
      const { reviews } = app.db.tables
      for (const [reviewer, decision] of [
        ['Bo Lee', 'fair-use'],
        ['Cy Oh', 'infringing'],
      ] as const) {
        await decide(app, { repositories: ['eve/sdk'], kind: 'second', reviewer, decision })
      }
      await app.db.orm.delete(reviews).where(eq(reviews.reviewer, 'Bo Lee'))
    },
  ],
  [
    'a second look that disagrees',
    (app) =>
      decide(app, {
        repositories: ['eve/sdk'],
        kind: 'second',
        reviewer: 'Bo Lee',
        decision: 'fair-use',
        reason: 'a lecture',
      }),
  ],
  [
    'evidence dropped',
    async (app) =>
      app.db.orm
        .delete(app.db.tables.matchFiles)
        .where(eq(app.db.tables.matchFiles.matchId, await matchOf(app, 'eve/sdk'))),
  ],
  [
    'evidence exchanged',
    async (app) =>
      app.db.orm
        .update(app.db.tables.matchFiles)
        .set({ blob: 'a'.repeat(40) })
        .where(eq(app.db.tables.matchFiles.matchId, await matchOf(app, 'eve/sdk'))),
  ],
  [
    'a match made a port',
    async (app) =>
      app.db.orm
        .update(app.db.tables.matches)
        .set({ class: 'port' })
        .where(eq(app.db.tables.matches.id, await matchOf(app, 'eve/sdk'))),
  ],
  ['a repository that became official', (app) => addOfficial(app, { work: 'orbit', repository: 'eve/sdk' })],
  ['an owner that became official', (app) => addOfficial(app, { work: 'orbit', repository: 'eve' })],
  [
    'other templates than were kept',
    (app) => app.db.orm.update(app.db.tables.templateSets).set({ files: { 'form.txt.hbs': 'Pay me.' } }),
  ],
  ['a repository that was deleted', (_, github) => github.world.delete('mal/sdk')],
  ['a repository that was renamed', (_, github) => github.world.rename('mal/sdk', 'kit')],
  [
    'a repository that is down already',
    (_, github) => github.world.disable('mal/sdk', 'https://github.com/github/dmca/blob/master/x.md'),
  ],
  [
    'a head that moved, without a file that is listed',
    (_, github) => github.world.push('mal/sdk', { files: { [Object.keys(leak)[0]!]: null } }),
  ],
  [
    'a rescan that found something else',
    async (app, github) => {
      github.world.push('eve/sdk', { files: { [Object.keys(leak)[0]!]: null } })
      await scan(app)
    },
  ],
]

describe('signing refuses', () => {
  it.each(attacks)('%s', async (_, attack) => {
    await withFoundCopies(async (app, github) => {
      await decide(app, { repositories: ['eve/sdk', 'mal/sdk'] })
      const { notices } = await draft(app)
      const { id } = notices.find(({ repositories }) => repositories.includes('eve/sdk'))!
      await attack(app, github, id)
      await expect(signNotice(app, { id, name: 'Ada Diaz' })).rejects.toMatchObject({ name: 'ClawbackError' })
      const { status, signedBy } = await app.db.orm
        .select()
        .from(app.db.tables.notices)
        .where(eq(app.db.tables.notices.id, id))
        .then(([row]) => row!)
      expect({ status, signedBy }).toEqual({ status: 'draft', signedBy: null })
    })
  })

  it('an entire repository whose head moved, and not a list of files that stand as they were', async () => {
    await withFoundCopies(async (app, github) => {
      await decide(app, { repositories: ['trent/dump', 'mal/sdk'] })
      const { notices } = await draft(app)
      for (const name of ['trent/dump', 'mal/sdk'])
        github.world.push(name, { files: { 'README.md': '# Mine\n' } })
      const idOf = (name: string) => notices.find(({ repositories }) => repositories.includes(name))!.id

      await expect(signNotice(app, { id: idOf('trent/dump'), name: 'Ada Diaz' })).rejects.toMatchObject({
        message: expect.stringContaining('moved since it was reviewed') as string,
      })
      const check = await checkNoticeOrFile(app, idOf('mal/sdk'))
      expect(check).toMatchObject({ complete: true, online: { asked: true, couldNotTell: [] } })
      expect(check.problems.map(({ code }) => code)).toContain('head-moved')
      expect(await signNotice(app, { id: idOf('mal/sdk'), name: 'Ada Diaz' })).toMatchObject({
        status: 'signed',
      })
    })
  })

  it('an entire repository that has a branch which nobody reviewed, unless it holds what was reviewed', async () => {
    await withFoundCopies(async (app, github) => {
      await decide(app, { repositories: ['trent/dump'] })
      const { id } = (await draft(app)).notices[0]!
      github.world.tag('trent/dump', 'v1')
      expect((await checkNoticeOrFile(app, id)).complete).toBe(true)
      github.world.push('trent/dump', { branch: 'own', force: true, files: { 'own.md': '# Mine\n' } })
      await expect(signNotice(app, { id, name: 'Ada Diaz' })).rejects.toMatchObject({
        message: expect.stringContaining('refs/heads/own') as string,
      })
    })
  })

  it('what GitHub could not tell, as incomplete: the same command goes on later', async () => {
    await withFoundCopies(async (app, github) => {
      await decide(app, { repositories: ['eve/sdk', 'mal/sdk'] })
      const { notices } = await draft(app)
      const { id } = notices[0]!
      const told = await showNotice(app, id)
      const asks = told.document.kind === 'takedown' ? told.document.forks[0]!.id : 0
      for (let time = 0; time < 20; time++) {
        github.plan({ kind: 'bad-gateway', when: ({ path }) => path.includes(`/repositories/${asks}`) })
      }
      await expect(signNotice(app, { id, name: 'Ada Diaz' })).rejects.toMatchObject({
        code: 'SIGNING_COULD_NOT_TELL',
        exitCode: 3,
      })
      expect((await showNotice(app, id)).status).toBe('draft')
    })
  })

  it('whoever drafted it, where two people are asked for', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['trent/dump'] })
      const strict = {
        ...app,
        config: { ...app.config, notices: { templates: null, signatoryMustDiffer: true } },
      }
      const [one] = (await draft({ ...strict, actor: 'Ada Diaz' })).notices
      await expect(signNotice(strict, { id: one!.id, name: 'ada diaz' })).rejects.toMatchObject({
        code: 'SIGNATORY_DRAFTED',
      })
      const [two] = (await draft(strict)).notices
      await expect(signNotice(strict, { id: two!.id, name: 'Ada Diaz' })).rejects.toMatchObject({
        code: 'SIGNATORY_DRAFTED',
      })
      const [three] = (await draft({ ...strict, actor: 'Bo Lee' })).notices
      expect(await signNotice(strict, { id: three!.id, name: 'Ada Diaz' })).toMatchObject({
        status: 'signed',
      })
    })
  })
})
