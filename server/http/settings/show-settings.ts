import type { RequestHandler, Response } from 'express'
import { renderSettingsPage, type SettingsPage, type StatedRow } from '../../render/pages/settings-page.ts'
import { sendTestAlert, type TestedWay } from '../../tasks/alerts/send-test-alert.ts'
import { runDoctor, type DoctorApp, type DoctorReport } from '../../tasks/run-doctor.ts'
import { listSchedules } from '../../tasks/schedule/list-schedules.ts'
import { countRequestsOfHour } from '../../tasks/settings/count-requests.ts'
import { describeInstallation } from '../../tasks/settings/describe-installation.ts'
import type { SettingInUse } from '../../tasks/settings/setting-in-use.ts'
import { actingAs } from '../acting.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'

export type SettingsApp = DoctorApp &
  Omit<Parameters<typeof sendTestAlert>[0], 'actor'> & {
    config: { databaseUrl: string | null }
    settings: readonly SettingInUse[]
  }

/** What is set and where it comes from. Opening it asks nobody anything. */
export function showSettingsPage(app: SettingsApp): RequestHandler {
  return (_req, res) => sendSettings(app, res, { doctor: null, tested: null })
}

/** The same with what `doctor` finds: GitHub and the mail server are asked now. */
export function postChecks(app: SettingsApp): RequestHandler {
  return async (_req, res) => {
    await sendSettings(app, res, { doctor: await runDoctor(app), tested: null })
  }
}

export function postTestAlert(app: SettingsApp): RequestHandler {
  return async (_req, res) => {
    await sendSettings(app, res, { doctor: null, tested: await sendTestAlert(actingAs(app, res)) })
  }
}

async function sendSettings(
  app: SettingsApp,
  res: Response,
  { doctor, tested }: { doctor: DoctorReport | null; tested: TestedWay[] | null },
): Promise<void> {
  const spent = await countRequestsOfHour(app)
  const schedules = await listSchedules(app)
  res.send(
    renderSettingsPage({
      ...frameOf(res, { title: 'Settings', section: 'settings' }),
      installation: await describeInstallation(app.config),
      // The README's table is Markdown; a page is not.
      settings: app.settings.map((one) => ({ ...one, meaning: one.meaning.replaceAll('`', '') })),
      checks: doctor === null ? null : { ok: doctor.ok, rows: doctor.checks.map(checkRow) },
      tested: tested?.map(testedRow) ?? null,
      budgets: (['core', 'graphql', 'search', 'code_search'] as const).map((bucket) => ({
        bucket,
        spent: spent[bucket],
        left: doctor?.budgets.find((budget) => budget.bucket === bucket)?.left ?? null,
      })),
      credentials: describeCredentials(app.config.github),
      schedules: schedules.map(({ work, pattern, next, setBy }) => ({
        work,
        href: links.work(work),
        pattern,
        next,
        setBy,
      })),
    }),
  )
}

function checkRow({ name, state, detail }: DoctorReport['checks'][number]): StatedRow {
  return { name, state, detail, tone: state === 'ok' ? 'green' : state === 'failed' ? 'red' : 'plain' }
}

function testedRow({ way, state, detail }: TestedWay): StatedRow {
  return { name: way, state, detail, tone: state === 'sent' ? 'green' : state === 'failed' ? 'red' : 'plain' }
}

function describeCredentials({ tokens, app }: SettingsApp['config']['github']): SettingsPage['credentials'] {
  const parts = [
    ...(tokens.length === 0 ? [] : [`${tokens.length} ${tokens.length === 1 ? 'token' : 'tokens'}`]),
    ...(app === null ? [] : ['a GitHub App']),
  ]
  return parts.length === 0 ? 'none' : parts.join(' and ')
}
