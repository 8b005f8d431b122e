import type { RequestHandler } from 'express'
import { renderMatchPage } from '../render/pages/match-page.ts'
import { showMatch, type MatchDetail } from '../tasks/show-match.ts'
import { showWorkHead } from '../tasks/show-work.ts'
import type { Reading } from './reading.ts'
import { availabilityBadge, decisionBadge, strengthBadge } from './view/badges.ts'
import { compareFile } from './view/compare-file.ts'
import { links, outsideLink } from './view/links.ts'
import { paginate } from './view/paginate.ts'
import { readPage, readQuery } from './view/read-query.ts'
import { reviewCommand } from './view/commands.ts'
import { frameOf } from './view/frame-of.ts'

type MatchParams = { slug: string; owner: string; name: string }
type MatchFile = MatchDetail['files'][number]

const pageSize = 200

/** One repository's evidence: what is alike, where it stands, and one file beside its original. */
export function showMatchPage(app: Reading): RequestHandler<MatchParams> {
  return async (req, res) => {
    const { slug, owner, name } = req.params
    const { path, original, page } = readQuery(req.query, ['path', 'original', 'page'])
    const { work } = await showWorkHead(app, slug)
    const match = await showMatch(app, slug, `${owner}/${name}`)
    const files = [...match.files].sort(byEvidence)
    const shown =
      files.find((file) => file.path === path && (original === undefined || file.original === original)) ??
      files[0]
    const here = { path, original }
    const { rows, pager } = paginate(files, readPage(page), pageSize, (n) =>
      links.match(slug, match.repository, { ...here, page: n }),
    )
    res.send(
      renderMatchPage({
        ...frameOf(res, {
          title: match.repository,
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
            { text: 'Matches', href: links.matches(slug) },
          ],
        }),
        inNetwork: match.networkRoot !== null && match.networkRoot !== match.repository,
        outside: outsideLink(repositoryUrl(match)),
        strength: strengthBadge(match.strength),
        decision: match.official ? null : decisionBadge(match.decision),
        availability: availabilityBadge(match.availability),
        match: {
          ...match,
          notices: match.notices.map((id) => ({ id, href: links.notice(id) })),
        },
        reviewCommand: match.official ? null : reviewCommand(slug, match.repository),
        files: rows.map((file) => ({
          ...file,
          strength: strengthBadge(file.strength),
          href: `${links.match(slug, match.repository, { path: file.path, original: file.original, page })}#compare`,
          shown: file === shown,
        })),
        pager,
        comparison: shown === undefined ? null : await compareFile(app, slug, match.repository, shown),
      }),
    )
  }
}

export function sendMatch(app: Reading): RequestHandler<MatchParams> {
  return async (req, res) => {
    const { slug, owner, name } = req.params
    res.json(await showMatch(app, slug, `${owner}/${name}`))
  }
}

const order = { strong: 0, weak: 1, none: 2 }

function byEvidence(a: MatchFile, b: MatchFile): number {
  return order[a.strength] - order[b.strength] || b.bits - a.bits || (a.path < b.path ? -1 : 1)
}

/** Where the repository is, by the host that its permalinks name: github.com, or an Enterprise Server. */
function repositoryUrl(match: MatchDetail): string | null {
  const permalink = match.files[0]?.permalink
  if (permalink === undefined || !URL.canParse(permalink)) return null
  return new URL(`/${match.repository}`, permalink).href
}
