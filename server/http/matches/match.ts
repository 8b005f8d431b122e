import type { RequestHandler } from 'express'
import { renderMatchPage } from '../../render/pages/match-page.ts'
import { showMatch, type MatchDetail } from '../../tasks/show-match.ts'
import { showMatchHistory } from '../../tasks/show-match-history.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { may, personOf } from '../sign-in/signed-in.ts'
import { showDecision } from '../../tasks/review/show-decision.ts'
import { decisionChoices, describeEarlier, standingReason } from '../view/decision.ts'
import { formatMatchList, readMatchList } from '../view/match-list.ts'
import { findNeighbours } from '../view/neighbours.ts'
import { availabilityBadge, decisionBadge, strengthBadge } from '../view/badges.ts'
import { compareFile, withoutTexts } from '../view/compare-file.ts'
import { links, outsideLink } from '../view/links.ts'
import { noticesNaming } from '../view/match-rows.ts'
import { matchFiles } from '../view/match-files.ts'
import { matchHistoryView } from '../view/match-history.ts'
import { readQuery } from '../view/read-query.ts'
import { reviewCommand } from '../view/commands.ts'
import { frameOf } from '../view/frame-of.ts'

type MatchParams = { slug: string; owner: string; name: string }

/** One repository's evidence: what is alike, where it stands, and one file beside its original. */
export function showMatchPage(app: Reading, memory: Memory): RequestHandler<MatchParams> {
  return async (req, res) => {
    const { slug, owner, name } = req.params
    const query = readQuery(req.query, ['path', 'original', 'file', 'page', 'from'])
    const list = readMatchList(req.query)
    const { work } = await showWorkHead(app, slug)
    const match = await showMatch(app, slug, `${owner}/${name}`)
    const { shown, ...files } = matchFiles(slug, match, query, list)
    const context = await showDecision(app, slug, match.repository)
    const neighbours = await findNeighbours(app, memory, slug, { list, matchId: context.matchId })
    const history = await showMatchHistory(app, slug, match.repository)
    const hrefFrom = (from: number) =>
      `${links.match(slug, match.repository, { ...list, path: shown?.path, original: shown?.original, file: query.file, from })}#compare`
    res.send(
      renderMatchPage({
        ...frameOf(res, {
          title: match.repository,
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
            { text: 'Matches', href: links.matches(slug, list) },
          ],
          tabs: { slug, tab: 'matches' },
        }),
        inNetwork: match.networkRoot !== null && match.networkRoot !== match.repository,
        outside: outsideLink(repositoryUrl(match)),
        strength: strengthBadge(match.strength),
        decision: match.official ? null : decisionBadge(match.decision),
        availability: availabilityBadge(match.availability),
        match: {
          ...match,
          notices: noticesNaming(match),
          reviews: match.reviews.map((review) => ({
            ...review,
            bulkHref: review.bulk === null ? null : links.bulk(slug, review.bulk),
          })),
        },
        reviewCommand: match.official || may(res, 'decide') ? null : reviewCommand(slug, match.repository),
        decide:
          match.official || !may(res, 'decide')
            ? null
            : {
                action: links.review(slug, match.repository),
                reviewer: personOf(res).fullName,
                evidence: context.evidence,
                sameTree: context.sameTree,
                counsel: context.decision === 'needs-counsel',
                list: formatMatchList(list),
                choices: decisionChoices(match.class),
              },
        because: standingReason(context.because),
        earlier: describeEarlier(slug, context.earlier),
        neighbours,
        ...files,
        history: matchHistoryView(slug, history),
        comparison:
          shown === undefined
            ? null
            : may(res, 'read-originals')
              ? await compareFile(app, slug, match, shown, { skip: readSkip(query.from), hrefFrom })
              : withoutTexts(match, shown),
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

/** How many rows of the comparison come before those that are asked for; anything else is none. */
function readSkip(text: string | undefined): number {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : 0
}

/** Where the repository is, by the host that its permalinks name: github.com, or an Enterprise Server. */
function repositoryUrl(match: MatchDetail): string | null {
  const permalink = match.files[0]?.permalink
  if (permalink === undefined || !URL.canParse(permalink)) return null
  return new URL(`/${match.repository}`, permalink).href
}
