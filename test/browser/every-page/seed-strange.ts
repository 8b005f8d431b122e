import { createHash } from 'node:crypto'
import { appendEvent } from '../../../db/events/append-event.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { saveMatch } from '../../../db/queries/matches.ts'
import { insertMessage } from '../../../db/queries/messages.ts'
import { insertOfficial } from '../../../db/queries/officials.ts'
import { saveRepositories } from '../../../db/queries/repositories.ts'
import { insertRequest } from '../../../db/queries/requests.ts'
import { putPulse } from '../../../db/queries/scan-pulses.ts'
import { addSteps, insertScan, listSteps, updateScan, updateStep } from '../../../db/queries/scans.ts'
import { insertVersion, insertWork } from '../../../db/queries/works.ts'
import { gitBlobId } from '../../../server/core/fingerprint/git-blob-id.ts'
import { draftWorkNotices } from '../../../server/tasks/notice/draft-notices.ts'
import { reviewMatches } from '../../../server/tasks/review-matches.ts'
import { setClaimant } from '../../../server/tasks/set-claimant.ts'
import { saveView } from '../../../server/tasks/views/saved-views.ts'
import { permissionsOf } from '../../../server/core/access/roles.ts'
import type { TestApp } from '../../server/http/data-folder.ts'
import { strange, strangeNames, turning } from './strange.ts'

export const strangeSlug = 'strange'
export const strangeRepository = `${'a'.repeat(39)}-${turning}/${strange.hebrew}`
/** One whose name GitHub would take, which a notice may name: everything about it is strange but that. */
export const plainRepository = `${'b'.repeat(39)}/${'c'.repeat(100)}`

/** The ids that the pages of these scans go by. */
export interface StrangeScans {
  running: number
  paused: number
  ended: number
}

/** A work whose every name, wherever somebody else chose it, is one of the strange ones. */
export async function seedStrange(app: TestApp): Promise<StrangeScans> {
  const at = app.clock()
  const workId = await addStrangeWork(app, at)
  await addStrangeMatches(app, workId, at)
  await setClaimant(app, strangeSlug, {
    name: strange.arabic,
    role: 'agent',
    organization: strange.markup,
    authority: strange.han,
    email: `${'l'.repeat(60)}@${'orbit-'.repeat(30)}.example`,
    phone: '+1 555 0100 '.repeat(12).trim(),
    address: strange.hebrew,
  })
  await reviewMatches(app, {
    work: strangeSlug,
    repositories: [plainRepository],
    decision: 'infringing',
    reviewer: turning,
    reason: strange.unbroken,
    fairUse: strange.arabic,
  })
  await draftWorkNotices(app, {
    work: strangeSlug,
    only: [plainRepository],
    except: [],
    kind: 'takedown',
    about: null,
  })
  for (const name of strangeNames) {
    await saveView(
      app,
      { userId: null, name: turning, may: permissionsOf(['researcher']) },
      { work: strangeSlug, name: viewName(name), query: 'strength=weak', shared: true },
    )
  }
  await addStrangeMail(app, workId, at)
  return await addStrangeScans(app, workId, at)
}

async function addStrangeWork(app: TestApp, at: Date): Promise<number> {
  const text = Buffer.from(strangeNames.map((name) => `const a = '${name}'\n`).join(''))
  const contentId = await app.content.put(text)
  return await app.db.tx(async (tx) => {
    const work = await insertWork(tx, {
      slug: strangeSlug,
      title: strange.hebrew,
      owner: turning,
      description: strange.markup + strange.unbroken,
      url: `https://orbit.example/${strange.unbroken}`,
      license: strange.control,
      leakedAt: at,
      fingerprintsOnly: false,
      createdAt: at,
      removedAt: null,
    })
    await insertVersion(
      tx,
      {
        workId: work.id,
        source: `./${strange.arabic}/${strange.unbroken}.tgz`,
        skipped: strangeNames.map((path) => ({ path, reason: turning })),
        addedAt: at,
      },
      strangeNames.map((path) => ({
        path,
        bytes: text.length,
        blobId: gitBlobId(text),
        contentId,
        claimed: path.length < 200,
        excludedBecause: path.length < 200 ? null : ('third-party' as const),
        excludedDetail: path.length < 200 ? null : strange.control,
      })),
    )
    for (const owner of ['official', strange.unbroken]) {
      await insertOfficial(tx, work.id, { owner, name: turning })
    }
    await appendEvent(tx, {
      actor: strange.arabic,
      kind: 'work.added',
      subject: `work:${strangeSlug}`,
      data: Object.fromEntries(strangeNames.map((name) => [name.slice(0, 100), name])),
    })
    return work.id
  })
}

async function addStrangeMatches(app: TestApp, workId: number, at: Date): Promise<void> {
  const found = Buffer.from(strangeNames.map((name) => `const  a = '${name}'\n`).join('// hm\n'))
  const contentId = await app.content.put(found)
  const names = [
    strangeRepository,
    plainRepository,
    ...strangeNames.map((name) => `x/${name.replace('/', '|')}`),
  ]
  await app.db.tx(async (tx) => {
    for (const [index, fullName] of names.entries()) {
      const [owner = '', name = ''] = fullName.split('/')
      const plain = fullName === plainRepository
      const id = 900 + index
      const facts = {
        owner,
        name,
        fork: !plain,
        parentId: plain ? null : 900,
        networkRootId: plain ? id : 900,
      }
      await saveRepositories(tx, [{ id, ...facts, availability: 'available' }], at)
      await saveMatch(
        tx,
        {
          workId,
          repositoryId: id,
          scanId: null,
          class: 'exact',
          strength: 'strong',
          originalsFound: strangeNames.length,
          ofWork: 1,
          ofRepository: 1,
          entireRepository: true,
          official: false,
          license: strange.han,
          reason: strange.marks,
          refs: strangeNames.map((ref) => ({
            ref: `refs/heads/${ref}`,
            commit: hex('commit'),
            tree: hex('tree'),
          })),
          files: strangeNames.map((path) => ({
            commit: hex('commit'),
            tree: hex('tree'),
            path: `${path}/${turning}.ts`,
            blob: gitBlobId(found),
            class: 'exact' as const,
            strength: 'strong' as const,
            original: path,
            bits: 900,
            ofOriginal: 1,
            ofCandidate: 1,
            ranges: [{ candidate: [1, 8], original: [1, 8] }],
            reason: turning,
            contentId,
          })),
        },
        at,
      )
    }
  })
}

async function addStrangeMail(app: TestApp, workId: number, at: Date): Promise<void> {
  const bytes = Buffer.from(
    `Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${strangeNames.join('\r\n')}`,
  )
  const contentId = await app.content.put(bytes)
  await app.db.tx(async (tx) => {
    for (const subject of strangeNames) {
      await insertMessage(tx, {
        mailbox: 'INBOX',
        sha256: hex(subject).padEnd(64, '0'),
        contentId,
        bytes: bytes.length,
        receivedAt: at,
        sender: `${turning}@${strange.unbroken}.example`,
        subject,
        kind: 'other',
        state: 'left',
        noticeId: null,
        reason: `not from an address of GitHub: ${turning}`,
        readAt: at,
      })
      await insertAlert(tx, {
        key: subject,
        kind: 'overreach',
        workId,
        text: subject,
        data: {},
        raisedAt: at,
      })
    }
  })
}

async function addStrangeScans(app: TestApp, workId: number, at: Date): Promise<StrangeScans> {
  const options = {
    probes: 3,
    repositories: [strangeRepository, `x/${strange.unbroken}`],
    networks: [`x/${strange.arabic}`],
    named: {
      repositories: [],
      owners: [],
      commits: [],
      gists: [],
      unusable: [...strangeNames],
      proseLines: 1,
      notices: 0,
    },
    without: [...strangeNames],
  }
  return await app.db.tx(async (tx) => {
    const insert = () => insertScan(tx, { workId, options, startedAt: at, unattended: true })
    const [ended, paused, running] = [await insert(), await insert(), await insert()]
    for (const { id } of [ended, paused, running]) {
      await addSteps(
        tx,
        id,
        strangeNames.map((key, position) => ({ kind: 'probe' as const, key, position })),
      )
      for (const step of (await listSteps(tx, id, 'probe')).slice(4)) {
        await updateStep(tx, step.id, { status: 'could-not-tell', reason: turning })
      }
      for (const path of strangeNames) {
        await insertRequest(tx, {
          scanId: id,
          purpose: turning,
          bucket: 'core',
          method: 'GET',
          path: `/repos/${path}`,
          status: 200,
          notModified: false,
          cost: 1,
          at,
        })
      }
    }
    await putPulse(tx, {
      scanId: running.id,
      step: `looking at ${strangeRepository}`,
      done: 3,
      total: 8,
      left: null,
      waitsFor: 'core',
      waitsUntil: new Date(at.getTime() + 600_000),
      budgets: {},
      at,
    })
    await updateScan(tx, paused.id, { pausedAt: at, pausedBy: turning })
    await updateScan(tx, ended.id, { status: 'incomplete', reasons: [...strangeNames], finishedAt: at })
    return { running: running.id, paused: paused.id, ended: ended.id }
  })
}

/** As much of it as a view may be called: no controls, 80 units, no half of a character. */
function viewName(name: string): string {
  const cut = name.replace(/\p{Cc}/gu, '').slice(0, 80)
  return cut.replace(/[\ud800-\udbff]$/, '').trim()
}

function hex(of: string): string {
  return createHash('sha1').update(of).digest('hex')
}
