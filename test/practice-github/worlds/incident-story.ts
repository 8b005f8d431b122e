import type { PracticeGitHub } from '../start.ts'
import { fixtureFiles, moved } from './fixture-files.ts'

/** A notice that was sent: where GitHub published it, and what it named. */
export interface SentNotice {
  noticeUrl: string
  /** `owner/name` */
  named: readonly string[]
}

interface Happening {
  day: number
  what: string
  happen: () => void
}

const DAY = 86_400_000

/**
 * What becomes of the incident's world after a notice: the named ones go down, one owner deletes first, one
 * renames, one is reinstated after a counter notice, one sees the leak pushed again, and GitHub once reaches
 * too far.
 */
export function incidentStory(
  github: Pick<PracticeGitHub, 'world' | 'advance'>,
  notices: readonly SentNotice[],
) {
  const noticeUrls = new Map(
    notices.flatMap(({ named, noticeUrl }) => named.map((name) => [name.toLowerCase(), noticeUrl] as const)),
  )
  const isNamed = (name: string) => noticeUrls.has(name.toLowerCase())
  const disable = (name: string, now = name) => github.world.disable(now, noticeUrls.get(name.toLowerCase())!)
  const happenings: Happening[] = []
  const told = (day: number, what: string, happen: () => void) => happenings.push({ day, what, happen })
  const EARLY = new Set(['northquay/lock-engine-src', 'gustav-lind/lock-engine'])

  if (isNamed('northquay/lock-engine-src')) {
    told(1, 'northquay deleted lock-engine-src before GitHub came to it', () =>
      github.world.delete('northquay/lock-engine-src'),
    )
  }
  if (isNamed('gustav-lind/lock-engine')) {
    told(1, 'gustav-lind renamed lock-engine to harbour-tools', () =>
      github.world.rename('gustav-lind/lock-engine', 'harbour-tools'),
    )
    told(4, 'GitHub disabled gustav-lind/harbour-tools', () =>
      disable('gustav-lind/lock-engine', 'gustav-lind/harbour-tools'),
    )
  }
  for (const name of notices.flatMap(({ named }) => named)) {
    if (!EARLY.has(name.toLowerCase())) told(2, `GitHub disabled ${name}`, () => disable(name))
  }
  const sweeping = noticeUrls.get('tidelark/sluicegate-plugins') ?? notices[0]?.noticeUrl
  if (sweeping !== undefined) {
    told(2, 'GitHub disabled kedge/sluicegate-plugins as well, which no notice names', () =>
      github.world.disable('kedge/sluicegate-plugins', sweeping),
    )
  }
  if (isNamed('hexwater/sluice-js')) {
    told(14, 'hexwater/sluice-js is reinstated after a counter notice', () =>
      github.world.reinstate('hexwater/sluice-js'),
    )
  }
  told(5, 'northquay uploads the sources again, as harbour-mirror', () => {
    const files = moved(fixtureFiles('incident/leak'), '', (path) => path.startsWith('src/'))
    github.world.create({ owner: 'northquay', name: 'harbour-mirror', files })
  })
  happenings.sort((a, b) => a.day - b.day)
  let today = 0

  return {
    /** Moves the clock on, and what happens until then; tells what did. */
    moveOn(days: number): string[] {
      const until = today + days
      const happened: string[] = []
      while (happenings[0] !== undefined && happenings[0].day <= until) {
        const { day, what, happen } = happenings.shift()!
        github.advance((day - today) * DAY)
        today = day
        happen()
        happened.push(`day ${day}: ${what}`)
      }
      github.advance((until - today) * DAY)
      today = until
      return happened
    },
  }
}
