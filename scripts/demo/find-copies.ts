import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../../server/compose.ts'
import { addWork } from '../../server/tasks/add-work.ts'
import { listMatches, type MatchRow } from '../../server/tasks/list-matches.ts'
import { planWorkProbes } from '../../server/tasks/plan-probes.ts'
import type { Progress } from '../../server/tasks/progress.ts'
import type { ScanReport } from '../../server/tasks/scan/scan-report.ts'
import { runScan } from '../../server/tasks/scan/run-scan.ts'
import { setClaimant } from '../../server/tasks/set-claimant.ts'
import { LEAKED_AT, OFFICIAL } from '../../test/practice-github/worlds/incident.ts'
import { leakedTarball } from '../../test/practice-github/worlds/leaked-package.ts'
import { columns, count, percent } from '../text.ts'
import { person, work } from './cast.ts'
import type { Tell } from './tell.ts'

export async function takeIn(app: App, folder: string, tell: Tell, progress: Progress): Promise<number> {
  tell.step(
    'Taking in what leaked',
    'Fennmark published a package whose source map holds the whole source. What in it is not theirs is left out.',
  )
  await mkdir(folder, { recursive: true })
  const source = join(folder, 'sluicegate-4.2.0.tgz')
  await writeFile(source, await leakedTarball())
  const added = await addWork(
    app,
    {
      source,
      title: 'Sluicegate',
      owner: 'Fennmark Ltd',
      slug: work,
      leakedAt: LEAKED_AT,
      official: [OFFICIAL],
      description: 'Sluicegate 4.2.0, the proprietary source code of an engine that runs canal locks.',
    },
    progress,
  )
  const excluded = Object.entries(added.originals.excluded).filter(([, n]) => n > 0)
  tell.line(`$ clawback work add ${source} --title Sluicegate --owner "Fennmark Ltd" --official ${OFFICIAL}`)
  tell.line(
    `${count(added.originals.total, 'file')}, ${added.originals.claimed} claimed; left out: ${excluded.map(([why, n]) => `${n} ${why}`).join(', ')}.`,
  )
  await setClaimant(app, work, {
    name: person,
    role: 'agent',
    organization: 'Fennmark Ltd',
    authority: 'General counsel of Fennmark Ltd, the owner of the copyright',
    email: 'legal@fennmark.example',
    phone: '+44 20 7946 0000',
  })
  return added.originals.claimed
}

export async function search(app: App, tell: Tell, progress: Progress): Promise<ScanReport> {
  tell.step(
    'Looking for copies',
    'Only short distinctive probes leave, and each can be seen before. Search never shows forks, so networks are listed.',
  )
  const plan = await planWorkProbes(app, work, 3)
  for (const { query, original } of plan.probes)
    tell.line(`probe: ${query}   (from ${original.split('!').at(-1) ?? original})`)
  tell.line(`$ clawback scan ${work}`)
  const report = await runScan(
    app,
    { work, probes: null, repositories: [], networks: [], tipsFile: null, resume: false },
    progress,
  )
  const { probes, networks, repositories } = report.coverage
  tell.line(
    `${probes.sent} probes sent; ${count(networks.length, 'network')} listed; ${repositories.examined} repositories examined, ${repositories.untouched} of them untouched forks that cost no request; ${repositories.couldNotTell} could not tell.`,
  )
  const { core, graphql, search, code_search: codeSearch } = report.requests
  tell.line(
    `Requests: ${core} core, ${graphql} GraphQL, ${codeSearch} code search, ${search} other searches.`,
  )
  return report
}

export async function look(app: App, tell: Tell): Promise<MatchRow[]> {
  tell.step('What was found', 'Every line rests on compared content at a commit, never on a name.')
  const matches = await listMatches(app, work, {})
  tell.line(
    columns([
      ['REPOSITORY', 'STRENGTH', 'CLASS', 'OF WORK', 'HELD BY', 'SCOPE'],
      ...matches.map((m) => [
        m.repository,
        m.strength,
        m.class,
        percent(m.ofWork),
        m.refs.map((ref) => ref.ref.replace(/^refs\/(heads|tags)\//, '')).join(' '),
        m.entireRepository ? 'entire repository' : 'specific files',
      ]),
    ]),
  )
  return matches
}

export function compareWithNaive({ coverage }: ScanReport, matches: readonly MatchRow[], tell: Tell): void {
  tell.step(
    'What a naive takedown would have swept',
    'A notice against "the network" with the representative-forks sentence takes down every repository in it.',
  )
  const network = coverage.networks.find((one) => one.official)
  if (network === undefined) return
  const holding = matches.filter(
    (match) => match.networkRoot === network.root && match.strength === 'strong',
  ).length
  tell.line(`The network of ${network.root} has ${network.listed} repositories, and its root is official.`)
  tell.line(
    `${holding} of them hold the leak. The sentence would have disabled ${network.listed - holding} innocent ones, the owner's own root first.`,
  )
  tell.line('Clawback names repositories one by one, each with evidence of its own.')
}
