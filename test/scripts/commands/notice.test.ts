import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { NetworkReach } from '../../../server/core/notice/weigh-wordings.ts'
import type { DraftWords } from '../../../server/tasks/notice/draft-words.ts'
import type { ReviewQueue } from '../../../server/tasks/review/list-review-queue.ts'
import type { NextReview } from '../../../server/tasks/review/show-next.ts'
import { temporaryFolder } from '../../open-test-app.ts'
import { openDataFolder } from '../../server/http/data-folder.ts'
import { seed } from '../../server/http/seed/seed.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

async function seeded(): Promise<Record<string, string>> {
  const { app } = await openDataFolder()
  onTestFinished(() => rm(app.folder, { recursive: true, force: true }))
  await seed(app)
  await app.db.close()
  // Nobody listens there.
  return { CLAWBACK_DATA: app.folder, GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_TOKEN: 'practice' }
}

describe('review', () => {
  it('shows what waits, and what is next with its evidence', async () => {
    const settings = await seeded()
    const { queue } = await askClawback<ReviewQueue>(['review', 'queue', 'orbit-cli'], settings)
    expect(queue.length).toBeGreaterThan(0)
    const { next, waiting } = await askClawback<NextReview>(['review', 'next', 'orbit-cli'], settings)
    expect(next?.repository).toBe(queue[0]?.repository)
    expect(waiting).toBe(queue.length)
    expect(next?.match.files.length).toBeGreaterThan(0)
    const shown = await runClawback(['review', 'next', 'orbit-cli'], settings)
    expect(shown.stdout).toContain('License found:')
  })

  it('needs a decision, a person and a reason, and keeps nothing without', async () => {
    const settings = await seeded()
    const { queue } = await askClawback<ReviewQueue>(['review', 'queue', 'orbit-cli'], settings)
    const name = queue[0]!.repository
    for (const args of [
      [],
      ['--decision', 'infringing'],
      ['--decision', 'authorized', '--reviewer', 'Ada'],
    ]) {
      const ended = await runClawback(['review', 'orbit-cli', name, ...args], settings)
      expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('REVIEW_INVALID') as string })
    }
    expect(await askClawback(['review', 'queue', 'orbit-cli'], settings)).toMatchObject({ queue })
  })
})

describe('notice', () => {
  it('says what each wording could disable', async () => {
    const settings = await seeded()
    const { reach } = await askClawback<{ reach: NetworkReach[] }>(['notice', 'reach', 'orbit-cli'], settings)
    const [network] = reach
    expect(network?.wordings.map(({ wording }) => wording)).toEqual(['named-only', 'network'])
    expect(network!.wordings[1]!.couldDisable).toBe(network!.size)
  })

  it('checks any text offline: 0 complete, 1 not; a draft of ours without asking GitHub when told so', async () => {
    const settings = await seeded()
    const folder = await temporaryFolder()
    const whole = join(folder, 'whole.txt')
    expect(
      await runClawback(['notice', 'export', 'orbit-cli-1', '--format', 'text', '--out', whole], settings),
    ).toMatchObject({ code: 0 })
    const half = join(folder, 'half.txt')
    await writeFile(half, 'Take down https://github.com/eve/orbit, it is mine.')
    expect(await runClawback(['notice', 'check', whole], settings)).toMatchObject({ code: 0 })
    expect(await runClawback(['notice', 'check', half], settings)).toMatchObject({ code: 1 })
    const own = await askClawback(['notice', 'check', 'orbit-cli-2', '--offline'], settings)
    expect(own).toMatchObject({ complete: true, online: { asked: false } })
  })

  it('is written in words that were shown, edited in their file, and given back once', async () => {
    const settings = await seeded()
    const shown = await askClawback<DraftWords>(['notice', 'words', 'orbit-cli-2'], settings)
    expect(shown.own).toEqual([])
    const file = join(await temporaryFolder(), 'words.json')
    await writeFile(
      file,
      JSON.stringify({ ...shown, words: { ...shown.words, description: 'Our private tool.' } }),
    )
    const write = ['notice', 'words', 'orbit-cli-2', '--file', file]
    expect(await askClawback<DraftWords>(write, settings)).toMatchObject({
      own: ['description'],
      words: { ...shown.words, description: 'Our private tool.' },
    })
    const read = await runClawback(['notice', 'words', 'orbit-cli-2'], settings)
    expect(read.stdout).toContain('description (yours)\n  Our private tool.')
    expect(read.stdout).toContain('authority (as Clawback proposes it)')
    await writeFile(file, JSON.stringify({ ...shown, words: { description: 'from an old copy' } }))
    const late = await runClawback(write, settings)
    expect(late).toMatchObject({ code: 2, stderr: expect.stringContaining('NOTICE_CHANGED') as string })
    for (const text of ['{', '[]', '"x"', '{"words":{"repositories":[]}}']) {
      await writeFile(file, text)
      const refused = await runClawback(write, settings)
      expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('WORDS_INVALID') as string })
    }
    await writeFile(file, JSON.stringify({ authority: 'Counsel' }))
    expect((await askClawback<DraftWords>(write, settings)).own.sort()).toEqual(['authority', 'description'])
  }, 60_000)

  it('is not signed where GitHub cannot be asked', async () => {
    const settings = await seeded()
    const ended = await runClawback(['notice', 'sign', 'orbit-cli-2', '--name', 'Ada Diaz'], {
      ...settings,
      GITHUB_TOKEN: '',
    })
    expect(ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('GITHUB_TOKEN_MISSING') as string,
    })
    expect(await askClawback(['notice', 'show', 'orbit-cli-2'], settings)).toMatchObject({ status: 'draft' })
  })
})
