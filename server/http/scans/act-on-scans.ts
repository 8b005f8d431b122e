import type { RequestHandler } from 'express'
import { askForScan } from '../../tasks/scan/ask-for-scan.ts'
import { pauseScan } from '../../tasks/scan/pause-scan.ts'
import { resumeScan } from '../../tasks/scan/resume-scan.ts'
import { requireScan } from '../../tasks/scan/show-scan.ts'
import { removeSchedule } from '../../tasks/schedule/remove-schedule.ts'
import { setSchedule } from '../../tasks/schedule/set-schedule.ts'
import { actingAs } from '../acting.ts'
import { readFields } from '../read-fields.ts'
import { links } from '../view/links.ts'
import { readId } from './read-id.ts'
import { readNames, readProbes, readScanFields } from './read-scan-fields.ts'
import type { Scanning } from './scanning.ts'

type Slug = { slug: string }
type ScanOf = { slug: string; id: string }

export function postScan(app: Scanning): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const scan = await askForScan(actingAs(app, res), slug, readScanFields(req.body))
    res.redirect(303, links.scan(slug, scan.id))
  }
}

export function postPause(app: Scanning): RequestHandler<ScanOf> {
  return async (req, res) => {
    const { slug } = req.params
    const { scan } = await requireScan(app.db, slug, readId(req.params.id))
    await pauseScan(actingAs(app, res), slug, scan.id)
    res.redirect(303, links.scan(slug, scan.id))
  }
}

export function postResume(app: Scanning): RequestHandler<ScanOf> {
  return async (req, res) => {
    const { slug } = req.params
    const { scan } = await requireScan(app.db, slug, readId(req.params.id))
    await resumeScan(actingAs(app, res), slug, scan.id)
    res.redirect(303, links.scan(slug, scan.id))
  }
}

export function postSchedule(app: Scanning): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    const fields = readFields(req.body, ['pattern', 'probes', 'networks', 'repositories'])
    await setSchedule(actingAs(app, res), {
      work: slug,
      pattern: fields.pattern,
      probes: readProbes(fields.probes),
      networks: readNames(fields.networks),
      repositories: readNames(fields.repositories),
    })
    res.redirect(303, links.scans(slug))
  }
}

export function postScheduleRemoval(app: Scanning): RequestHandler<Slug> {
  return async (req, res) => {
    const { slug } = req.params
    await removeSchedule(actingAs(app, res), slug)
    res.redirect(303, links.scans(slug))
  }
}
