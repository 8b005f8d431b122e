import { defineTables } from '../schema/tables.ts'
import { sqliteKit } from './sqlite-kit.ts'

/** The schema on SQLite. drizzle-kit reads the exports of this file, so each table is one. */
export const sqliteTables = defineTables(sqliteKit)

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
} = sqliteTables
