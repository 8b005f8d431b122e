import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { App } from '../../../../server/compose.ts'
import { defaultTemplates } from '../../../../server/render/notices/template-version.ts'
import { draftWorkNotices } from '../../../../server/tasks/notice/draft-notices.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { signNotice } from '../../../../server/tasks/notice/sign-notice.ts'
import { temporaryFolder } from '../../../open-test-app.ts'
import { decide, withFoundCopies } from '../review/review-story.ts'

async function ownFolder(): Promise<string> {
  const folder = await temporaryFolder()
  await cp(defaultTemplates, folder, { recursive: true })
  return folder
}

async function edit(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, name)
  await writeFile(file, change(await readFile(file, 'utf8')))
}

function draft(app: App, templates: string) {
  const config = { ...app.config, notices: { templates, signatoryMustDiffer: false } }
  const input = { work: 'orbit', only: [], except: [], kind: 'takedown' as const, about: null }
  return draftWorkNotices({ ...app, config }, input)
}

describe('own templates', () => {
  it('are kept with the notice: what was signed reads the same whatever becomes of the folder', async () => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['trent/dump'] })
      const folder = await ownFolder()
      await edit(folder, 'form.txt.hbs', (text) => `Orbit Inc., legal department\n\n${text}`)
      const [notice] = (await draft(app, folder)).notices
      await signNotice(app, { id: notice!.id, name: 'Ada Diaz' })
      await edit(folder, 'form.txt.hbs', (text) => `Something else\n\n${text}`)

      const shown = await showNotice(app, notice!.id)
      expect(shown.text).toMatch(/^Orbit Inc., legal department\n/)
      expect(shown.check.complete).toBe(true)
    })
  })

  it.each([
    ['loses the repositories', 'form.txt.hbs', (text: string) => text.replace('{{answer}}', '')],
    [
      'loses a sworn statement',
      'statements/form-perjury.hbs',
      () => 'I am sure that all of this is quite right.',
    ],
    [
      'swears about all forks',
      'form.txt.hbs',
      (text: string) =>
        `${text}\nBased on the representative number of forks I have reviewed, I believe that all or most of the forks are infringing to the same extent as the parent repository.\n`,
    ],
    ['loses what is given back', 'retraction.txt.hbs', (text: string) => text.replaceAll('{{this}}', '')],
    ['does not mark a draft', 'statements/draft-mark.hbs', () => 'Final.'],
    ['is no template', 'letter.txt.hbs', () => '{{#if'],
  ])('one that %s is not used', async (_, name, change) => {
    await withFoundCopies(async (app) => {
      await decide(app, { repositories: ['trent/dump'] })
      const folder = await ownFolder()
      await edit(folder, name, change)
      await expect(draft(app, folder)).rejects.toMatchObject({
        code: expect.stringMatching(/^TEMPLATE_(UNFIT|INVALID)$/) as string,
      })
    })
  })
})
