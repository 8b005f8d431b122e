import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { loadWorkIndex, serializeWorkIndex } from '../../../../server/core/match/serialize-work-index.ts'
import type { FileMatch } from '../../../../server/core/match/types.ts'
import type { WorkIndex } from '../../../../server/core/match/work-index.ts'
import { originalVariants } from '../../../../server/sources/original-variants.ts'
import { disguises } from '../../../../scripts/evaluate/disguises.ts'
import { seeded } from '../../../../scripts/evaluate/random.ts'
import { harbourTides, ledger, unrelatedTides } from './sample-work.ts'

const originals = [
  { path: 'src/harbour-tides.ts', bytes: Buffer.from(harbourTides) },
  { path: 'src/ledger.ts', bytes: Buffer.from(ledger) },
]
let index: WorkIndex
let digests: WorkIndex

beforeAll(async () => {
  const variants = await originalVariants(originals)
  const read = originals.map((original, i) => ({ ...original, variants: variants[i]! }))
  index = buildWorkIndex({ originals: read, baseline: [] })
  digests = loadWorkIndex(
    serializeWorkIndex(buildWorkIndex({ originals: read, baseline: [], keeps: 'digests' })),
  )
})

function compare(text: string, path = 'copy.ts', by = index): FileMatch {
  return compareFile(by, { path, bytes: Buffer.from(text) })
}

describe('every disguise of an original', () => {
  for (const [name, disguise] of Object.entries(disguises)) {
    it(`is seen through, and only the true original is named: ${name}`, async () => {
      const copy = await disguise(harbourTides, seeded(7))
      const path = /JavaScript|minified|compiled/.test(name) ? 'copy.js' : 'copy.ts'
      const match = compare(copy, path)
      expect(match.strength).toBe('strong')
      expect(match.originals.map((original) => original.path)).toEqual(['src/harbour-tides.ts'])
      // Without a word of the original in the index, the judgement is the same.
      expect(compare(copy, path, digests)).toEqual(match)
    })
  }

  it('is seen through in a comment and under a name that says nothing', () => {
    expect(compare(`${unrelatedTides}\n/*\n${harbourTides.replaceAll('*/', '')}\n*/\n`).strength).toBe(
      'strong',
    )
    expect(compare(harbourTides.replaceAll('harbour', 'port'), 'notes.txt').strength).toBe('strong')
  })

  it('is never seen in a stranger, in whatever disguise', async () => {
    for (const disguise of Object.values(disguises))
      expect(compare(await disguise(unrelatedTides, seeded(7)), 'a.js').strength).toBe('none')
  })
})

describe('an index that keeps digests', () => {
  it('holds none of the texts of the originals', () => {
    const stored = Buffer.from(serializeWorkIndex(digests)).toString('latin1')
    for (const text of ['minutesSinceMoonTransit', 'savitzky-golay', 'no tide gauge is moored'])
      expect(stored).not.toContain(text)
    expect(Buffer.from(serializeWorkIndex(index)).toString('latin1')).toContain('savitzky-golay')
  })
})

describe('a large file', () => {
  it('is compared whole: a copy far behind the first two megabytes is found where it stands', () => {
    const filler = Array.from(
      { length: 60_000 },
      (_, i) => `export const filler${i} = compute(${i}, 'row ${i}')`,
    ).join('\n')
    const match = compare(`${filler}\n${harbourTides}${filler}\n`)
    expect(match.originals.map((original) => original.path)).toEqual(['src/harbour-tides.ts'])
    const first = Math.min(
      ...match.originals[0]!.ranges.map((range) => range.candidate[0] - range.original[0]),
    )
    expect(first).toBe(60_000)
  })

  it('is read though it is one line', () => {
    const filler = Array.from({ length: 60_000 }, (_, i) => `f${i}(${i},"row ${i}")`).join(';')
    expect(compare(`${filler};${harbourTides.replaceAll('\n', ' ')}`).strength).toBe('strong')
  })
})

describe('other languages', () => {
  const python = `
import os
from tides import gauge

class MooringLedger:
    """Keeps what each harbour was told."""

    def __init__(self, path, rotate_after_days=28):
        self.path = path
        self.rotate_after_days = rotate_after_days
        self.watchers = {}

    def append_forecast(self, harbour, forecast):
        # the page is turned first, so that a day never spans two pages
        self.turn_page_when_due()
        line = harbour.code + "|" + forecast.high_water_at.isoformat() + "|" + str(forecast.centimetres)
        with open(self.path, "a", encoding="utf-8") as page:
            page.write(line)
        for watcher in self.watchers.get(harbour.code, []):
            watcher.notify_harbour_master(forecast, urgency="immediate")
        return len(line)

    def turn_page_when_due(self):
        age_days = gauge.days_since(self.path)
        if age_days < self.rotate_after_days:
            return
        os.rename(self.path, self.path + ".page-" + str(age_days))
`
  const go = `package mooring

import "fmt"

// Forecast is the next high water.
func (l *Ledger) AppendForecast(harbour Harbour, forecast Forecast) (int, error) {
	if err := l.turnPageWhenDue(); err != nil {
		return 0, fmt.Errorf("the ledger of %s cannot turn its page: %w", harbour.Code, err)
	}
	line := fmt.Sprintf("%s|%s|%d", harbour.Code, forecast.HighWaterAt.Format(l.Layout), forecast.CentimetresAboveDatum)
	for _, watcher := range l.Watchers[harbour.Code] {
		if watcher.OnWatch && !watcher.MutedUntil.After(forecast.HighWaterAt) {
			watcher.Pager.Ring("flood gate closes", forecast.HarbourMaster, line)
		}
	}
	return l.Page.WriteString(line)
}
`
  const prompt = `You are the harbour master's assistant. Before you announce a flood gate closure, read the last three gauge
reports aloud, name the mooring that is most exposed, and ask the watch officer to repeat the closing time. Never
round a centimetre upwards, and never mention the lunar phase unless the officer asks for it twice.
When barometric pressure falls faster than two hectopascal an hour, suggest doubling the mooring lines of every
vessel longer than eighteen metres; when it rises, remain silent. A ferry with passengers aboard outranks any
cargo, and a lifeboat outranks everything. If a skipper argues, quote paragraph seven of the harbour bylaws.
`
  const work = buildWorkIndex({
    originals: [
      { path: 'ledger.py', bytes: Buffer.from(python) },
      { path: 'ledger.go', bytes: Buffer.from(go) },
      { path: 'prompt.md', bytes: Buffer.from(prompt) },
    ],
    baseline: [],
  })

  it('are found reformatted and with names changed', () => {
    const renamedPython = python
      .replace(/#.*|""".*"""/g, '')
      .replaceAll('    ', '\t')
      .replace(/\b(line|page|watcher|age_days|harbour|forecast)\b(?!_)/g, 'x_$1')
      .replaceAll('"', "'")
    expect(compare(renamedPython, 'other.py', work)).toMatchObject({
      strength: 'strong',
      originals: [{ path: 'ledger.py' }],
    })
    const renamedGo = go
      .replace(/\/\/.*/g, '')
      .replaceAll('\t', '  ')
      .replace(/\b(line|watcher|harbour|forecast|l)\b/g, '$1Value')
    expect(compare(renamedGo, 'other.go', work)).toMatchObject({
      strength: 'strong',
      originals: [{ path: 'ledger.go' }],
    })
  })

  it('include prose: a prompt that was wrapped anew', () => {
    expect(
      compare(prompt.replaceAll('\n', ' ').replace(/(.{40}\S*) /g, '$1\n'), 'system.txt', work).strength,
    ).toBe('strong')
  })

  it('are none for strangers', () => {
    expect(
      compare('def main():\n    for line in open("a"):\n        print(line.strip())\n', 'a.py', work)
        .strength,
    ).toBe('none')
    expect(
      compare(
        'You are a helpful assistant. Answer the question of the user as well as you can.',
        'p.md',
        work,
      ).strength,
    ).toBe('none')
  })
})
