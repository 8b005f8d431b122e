import type { Notice } from '../../../db/queries/notices.ts'
import { draftRetraction } from '../../core/notice/draft-retraction.ts'
import { accusedRepositories } from '../../core/notice/accused.ts'
import type { RepositoryReference, RetractionScope } from '../../core/notice/types.ts'
import { describeWork, referTo } from './describe-subject.ts'
import type { DraftApp, DraftInput, DraftReport, Subject } from './draft-notices.ts'
import { keepDrafts } from './keep-drafts.ts'
import { readDocument } from './notice-summary.ts'
import { requireName, selectRepositories } from './select-repositories.ts'

/** A retraction of a notice: of all of it, of what is listed, or of everything but what is listed. */
export async function draftRetractionOf(
  app: DraftApp,
  { work, claimant }: Subject,
  about: Notice,
  input: DraftInput,
): Promise<DraftReport> {
  const { document, problems } = draftRetraction({
    about: referTo(about),
    work: describeWork(work),
    claimant,
    withdraws: readScope(about, input),
    reason: input.reason ?? '',
  })
  return { notices: await keepDrafts(app, work, about, [document]), problems, reach: [] }
}

/** `--only`: the claim against these is withdrawn; `--except`: everything but these is reinstated; neither: all of it. */
function readScope(about: Notice, input: DraftInput): RetractionScope {
  const named: RepositoryReference[] = accusedRepositories(readDocument(about)).map(({ owner, name }) => ({
    owner,
    name,
  }))
  const selected = selectRepositories(input)
  if (input.only.length > 0) {
    return {
      mode: 'listed',
      repositories: input.only.map(requireName),
      stayDisabled: named.filter((repository) => !selected(repository)),
    }
  }
  if (input.except.length > 0) return { mode: 'all-except', stayDisabled: input.except.map(requireName) }
  return { mode: 'whole', repositories: named }
}
