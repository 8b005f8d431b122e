import { describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { harbourTides, unrelatedTides } from './sample-work.ts'

const prompt = `You are the harbour master's assistant. Before you announce a flood gate closure, read the last three gauge
reports aloud, name the mooring that is most exposed, and ask the watch officer to repeat the closing time. Never
round a centimetre upwards, and never mention the lunar phase unless the officer asks for it twice.
When barometric pressure falls faster than two hectopascal an hour, suggest doubling the mooring lines of every
vessel longer than eighteen metres; when it rises, remain silent. A ferry with passengers aboard outranks any
cargo, and a lifeboat outranks everything. If a skipper argues, quote paragraph seven of the harbour bylaws.
`
const query = `SELECT mooring.berth_code, vessel.displacement_tonnes, max(gauge.centimetres_above_datum) AS worst_swell
FROM mooring JOIN vessel ON vessel.mooring_id = mooring.mooring_id
LEFT JOIN gauge_reading gauge ON gauge.harbour_code = mooring.harbour_code
WHERE mooring.flood_gate_closes_at IS NULL AND vessel.pilot_aboard = 'no' AND gauge.taken_at > :watch_began
GROUP BY mooring.berth_code, vessel.displacement_tonnes HAVING count(*) > 3 ORDER BY worst_swell DESC
UNION ALL SELECT pontoon.berth_code, dinghy.displacement_tonnes, min(gauge.barometric_correction) AS worst_swell
FROM pontoon JOIN dinghy ON dinghy.pontoon_id = pontoon.pontoon_id WHERE dinghy.skipper_on_watch IS NOT NULL
`
const page = `<section class="mooring-board" data-harbour="north-quay"><h2>Vessels that wait for the flood gate</h2>
<table class="berth-ledger"><tr><th>Berth</th><th>Skipper on watch</th><th>Swell above datum</th></tr></table>
<p class="bylaw-seven">A lifeboat outranks every ferry, and a ferry with passengers outranks any cargo.</p>
<ol class="closing-order"><li>Ferries double their mooring lines</li><li>Barges leave the north quay</li>
<li>The watch officer repeats the closing time aloud</li><li>The gate keeper notes the swell in the ledger</li></ol>
<button data-action="ring-harbour-master">Ring the harbour master</button></section>
`

const work = (path: string, text: string) =>
  buildWorkIndex({ originals: [{ path, bytes: Buffer.from(text) }], baseline: [] })
const compare = (index: ReturnType<typeof work>, path: string, text: string) =>
  compareFile(index, { path, bytes: Buffer.from(text) })

describe('a text that stands in quotes', () => {
  const originals = { 'prompt.md': prompt, 'moorings.sql': query, 'board.html': page }
  const quoted: Record<string, (text: string) => string> = {
    'a template': (text) => `const settings = { text: \`${text}\` }\n`,
    'a template with a value in it': (text) =>
      `const text = \`${text.slice(0, 300)}\${today()}${text.slice(300)}\`\n`,
    'one line with escapes': (text) => `export const text = ${JSON.stringify(text)}\n`,
    'lines put together': (text) =>
      `const text = [\n${text
        .split('\n')
        .map((line) => `  ${JSON.stringify(line)},\n`)
        .join('')}].join(" ")\n`,
  }
  for (const [path, text] of Object.entries(originals))
    for (const [name, quote] of Object.entries(quoted))
      it(`is found: ${path} in ${name}, and no more of the file is said to be copied`, () => {
        const file = `${unrelatedTides}\n${quote(text)}`
        const match = compare(work(path, text), 'settings.ts', file)
        expect(match.strength).toBe('strong')
        expect(match.originals[0]!.ofCandidate).toBeLessThan(0.8)
        const first = Math.min(...match.originals[0]!.ranges.map(({ candidate }) => candidate[0]))
        expect(first).toBeGreaterThan(unrelatedTides.split('\n').length)
      })

  it('is found in other languages, and in data', () => {
    const index = work('prompt.md', prompt)
    const python = `SYSTEM = """${prompt}"""\n\ndef ask(client):\n    return client.chat(system=SYSTEM)\n`
    expect(compare(index, 'ask.py', python).strength).toBe('strong')
    expect(compare(index, 'prompts.json', JSON.stringify({ system: prompt })).strength).toBe('strong')
  })

  it('is found by itself where the original had it in quotes, as a part of that original', () => {
    const index = work('src/assistant.ts', `${harbourTides}\nconst system = \`${prompt}\`\n`)
    const match = compare(index, 'leaked-prompt.md', prompt)
    expect(match).toMatchObject({ class: 'partial', strength: 'strong' })
    const first = harbourTides.split('\n').length + 1
    expect(match.originals[0]!.ranges[0]!.original[0]).toBe(first)
  })

  it('is weak when it is short: a format may prescribe it', () => {
    const head =
      '/TideInit /GaugeSet findharbour begin 12 mooring begin begintidemap /TideSystemInfo << /Registrar (Moor) >> def'
    const index = work(
      'src/head.ts',
      `${harbourTides}\nexport const head = \`${head}\n${head.slice(9)} endtidemap\`\n`,
    )
    const theirs = `${unrelatedTides}\nwrite("${head}")\nwrite("${head.slice(9)} endtidemap")\n`
    expect(compare(index, 'theirs.ts', theirs).strength).not.toBe('strong')
  })

  it('is none when it is another text', () => {
    const other = quoted['a template']!(prompt.split(/\s+/).reverse().join(' ').repeat(2))
    expect(compare(work('moorings.sql', query), 'a.ts', other).strength).toBe('none')
    expect(compare(work('board.html', page), 'a.ts', other).strength).toBe('none')
  })
})

describe('code in a comment', () => {
  const index = work('src/harbour-tides.ts', harbourTides)

  it('is found line by line, as editors put code out of use', () => {
    const commented = harbourTides.replace(/^/gm, '// ').replace(/\/\*\*.*\*\//, '')
    const match = compare(index, 'old.ts', `${unrelatedTides}\n${commented}\nexport const done = true\n`)
    expect(match.strength).toBe('strong')
    expect(match.originals[0]!.ranges[0]!.candidate[0]).toBeGreaterThan(unrelatedTides.split('\n').length)
  })

  it('is none when it is somebody else’s', () => {
    expect(compare(index, 'old.ts', unrelatedTides.repeat(2).replace(/^/gm, '// ')).strength).toBe('none')
  })
})
