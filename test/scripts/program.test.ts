import { describe, expect, it } from 'vitest'
import { commands } from '../../scripts/command-list.ts'
import { createProgram, createProgramFor } from '../../scripts/program.ts'

describe('the list of commands', () => {
  it('calls each command what it calls itself', async () => {
    for (const { name, summary, load } of commands) {
      const command = await load()
      expect([command.name(), command.summary() || command.description()]).toEqual([name, summary])
    }
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  })

  it('is the same whether the commands are loaded or not', async () => {
    const whole = (await createProgram()).helpInformation()
    for (const args of [[], ['--help'], ['work', 'add'], ['nothing']])
      expect((await createProgramFor(args)).helpInformation()).toBe(whole)
    for (const { name } of commands) expect(whole).toContain(`  ${name} `)
  })

  it('loads the command that is named, or that help is asked about', async () => {
    const work = (await createProgram()).commands.find((one) => one.name() === 'work')!
    for (const args of [
      ['work', 'add', './leak'],
      ['help', 'work'],
    ]) {
      const program = await createProgramFor(args)
      const found = program.commands.find((one) => one.name() === 'work')!
      expect(found.helpInformation()).toBe(work.helpInformation())
      expect(program.commands.filter((one) => one.commands.length > 0)).toEqual([found])
    }
  })
})
