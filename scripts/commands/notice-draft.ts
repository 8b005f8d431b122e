import { InvalidArgumentError, Option, type Command } from 'commander'
import { collect, command } from '../command.ts'
import { noticeLine, problemLines, reachLines } from '../notice-text.ts'
import { readCount } from '../read-option.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'
import type { NoticeKind } from '../../server/core/notice/types.ts'
import type { DraftReport } from '../../server/tasks/notice/draft-notices.ts'

/** As `db/schema/notices.ts` has them, which is not loaded for a command's help. */
const kinds: readonly NoticeKind[] = ['takedown', 'revised', 'retraction', 'reply', 'preservation', 'letter']

interface DraftOptions {
  only?: string[]
  except?: string[]
  kind: NoticeKind
  about?: string
  by?: string
  agent?: [host: string, agent: string][]
  representativeForks?: string
  sampleSize: number
  seed?: string
  citeReturns?: boolean
  json?: boolean
}

export function noticeDraft(): Command {
  return command(
    'draft <work>',
    'Drafts one notice per fork network or parent, naming only reviewed, infringing repositories. It first says what each wording could disable.',
    'clawback notice draft orbit-cli',
  )
    .option('--only <repository>', 'name only OWNER/NAME (repeatable)', collect)
    .option('--except <repository>', 'leave out OWNER/NAME (repeatable)', collect)
    .addOption(
      new Option(
        '--kind <kind>',
        'takedown (also npm and gists), revised, retraction, reply (after changes), preservation, or letter (to other providers)',
      )
        .choices(kinds)
        .default('takedown'),
    )
    .option('--about <notice>', 'the notice that a revised notice, a retraction or a reply is about')
    .option('--by <name>', 'who drafts (default: the account)')
    .option(
      '--cite-returns',
      'say which earlier notices named what came back, and ask for the policy on repeat infringers where an account did it again',
    )
    .option('--agent <host=agent>', "a provider's designated agent and address (repeatable)", readAgent)
    .option(
      '--representative-forks <reason>',
      'ask for the sworn sentence that all or most forks infringe, and say why; refused unless a sample bears it out',
    )
    .option('--sample-size <number>', 'how many forks to draw for it', readCount, 59)
    .option('--seed <text>', 'the seed of the draw, which makes it repeatable')
    .action((work: string, options: DraftOptions) =>
      runCommand(options, async ({ app }) => {
        const { draftWorkNotices } = await import('../../server/tasks/notice/draft-notices.ts')
        const drafter = options.by === undefined ? app : { ...app, actor: options.by }
        const reason = options.representativeForks
        const drafted = await draftWorkNotices(drafter, {
          work,
          only: options.only ?? [],
          except: options.except ?? [],
          kind: options.kind,
          about: options.about ?? null,
          citeReturns: options.citeReturns === true,
          ...(options.agent === undefined ? {} : { agents: new Map(options.agent) }),
          ...(reason === undefined
            ? {}
            : { representativeForks: { reason, size: options.sampleSize, seed: options.seed ?? work } }),
        })
        const failed = drafted.notices.length === 0 && drafted.problems.some((p) => p.severity === 'error')
        return { document: drafted, text: describe(drafted), exitCode: failed ? 1 : 0 }
      }),
    )
}

function describe({ notices, problems, reach }: DraftReport): string {
  return [
    ...reachLines(reach),
    ...(notices.length > 0 ? [columns(notices.map(noticeLine))] : ['Nothing was drafted.']),
    // A draft is not signed: that is no news. What two notices have in common is said once.
    ...new Set(problemLines(problems.filter(({ code }) => code !== 'not-signed'))),
    ...notices.slice(0, 1).map((n) => `Next: clawback notice check ${n.id}`),
  ].join('\n')
}

function readAgent(text: string, earlier: DraftOptions['agent'] = []): [string, string][] {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Give HOST=AGENT, ADDRESS.')
  return [...earlier, [text.slice(0, at), text.slice(at + 1)]]
}

export function noticeReach(): Command {
  return command(
    'reach <work>',
    'Says what each wording of a notice could disable, network by network, before anything is drafted.',
    'clawback notice reach orbit-cli',
  ).action((work: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { weighReach } = await import('../../server/tasks/notice/weigh-reach.ts')
      const result = await weighReach(app, work)
      const lines = reachLines(result.reach)
      return {
        document: result,
        text: lines.length === 0 ? 'No strong match stands in a fork network.' : lines.join('\n'),
      }
    }),
  )
}

export function noticeAgree(): Command {
  return command(
    'agree <notice>',
    'Adds the second signatory, whom the sworn sentence about all forks needs, before the claimant signs.',
    'clawback notice agree orbit-cli-1 --name "Bo Lee"',
  )
    .requiredOption('--name <name>', 'the full legal name of the second signatory')
    .action((id: string, options: { name: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { agreeToNotice } = await import('../../server/tasks/notice/agree-to-notice.ts')
        const notice = await agreeToNotice(app, { id, name: options.name })
        return { document: notice, text: `${options.name} agreed to the sentence about all forks in ${id}.` }
      }),
    )
}
