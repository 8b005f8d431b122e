import { gunzipSync } from 'node:zlib'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { walkTree } from './git/trees.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { buildWorld } from './world/build.ts'
import type { Repository } from './world/repository.ts'
import { fixtureFiles } from './worlds/fixture-files.ts'
import { incident, OFFICIAL } from './worlds/incident.ts'
import { incidentStory } from './worlds/incident-story.ts'
import { leakedPackage, leakedTarball } from './worlds/leaked-package.ts'
import { transpiledLeak } from './worlds/transpile-leak.ts'
import { ObjectStore } from './git/object-store.ts'

const { world, truth } = incident()
const built = buildWorld(world)

/** Blob ids of the owner's own files, vendored and generated ones aside. */
function leakedBlobs(): Set<string> {
  const store = new ObjectStore()
  const own = Object.entries(fixtureFiles('incident/leak')).filter(
    ([path]) => path.startsWith('src/') && !path.includes('generated') && path !== 'src/index.ts',
  )
  return new Set(own.map(([, text]) => store.add({ type: 'blob', data: Buffer.from(text) })))
}

/** What a repository's own branches and tags reach at their heads. */
function reached(repository: Repository): Set<string> {
  const { objects } = repository.network
  const blobs = new Set<string>()
  for (const id of repository.refs.values()) {
    for (const { sha } of walkTree(objects, objects.commit(objects.peel(id)).tree)) blobs.add(sha)
  }
  return blobs
}

function shared(name: string): number {
  const blobs = reached(built.must(name))
  return [...leakedBlobs()].filter((sha) => blobs.has(sha)).length
}

describe('the incident', () => {
  it('says of every repository what it is, and of none two things', () => {
    const named = [
      ...truth.official,
      ...truth.copies.map(({ name }) => name),
      ...truth.judgement.map(({ name }) => name),
      ...truth.never.map(({ name }) => name),
    ]
    expect(new Set(named).size).toBe(named.length)
    expect(named.sort()).toEqual(world.repositories.map(({ owner, name }) => `${owner}/${name}`).sort())
  })

  it('holds the leak exactly where it says, and nowhere it says never', () => {
    const all = leakedBlobs().size
    for (const { name, kind } of truth.copies) {
      const count = shared(name)
      if (['leak', 'unchanged', 'other-branch', 'tag-only', 'archived', 'moved-folder'].includes(kind))
        expect(count, name).toBe(all)
      else if (kind === 'edited') expect(count, name).toBe(all - 4)
      else expect(count, name).toBe(0)
    }
    for (const { name } of [...truth.never, ...truth.judgement]) expect(shared(name), name).toBe(0)
    expect(shared(OFFICIAL)).toBe(0)
  })

  it('sets the trap: the leak resolves through clean forks of the same network', async () => {
    const [sha] = leakedBlobs()
    await withPracticeGitHub({ world }, async (github) => {
      expect((await ask(github, `/repos/${OFFICIAL}/git/blobs/${sha!}`)).status).toBe(200)
      expect((await ask(github, `/repos/pell-ridge/sluicegate-plugins/git/blobs/${sha!}`)).status).toBe(200)
      expect((await ask(github, `/repos/openlocks/lockmaster/git/blobs/${sha!}`)).status).toBe(404)
    })
  })

  it('is found by search only where GitHub would show it', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const found = async (query: string) => {
        const { body } = await ask(github, `/search/code?q=${encodeURIComponent(query)}`)
        const { items } = body as { items: { repository: { full_name: string } }[] }
        return [...new Set(items.map(({ repository }) => repository.full_name))].sort()
      }
      expect(await found('"PASSED_OVER_BONUS waiting passedOver"')).toEqual([
        'bramble-ops/sluice',
        'hexwater/sluice-js',
        'northquay/lock-engine-src',
      ])
      expect(await found('affordableLockages')).not.toContain('loopwright/basin-scheduler')
    })
  })

  it('goes on after a notice', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const noticeUrl = 'https://github.com/github/dmca/blob/master/2026/06/2026-06-04-fennmark.md'
      const named = truth.copies.map(({ name }) => name)
      const story = incidentStory(github, [{ noticeUrl, named }])
      const before = github.now().getTime()
      expect(story.moveOn(1)).toHaveLength(2)
      expect((await ask(github, '/repos/northquay/lock-engine-src')).status).toBe(404)
      expect((await ask(github, '/repos/gustav-lind/lock-engine')).status).toBe(301)
      story.moveOn(4)
      expect(Math.round((github.now().getTime() - before) / 86_400_000)).toBe(5)
      expect(await ask(github, '/repos/tidelark/sluicegate-plugins')).toMatchObject({
        status: 451,
        body: { block: { html_url: noticeUrl } },
      })
      expect((await ask(github, '/repos/gustav-lind/harbour-tools')).status).toBe(451)
      // An overreach: never named.
      expect((await ask(github, '/repos/kedge/sluicegate-plugins')).status).toBe(451)
      expect((await ask(github, '/repos/northquay/harbour-mirror')).status).toBe(200)
      expect((await ask(github, '/repos/hexwater/sluice-js')).status).toBe(451)
      expect(story.moveOn(10).join()).toMatch(/counter notice/)
      expect((await ask(github, '/repos/hexwater/sluice-js')).status).toBe(200)
      expect(story.moveOn(30)).toEqual([])
    })
  })
})

describe('the leaked package', () => {
  it('maps its bundle back to the sources, word for word', () => {
    const { files } = leakedPackage()
    const map = JSON.parse(files['dist/sluicegate.mjs.map']!) as {
      sources: string[]
      sourcesContent: string[]
      version: 3
      names: string[]
      mappings: string
    }
    expect(map.sources).toContain('../src/chamber.ts')
    expect(map.sources).toContain('../node_modules/murmur-lru/index.js')
    const lines = files['dist/sluicegate.mjs']!.split('\n')
    const traced = new TraceMap(map)
    for (const text of [
      'function springFactor',
      'class WaterLedger',
      'function crc16',
      'class BinaryHeap',
      'function checkOrder',
    ]) {
      const line = lines.findIndex((candidate) => candidate.startsWith(text))
      const { source, line: original } = originalPositionFor(traced, { line: line + 1, column: 0 })
      const content = map.sourcesContent[map.sources.indexOf(source!)]!
      expect(content.split('\n')[original! - 1], text).toContain(text)
    }
    const leak = fixtureFiles('incident/leak')
    map.sources.forEach((source, index) => {
      const path = source.replace('../node_modules/', 'third-party/').replace('../', '')
      expect(map.sourcesContent[index], path).toBe(leak[path])
    })
  })

  it('is the same tarball every time', async () => {
    const one = await leakedTarball()
    expect(one.equals(await leakedTarball())).toBe(true)
    expect(gunzipSync(one).toString('latin1')).toContain('package/dist/sluicegate.mjs.map')
  })

  it('holds what the compiler makes of the sources', () => {
    expect(fixtureFiles('incident/transpiled')).toEqual(transpiledLeak())
  })
})
