import type { RequestHandler } from 'express'
import { reviewMatches } from '../../tasks/review-matches.ts'
import { showDecision } from '../../tasks/review/show-decision.ts'
import { actingAs, type Acting } from '../acting.ts'
import type { Memory } from '../memory.ts'
import { readChoices, readFields } from '../read-fields.ts'
import type { Reading } from '../reading.ts'
import { personOf } from '../sign-in/signed-in.ts'
import { links } from '../view/links.ts'
import { parseMatchList } from '../view/match-list.ts'
import { findNeighbours } from '../view/neighbours.ts'

type MatchParams = { slug: string; owner: string; name: string }

/** Records a decision about the evidence that the page showed, and goes on to the next match of the list. */
export function postReview(app: Acting & Reading, memory: Memory): RequestHandler<MatchParams> {
  return async (req, res) => {
    const { slug } = req.params
    const repository = `${req.params.owner}/${req.params.name}`
    const fields = readFields(req.body, [
      'decision',
      'reason',
      'fairUse',
      'reviewer',
      'evidence',
      'kind',
      'list',
      'then',
    ])
    const list = parseMatchList(fields.list)
    const { matchId } = await showDecision(app, slug, repository)
    // Before the decision, which may take the match out of its list.
    const neighbours = await findNeighbours(app, memory, slug, { list, matchId })
    const withIdentical = readChoices(req.body, 'identical').length > 0
    await reviewMatches(actingAs(app, res), {
      work: slug,
      repositories: withIdentical ? [] : [repository],
      ...(withIdentical ? { sameAs: repository } : {}),
      kind: fields.kind === 'counsel' ? 'counsel' : fields.kind === 'second' ? 'second' : 'first',
      decision: fields.decision,
      // Nobody decides in another's name; whoever holds the machine says who they are.
      reviewer: personOf(res).fullName ?? fields.reviewer,
      reason: fields.reason,
      seen: fields.evidence,
      ...(fields.fairUse === '' ? {} : { fairUse: fields.fairUse }),
    })
    const next = fields.then === 'next' ? (neighbours?.next ?? null) : null
    res.redirect(303, next ?? `${links.match(slug, repository, list)}#decision`)
  }
}
