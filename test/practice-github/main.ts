/** Runs the practice GitHub alone: npm run practice-github -- --world incident --port 4010 */
import { parseArgs } from 'node:util'
import { startPracticeGitHub } from './start.ts'
import { WORLDS } from './worlds/named-worlds.ts'

const HELP = `practice-github: a GitHub on this machine, to try Clawback against

  npm run practice-github -- [--world NAME] [--port N] [--enterprise]

Worlds:
${Object.entries(WORLDS)
  .map(([name, { about }]) => `  ${name.padEnd(14)} ${about}`)
  .join('\n')}
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      world: { type: 'string', default: 'incident' },
      port: { type: 'string', default: '4010' },
      enterprise: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const world = WORLDS[values.world]
  const port = Number(values.port)
  if (world === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write(
      world === undefined ? `There is no world "${values.world}".\n\n` : `"${values.port}" is no port.\n\n`,
    )
    process.stderr.write(HELP)
    process.exitCode = 2
    return
  }
  const github = await startPracticeGitHub({ world: world.make(), port, enterprise: values.enterprise })
  process.stdout.write(
    [
      `practice GitHub at ${github.url}, world "${values.world}"`,
      '',
      `  GITHUB_API_URL=${github.url}`,
      '  GITHUB_TOKEN=practice-token',
      '',
      'Any token works and has budgets of its own; the token "bad" is refused. Ctrl-C ends it.',
      '',
    ].join('\n'),
  )
  const end = () => void github.close()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`The practice GitHub did not start: ${message}\n`)
  process.exitCode = 1
})
