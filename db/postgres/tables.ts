import { defineTables } from '../schema/tables.ts'
import { postgresKit } from './postgres-kit.ts'

/** The schema on Postgres. drizzle-kit reads the exports of this file, so each table is one. */
export const postgresTables = defineTables(postgresKit)

export const {
  works,
  workVersions,
  originals,
  workIndexes,
  baselines,
  baselineFiles,
  officials,
  claimants,
  repositories,
  repositoryNames,
  scans,
  scanSteps,
  judgedTrees,
  judgedBlobs,
  matches,
  matchRefs,
  matchFiles,
  reviews,
  notices,
  noticeRepositories,
  observations,
  requests,
  httpCache,
  jobs,
  alerts,
  alertDeliveries,
  mailboxes,
  messages,
  users,
  sessions,
  apiTokens,
  savedViews,
  events,
  eventHead,
} = postgresTables
