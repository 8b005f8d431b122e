import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram, leaves } from '../scripts/program.ts'
import { settings } from '../server/settings.ts'
import { packageRoot } from '../server/package-root.ts'

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']
const text = Object.fromEntries(
  documents.map((name) => [name, readFileSync(join(packageRoot, name), 'utf8')]),
)
const readme = text['README.md']!
const commands = leaves(await createProgram())

function pathOf(command: Command): string {
  const parent = command.parent
  return parent?.parent ? `${pathOf(parent)} ${command.name()}` : command.name()
}

/** The cells of the first table below a heading, without its head. */
function tableBelow(heading: string): string[][] {
  const lines = readme.slice(readme.indexOf(heading)).split('\n')
  const rows = lines.slice(lines.findIndex((line) => line.startsWith('|')))
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

function unquote(text: string): string {
  return text.trim().replaceAll('`', '')
}

describe('the README', () => {
  it('lists every setting with its default and meaning, and no other', () => {
    const listed = Object.fromEntries(
      tableBelow('## Settings').map(([name, value, meaning]) => [
        unquote(name!),
        { default: value === '' ? null : unquote(value!), meaning },
      ]),
    )
    expect(listed).toEqual(settings)
  })

  it('lists every command, and no other', () => {
    const listed = tableBelow('## Commands').flatMap(([names]) => names!.split(',').map(unquote))
    expect(listed.sort()).toEqual(commands.map(pathOf).sort())
  })

  it('shows only commands and options that there are', () => {
    const lines = readme.replaceAll(/\\\n\s*/g, '').matchAll(/^clawback ([a-z][^#\n]*)/gm)
    let shown = 0
    for (const [, line] of lines) {
      const command = commands.find((c) => `${line!} `.startsWith(`${pathOf(c)} `))
      expect(command, `clawback ${line!}`).toBeDefined()
      for (const [option] of line!.matchAll(/--[a-z-]+/g)) {
        expect(
          command!.options.map((o) => o.long),
          `clawback ${line!}`,
        ).toContain(option)
      }
      shown++
    }
    expect(shown).toBeGreaterThan(10)
  })

  it('says on its first screen what it is, for whom, what it never does, with one picture and two commands', () => {
    const screen = readme.split('\n').slice(0, 18).join('\n')
    for (const part of ['It is for', 'never', '![', 'npm ci\nnpm run demo']) expect(screen).toContain(part)
  })
})

describe('every command', () => {
  it.each(commands.map((command) => [pathOf(command), command] as const))(
    '%s has --json and an example',
    (path, command) => {
      expect(command.options.map((option) => option.long)).toContain('--json')
      let help = ''
      command.configureOutput({ writeOut: (part) => (help += part) }).outputHelp()
      expect(help).toContain(`Example:\n  clawback ${path}`)
    },
  )
})

describe('the documents', () => {
  it.each(documents)('%s links only to what is there', (name) => {
    for (const [, target] of text[name]!.matchAll(/\]\(([^)#]+)\)/g)) {
      if (/^https?:/.test(target!)) continue
      expect(existsSync(join(packageRoot, target!)), target).toBe(true)
    }
  })

  it('name only rooms and files that there are', () => {
    const paths = documents.flatMap((name) => [
      ...text[name]!.matchAll(/`((?:server|db|test|scripts|templates)\/[\w./-]*)`/g),
    ])
    expect(paths.length).toBeGreaterThan(15)
    for (const [, path] of paths) {
      // NAME stands for whatever is added.
      if (!path!.includes('NAME')) expect(existsSync(join(packageRoot, path!)), path).toBe(true)
    }
  })

  it("use the field's own words", () => {
    const never = /\b(?:whitelist|allow-?list|dorks?|victims?|pirated|collateral)\b/i
    for (const name of documents) expect(text[name]!.match(never)?.[0], name).toBeUndefined()
  })
})
