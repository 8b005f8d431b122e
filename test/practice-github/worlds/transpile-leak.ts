/**
 * Makes test/fixtures/incident/transpiled: the leak's TypeScript as the JavaScript that a build makes of it, with
 * what maps it back. Committed, so that a world starts without a compiler; a test keeps it true.
 *
 * Run: npx tsx test/practice-github/worlds/transpile-leak.ts
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { packageRoot } from '../package-root.ts'
import { fixtureFiles } from './fixture-files.ts'

/** `src/chamber.js` and so on, and `mappings.json` with each one's mappings. */
export function transpiledLeak(): Record<string, string> {
  const made: Record<string, string> = {}
  const mappings: Record<string, string> = {}
  for (const [path, text] of Object.entries(fixtureFiles('incident/leak'))) {
    if (!path.endsWith('.ts') || path.endsWith('.d.ts')) continue
    const { outputText, sourceMapText } = ts.transpileModule(text, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        removeComments: true,
        sourceMap: true,
      },
    })
    const to = path.replace(/\.ts$/, '.js')
    made[to] = outputText.replace(/\/\/# sourceMappingURL=.*\n?$/, '')
    mappings[to] = (JSON.parse(sourceMapText ?? '{}') as { mappings: string }).mappings
  }
  return { ...made, 'mappings.json': `${JSON.stringify(mappings, null, 1)}\n` }
}

function main(): void {
  const folder = join(packageRoot, 'test/fixtures/incident/transpiled')
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(transpiledLeak())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main()
