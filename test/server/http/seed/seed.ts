import { createHash } from 'node:crypto'
import { appendEvent } from '../../../../db/events/append-event.ts'
import { saveMatch, type MatchEvidence } from '../../../../db/queries/matches.ts'
import { insertOfficial } from '../../../../db/queries/officials.ts'
import { saveRepositories, type RepositoryFacts } from '../../../../db/queries/repositories.ts'
import { insertVersion, insertWork } from '../../../../db/queries/works.ts'
import type { TestApp } from '../data-folder.ts'
import { gitBlobId } from '../../../../server/core/fingerprint/git-blob-id.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { recordNoticeSent } from '../../../../server/tasks/notice/record-notice-sent.ts'
import { signNotice } from '../../../../server/tasks/notice/sign-notice.ts'
import { reviewMatches } from '../../../../server/tasks/review-matches.ts'
import { setClaimant } from '../../../../server/tasks/set-claimant.ts'
import { gitHubAsSeen } from './github-as-seen.ts'
import { hostile, hostileRepository } from './hostile.ts'
import { editedCopy, originals } from './texts.ts'

const slug = 'orbit-cli'
const at = new Date('2026-03-31T09:00:00Z')

/**
 * A work whose search has been done: a leak with forks in several states, an edited copy with its text, a weak
 * look-alike, an official repository, names and paths that mean harm, and one notice each draft and sent.
 * `extraForks` more forks make lists long.
 */
export async function seed(app: TestApp, extraForks = 0): Promise<void> {
  const workId = await addWork(app)
  await addMatches(app, workId, extraForks)
  await setClaimant(app, slug, {
    name: 'Ada Diaz',
    role: 'agent',
    organization: 'Orbit Inc.',
    authority: 'General counsel of the owner',
    email: 'legal@orbit.example',
    phone: '+1 555 0100',
  })
  const review = (repositories: string[], decision: string) =>
    reviewMatches(app, {
      work: slug,
      repositories,
      decision,
      reviewer: 'Ada Diaz',
      reason: 'Compared side by side, file by file.',
      ...(decision === 'infringing'
        ? { fairUse: 'Whole private work republished; nothing added, nothing said about it.' }
        : {}),
    })
  await review(['leaker/orbit-leak', 'first/orbit-leak', 'remix/transfer-tools'], 'infringing')
  await review(['look/alike'], 'not-ours')
  await draftWorkNotices(app, {
    work: slug,
    only: ['leaker/orbit-leak', 'first/orbit-leak'],
    except: [],
    kind: 'takedown',
    about: null,
  })
  const connect = gitHubAsSeen(app.db, workId)
  await signNotice({ ...app, connect }, { id: `${slug}-1`, name: 'Ada Diaz' })
  await recordNoticeSent(app, { id: `${slug}-1`, channel: 'form', ticket: '1234567', at: null })
  await draftWorkNotices(app, {
    work: slug,
    only: ['remix/transfer-tools'],
    except: [],
    kind: 'takedown',
    about: null,
  })
}

async function addWork(app: TestApp): Promise<number> {
  const rows: Parameters<typeof insertVersion>[2][number][] = []
  for (const [path, text] of Object.entries(originals)) {
    const bytes = Buffer.from(text)
    rows.push({
      path,
      bytes: bytes.length,
      blobId: gitBlobId(bytes),
      contentId: await app.content.put(bytes),
      claimed: true,
      excludedBecause: null,
      excludedDetail: null,
    })
  }
  const left = [
    ['vendor/left-pad.ts', 'third-party', 'in a folder of other people’s code: vendor/'],
    ['package-lock.json', 'generated', 'a lock file'],
    [hostile.script, 'small', 'shorter than anyone’s'],
  ] as const
  for (const [path, excludedBecause, excludedDetail] of left) {
    rows.push({
      path,
      bytes: 40,
      blobId: id(path),
      contentId: null,
      claimed: false,
      excludedBecause,
      excludedDetail,
    })
  }
  return await app.db.tx(async (tx) => {
    const work = await insertWork(tx, {
      slug,
      title: 'Orbit CLI <b>2</b>',
      owner: 'Orbit Inc.',
      description: 'The private command line of Orbit.',
      url: 'https://orbit.example/cli',
      license: 'none',
      leakedAt: at,
      fingerprintsOnly: false,
      createdAt: at,
      removedAt: null,
    })
    await insertVersion(
      tx,
      {
        workId: work.id,
        source: './orbit-2.1.0.tgz',
        skipped: [{ path: hostile.control, reason: 'a device' }],
        addedAt: at,
      },
      rows,
    )
    await insertOfficial(tx, work.id, { owner: 'orbit-inc', name: null })
    await appendEvent(tx, {
      actor: 'test',
      kind: 'work.added',
      subject: `work:${slug}`,
      data: { source: './orbit-2.1.0.tgz' },
    })
    return work.id
  })
}

async function addMatches(app: TestApp, workId: number, extraForks: number): Promise<void> {
  const edited = Buffer.from(editedCopy)
  const editedContent = await app.content.put(edited)
  const transfer = 'src/flight/plan-transfer.ts'
  const exact = Object.keys(originals).map((path) =>
    file(path, { original: path, blob: gitBlobId(Buffer.from(originals[path]!)), bits: 900 }),
  )
  const strong: Partial<MatchEvidence> = {
    class: 'exact',
    strength: 'strong',
    originalsFound: 3,
    ofWork: 1,
    ofRepository: 1,
    entireRepository: true,
    reason: '3 of 3 claimed originals, byte for byte.',
    files: exact,
  }
  const leak = { parentId: null, networkRootId: 10 }
  const fork = { fork: true, parentId: 10, networkRootId: 10 }
  const plan: [RepositoryFacts, Partial<MatchEvidence>][] = [
    [
      repository(10, 'leaker/orbit-leak', {
        ...leak,
        stars: 1200,
        availability: 'disabled',
        blockNoticeUrl: 'https://github.com/github/dmca/blob/master/2026/04/2026-04-02-orbit.md',
        blockCreatedAt: new Date('2026-04-02T08:00:00Z'),
      }),
      strong,
    ],
    [repository(11, 'first/orbit-leak', { ...fork, availability: 'available' }), strong],
    [repository(12, 'second/orbit-leak', { ...fork, parentId: 11, availability: 'unknown' }), strong],
    [
      repository(20, 'remix/transfer-tools', { availability: 'available', stars: 3 }),
      {
        class: 'modified',
        strength: 'strong',
        originalsFound: 1,
        ofWork: 0.42,
        ofRepository: 0.08,
        reason: '1 of 3 claimed originals, edited.',
        files: [
          file('lib/hohmann.ts', {
            original: transfer,
            blob: gitBlobId(edited),
            contentId: editedContent,
            class: 'modified',
            bits: 512,
            ofOriginal: 0.93,
            ofCandidate: 0.88,
            ranges: [
              { candidate: [4, 22], original: [4, 22] },
              { candidate: [25, 40], original: [23, 38] },
            ],
            reason: '93 % of the original in 2 runs; names were changed.',
          }),
        ],
      },
    ],
    [
      repository(30, 'look/alike', {}),
      {
        class: 'partial',
        strength: 'weak',
        originalsFound: 1,
        ofWork: 0.004,
        ofRepository: 0.01,
        reason: 'One short run that others write too.',
        files: [
          file('index.ts', {
            original: transfer,
            strength: 'weak',
            class: 'partial',
            bits: 31,
            ranges: [{ candidate: [1, 4], original: [31, 34] }],
          }),
        ],
      },
    ],
    [
      repository(40, 'orbit-inc/orbit-sdk', { stars: 40 }),
      { ...strong, official: true, reason: 'An official repository.', files: exact.slice(0, 1) },
    ],
    [
      repository(50, hostileRepository, { description: hostile.script, license: hostile.attribute }),
      {
        ...strong,
        license: hostile.attribute,
        reason: hostile.entity,
        files: Object.values(hostile).map((path, i) =>
          file(path, {
            original: i % 2 === 0 ? transfer : hostile.override,
            reason: hostile.script,
            bits: 100 + i,
          }),
        ),
      },
    ],
    ...Array.from({ length: extraForks }, (_, i): [RepositoryFacts, Partial<MatchEvidence>] => [
      repository(1000 + i, `forker-${i}/orbit-leak`, fork),
      strong,
    ]),
  ]
  await app.db.tx(async (tx) => {
    await saveRepositories(
      tx,
      plan.map(([facts]) => facts),
      at,
    )
    for (const [facts, evidence] of plan) {
      await saveMatch(
        tx,
        {
          workId,
          repositoryId: facts.id,
          scanId: null,
          class: 'exact',
          strength: 'strong',
          originalsFound: 1,
          ofWork: 0.5,
          ofRepository: 0.5,
          entireRepository: false,
          official: false,
          license: null,
          reason: 'Alike.',
          refs: [{ ref: 'refs/heads/main', commit: id('commit'), tree: id('tree') }],
          files: [],
          ...evidence,
        },
        at,
      )
    }
  })
}

function repository(number: number, fullName: string, facts: Partial<RepositoryFacts>): RepositoryFacts {
  const [owner = '', name = ''] = fullName.split('/')
  return { id: number, owner, name, fork: false, availability: 'available', ...facts }
}

function file(path: string, values: Partial<MatchEvidence['files'][number]>): MatchEvidence['files'][number] {
  return {
    commit: id('commit'),
    tree: id('tree'),
    path,
    blob: id(path),
    class: 'exact',
    strength: 'strong',
    original: path,
    bits: 100,
    ofOriginal: 1,
    ofCandidate: 1,
    ranges: [{ candidate: [1, 8], original: [1, 8] }],
    reason: 'Every byte is the same.',
    contentId: null,
    ...values,
  }
}

/** A 40-digit id that says nothing. */
function id(of: string): string {
  return createHash('sha1').update(of).digest('hex')
}
