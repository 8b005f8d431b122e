/** Runs the practice GitHub alone: npm run practice-github -- --world incident --port 4010 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { startPracticeGitHub } from './start.ts'
import { WORLDS } from './worlds/named-worlds.ts'

const HELP = `practice-github: a GitHub on this machine, to try Clawback against

  npm run practice-github -- [--world NAME] [--port N] [--enterprise] [--leak FILE]

--leak writes the package that leaked, a .tgz to give to "clawback work add".

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
      leak: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const world = WORLDS[values.world]
  const port = Number(values.port)
  if (world === undefined) {
    refuse(`There is no world "${values.world}".`)
    return
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    refuse(`"${values.port}" is no port.`)
    return
  }
  if (values.leak !== undefined) {
    if (!world.leaked) {
      refuse(`The world "${values.world}" has no package that leaked.`)
      return
    }
    await writeFile(values.leak, await world.leaked())
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

function refuse(message: string): void {
  process.stderr.write(`${message}\n\n${HELP}`)
  process.exitCode = 2
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`The practice GitHub did not start: ${message}\n`)
  process.exitCode = 1
})
