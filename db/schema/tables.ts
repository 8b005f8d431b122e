import type { Kit } from '../kit.ts'
import { defineAlertDeliveries } from './alert-deliveries.ts'
import { defineAlerts } from './alerts.ts'
import { defineApiTokens } from './api-tokens.ts'
import { defineBaselineFiles } from './baseline-files.ts'
import { defineBaselines } from './baselines.ts'
import { defineBulkReviews } from './bulk-reviews.ts'
import { defineClaimants } from './claimants.ts'
import { defineEventHead } from './event-head.ts'
import { defineEvents } from './events.ts'
import { defineHttpCache } from './http-cache.ts'
import { defineJobs } from './jobs.ts'
import { defineJudgedBlobs } from './judged-blobs.ts'
import { defineJudgedTrees } from './judged-trees.ts'
import { defineMailboxes } from './mailboxes.ts'
import { defineMatchFiles } from './match-files.ts'
import { defineMatchRefs } from './match-refs.ts'
import { defineMatches } from './matches.ts'
import { defineMessages } from './messages.ts'
import { defineMaterials } from './materials.ts'
import { defineNoticeRepositories } from './notice-repositories.ts'
import { defineNotices } from './notices.ts'
import { defineObservations } from './observations.ts'
import { defineOfficials } from './officials.ts'
import { defineOriginals } from './originals.ts'
import { defineProviderIdentities } from './provider-identities.ts'
import { defineRepositories } from './repositories.ts'
import { defineRepositoryNames } from './repository-names.ts'
import { defineRequests } from './requests.ts'
import { defineReviewSamples } from './review-samples.ts'
import { defineReviews } from './reviews.ts'
import { defineSavedViews } from './saved-views.ts'
import { defineScanSteps } from './scan-steps.ts'
import { defineScanHolds } from './scan-holds.ts'
import { defineScanPulses } from './scan-pulses.ts'
import { defineScanSchedules } from './scan-schedules.ts'
import { defineScans } from './scans.ts'
import { defineSessions } from './sessions.ts'
import { defineTreeListings } from './tree-listings.ts'
import { defineUsers } from './users.ts'
import { defineTemplateSets } from './template-sets.ts'
import { defineWithdrawnReviews } from './withdrawn-reviews.ts'
import { defineWorkIndexes } from './work-indexes.ts'
import { defineWorkVersions } from './work-versions.ts'
import { defineWorks } from './works.ts'

export type Tables = ReturnType<typeof defineTables>

/** The whole schema, in the dialect of the kit. */
export function defineTables(kit: Kit) {
  const works = defineWorks(kit)
  const users = defineUsers(kit)
  const workVersions = defineWorkVersions(kit, { works })
  const baselines = defineBaselines(kit, { works })
  const repositories = defineRepositories(kit)
  const scans = defineScans(kit, { works })
  const matches = defineMatches(kit, { works, repositories, scans })
  const reviews = defineReviews(kit, { matches })
  const notices = defineNotices(kit, { works, repositories })
  const alerts = defineAlerts(kit, { works })
  return {
    works,
    workVersions,
    originals: defineOriginals(kit, { works, workVersions }),
    workIndexes: defineWorkIndexes(kit, { works }),
    baselines,
    baselineFiles: defineBaselineFiles(kit, { baselines }),
    officials: defineOfficials(kit, { works }),
    claimants: defineClaimants(kit, { works }),
    repositories,
    repositoryNames: defineRepositoryNames(kit, { repositories }),
    scans,
    scanSteps: defineScanSteps(kit, { scans }),
    scanHolds: defineScanHolds(kit, { works }),
    scanPulses: defineScanPulses(kit, { scans }),
    scanSchedules: defineScanSchedules(kit, { works }),
    treeListings: defineTreeListings(kit, { works }),
    judgedTrees: defineJudgedTrees(kit, { works }),
    judgedBlobs: defineJudgedBlobs(kit, { works }),
    matches,
    matchRefs: defineMatchRefs(kit, { matches }),
    matchFiles: defineMatchFiles(kit, { matches }),
    reviews,
    bulkReviews: defineBulkReviews(kit, { works }),
    withdrawnReviews: defineWithdrawnReviews(kit, { reviews }),
    reviewSamples: defineReviewSamples(kit, { works }),
    materials: defineMaterials(kit, { works }),
    templateSets: defineTemplateSets(kit),
    notices,
    noticeRepositories: defineNoticeRepositories(kit, { notices, repositories }),
    observations: defineObservations(kit, { works, repositories }),
    requests: defineRequests(kit, { scans }),
    httpCache: defineHttpCache(kit),
    jobs: defineJobs(kit),
    alerts,
    alertDeliveries: defineAlertDeliveries(kit, { alerts }),
    mailboxes: defineMailboxes(kit),
    messages: defineMessages(kit, { notices }),
    users,
    sessions: defineSessions(kit, { users }),
    providerIdentities: defineProviderIdentities(kit, { users }),
    apiTokens: defineApiTokens(kit, { users }),
    savedViews: defineSavedViews(kit, { works, users }),
    events: defineEvents(kit),
    eventHead: defineEventHead(kit),
  }
}
