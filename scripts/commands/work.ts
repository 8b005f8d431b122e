import { Command } from 'commander'
import { collect, command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'
import type { AddedWork } from '../../server/tasks/add-work.ts'

interface AddOptions {
  title: string
  owner: string
  slug?: string
  description?: string
  url?: string
  license?: string
  leakedAt?: string
  official?: string[]
  fingerprintsOnly?: boolean
  json?: boolean
}

export function workCommand(): Command {
  return new Command('work')
    .description('the leaked works and their originals')
    .addCommand(add())
    .addCommand(list())
    .addCommand(show())
    .addCommand(remove())
}

function add(): Command {
  return command(
    'add <source>',
    'Takes in what leaked. SOURCE: a folder, .tgz, .tar.gz, .tar, .zip, .map, npm:NAME@VERSION or git:PATH#REF. Adding again to the same slug adds a version.',
    'clawback work add ./orbit-2.1.0.tgz --title "Orbit CLI" --owner "Orbit Inc." --official orbit-inc',
  )
    .requiredOption('--title <title>', 'what the work is called')
    .requiredOption('--owner <owner>', 'the copyright owner')
    .option('--slug <slug>', 'the short name that commands use (default: from the title)')
    .option('--description <text>', 'the work as a notice describes it')
    .option('--url <url>', 'where the original is, if it is online')
    .option('--license <license>', '"none", or the SPDX id the work is published under', 'none')
    .option('--leaked-at <time>', 'when it got out, as ISO 8601')
    .option('--official <repository>', 'OWNER or OWNER/NAME that may hold it (repeatable)', collect)
    .option('--fingerprints-only', 'keep no originals, only what comparing needs')
    .action((source: string, options: AddOptions) =>
      runCommand(options, async ({ app, progress }) => {
        const { addWork } = await import('../../server/tasks/add-work.ts')
        const added = await addWork(app, { ...options, source, official: options.official ?? [] }, progress)
        return { document: added, text: describeAdded(added) }
      }),
    )
}

function describeAdded({ work, version, originals, skipped, notRewritten, ready }: AddedWork): string {
  const excluded = Object.entries(originals.excluded).filter(([, n]) => n > 0)
  const lines = [
    `${work.title} (${work.slug}), version ${version}: ${count(originals.total, 'original')}, ${originals.claimed.toLocaleString('en-US')} claimed.`,
  ]
  if (excluded.length > 0) lines.push(`Excluded: ${excluded.map(([why, n]) => `${n} ${why}`).join(', ')}.`)
  if (skipped.length > 0) {
    lines.push(`Skipped ${count(skipped.length, 'entry', 'entries')}:`)
    lines.push(...listed(skipped))
  }
  if (notRewritten.length > 0) {
    lines.push('Known as written only, so that a copy in the form a compiler gives it may be missed:')
    lines.push(...listed(notRewritten))
  }
  if (!ready)
    lines.push('It is large: the first comparison or scan makes it ready, once, which takes a few minutes.')
  lines.push(`Next: clawback probes ${work.slug}    or: clawback scan ${work.slug} --network OWNER/NAME`)
  return lines.join('\n')
}

function listed(entries: readonly { path: string; reason: string }[]): string[] {
  const lines = [columns(entries.slice(0, 10).map(({ path, reason }) => ['  ' + path, reason]))]
  if (entries.length > 10) lines.push(`  … and ${entries.length - 10} more (--json lists all)`)
  return lines
}

function list(): Command {
  return command('list', 'Lists the works.', 'clawback work list').action((options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { listWorks } = await import('../../server/tasks/list-works.ts')
      const works = await listWorks(app)
      const text =
        works.length === 0
          ? 'No work yet. Add one: clawback work add SOURCE --title T --owner O'
          : columns([
              ['SLUG', 'TITLE', 'OWNER', 'CLAIMED', 'MATCHES'],
              ...works.map((w) => [w.slug, w.title, w.owner, String(w.claimed), String(w.matches)]),
            ])
      return { document: works, text }
    }),
  )
}

function show(): Command {
  return command('show <work>', 'Shows one work with every original.', 'clawback work show orbit-cli').action(
    (slug: string, options: { json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { showWork } = await import('../../server/tasks/show-work.ts')
        const work = await showWork(app, slug)
        const rows = work.originals.map((o) => [
          o.claimed ? 'claimed' : (o.excludedBecause ?? ''),
          String(o.bytes),
          o.sha1.slice(0, 10),
          o.path,
        ])
        const head = `${work.work.title} (${work.work.slug}) of ${work.work.owner}, version ${work.version}`
        return { document: work, text: `${head}\n${columns([['STATE', 'BYTES', 'BLOB', 'PATH'], ...rows])}` }
      }),
  )
}

function remove(): Command {
  return command(
    'remove <work>',
    'Removes the originals and fingerprints of a work from this machine. Matches, notices and the log stay.',
    'clawback work remove orbit-cli',
  ).action((slug: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { removeWork } = await import('../../server/tasks/remove-work.ts')
      const removed = await removeWork(app, slug)
      return {
        document: removed,
        text: `Removed ${count(removed.originals, 'original')} of ${slug} and its fingerprints. Matches, notices and the log stay.`,
      }
    }),
  )
}
