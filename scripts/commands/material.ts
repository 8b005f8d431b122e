import { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'
import type { MaterialSummary } from '../../server/tasks/material/describe-material.ts'

export function materialCommand(): Command {
  return new Command('material')
    .description('copies that are no repositories: npm packages, gists, pages of other providers')
    .addCommand(add())
    .addCommand(review())
    .addCommand(seen())
    .addCommand(list())
}

function add(): Command {
  return command(
    'add <work> <url>',
    'Compares a copy that you fetched from an address, and keeps what it shows as evidence about it.',
    'clawback material add orbit-cli https://www.npmjs.com/package/orbit-copy/v/1.0.0 --copy ./orbit-copy-1.0.0.tgz',
  )
    .requiredOption('--copy <path>', 'the fetched copy: a file, a folder or an archive')
    .action((work: string, url: string, options: { copy: string; json?: boolean }) =>
      runCommand(options, async ({ app, progress }) => {
        const { addMaterial } = await import('../../server/tasks/material/add-material.ts')
        const material = await addMaterial(app, { work, url, copy: options.copy }, progress)
        return {
          document: material,
          text: `${url}: ${material.strength}, ${material.class}; ${count(material.files.length, 'file')} alike${material.entire ? ', all of it is the work' : ''}.`,
        }
      }),
    )
}

function review(): Command {
  return command(
    'review <work> <url>',
    "Records a named person's decision about it. A notice or a letter names nothing without it.",
    'clawback material review orbit-cli https://gist.github.com/eve/0f1e --decision infringing --reviewer "Ada Diaz" \\\n    --reason "compared side by side" --fair-use "whole files, nothing added"',
  )
    .requiredOption('--decision <decision>', 'infringing, authorized, fair-use, not-ours or needs-counsel')
    .requiredOption('--reviewer <name>', 'who decided')
    .requiredOption('--reason <text>', 'why')
    .option('--fair-use <text>', 'how fair use was considered (needed for infringing)')
    .action(
      (
        work: string,
        url: string,
        options: { decision: string; reviewer: string; reason: string; fairUse?: string; json?: boolean },
      ) =>
        runCommand(options, async ({ app }) => {
          const { reviewMaterial } = await import('../../server/tasks/material/review-material.ts')
          const material = await reviewMaterial(app, { work, url, ...options })
          return { document: material, text: `${url} decided: ${options.decision}.` }
        }),
    )
}

function seen(): Command {
  return command(
    'seen <work> <url>',
    'Records what you saw at an address that nobody else tells of. Gists are looked at by recheck.',
    'clawback material seen orbit-cli https://www.npmjs.com/package/orbit-copy/v/1.0.0 --availability gone',
  )
    .requiredOption('--availability <word>', 'available, changed, disabled or gone')
    .option('--at <time>', 'when, as ISO 8601 (default: now)')
    .action((work: string, url: string, options: { availability: string; at?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { recordSeen } = await import('../../server/tasks/material/record-seen.ts')
        const { availability, at = null } = options
        const material = await recordSeen(app, { work, url, availability, at })
        return { document: material, text: `${url} is ${material.availability}.` }
      }),
    )
}

function list(): Command {
  return command('list <work>', 'Lists them.', 'clawback material list orbit-cli').action(
    (work: string, options: { json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { listWorkMaterial } = await import('../../server/tasks/material/list-work-material.ts')
        const materials = await listWorkMaterial(app, work)
        return {
          document: materials,
          text:
            materials.length === 0
              ? `None yet. Add one: clawback material add ${work} URL --copy PATH`
              : columns([
                  ['ADDRESS', 'STRENGTH', 'CLASS', 'AVAILABILITY', 'DECISION'],
                  ...materials.map(row),
                ]),
        }
      }),
  )
}

function row({ url, strength, class: matchClass, availability, decision }: MaterialSummary): string[] {
  return [url, strength, matchClass, availability, decision ?? 'not decided']
}
