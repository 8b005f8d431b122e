import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { RefHead } from '../../server/core/repository/types.ts'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { byStrength, whereMatches, type MatchRowFilter } from './match-filter.ts'
import type { RepositoryRow } from './repositories.ts'
import { chunks } from './works.ts'

export type Match = Tables['matches']['$inferSelect']
export type MatchFile = Tables['matchFiles']['$inferSelect']
export type MatchWithRepository = { match: Match; repository: RepositoryRow }

/** Matches of a work with their repositories: strong before weak, then by share of the work, then by name. */
export async function selectMatches(
  db: Queryable,
  workId: number,
  filter: MatchRowFilter,
): Promise<MatchWithRepository[]> {
  const { matches, repositories } = db.tables
  return await db.orm
    .select({ match: matches, repository: repositories })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(whereMatches(db, workId, filter))
    .orderBy(asc(byStrength(db)), desc(matches.ofWork), asc(repositories.owner), asc(repositories.name))
}

export async function findMatch(
  { orm, tables: { matches } }: Queryable,
  workId: number,
  repositoryId: number,
): Promise<Match | undefined> {
  const [match] = await orm
    .select()
    .from(matches)
    .where(and(eq(matches.workId, workId), eq(matches.repositoryId, repositoryId)))
  return match
}

/** The matches of a work in these repositories, by repository id. */
export async function findMatches(
  { orm, tables: { matches } }: Queryable,
  workId: number,
  repositoryIds: readonly number[],
): Promise<Map<number, Match>> {
  const found = new Map<number, Match>()
  for (const part of chunks(repositoryIds, 1000)) {
    const rows = await orm
      .select()
      .from(matches)
      .where(and(eq(matches.workId, workId), inArray(matches.repositoryId, part)))
    for (const row of rows) found.set(row.repositoryId, row)
  }
  return found
}

export type MatchEvidence = Omit<
  Tables['matches']['$inferInsert'],
  'id' | 'decision' | 'firstSeenAt' | 'updatedAt'
> & {
  refs: RefHead[]
  files: Omit<Tables['matchFiles']['$inferInsert'], 'id' | 'matchId'>[]
}

/** Writes what a scan found in a repository, in place of what an earlier one found; the decision stays. */
export async function saveMatch(
  { orm, tables }: Transaction,
  evidence: MatchEvidence,
  at: Date,
): Promise<Match> {
  const { matches, matchRefs, matchFiles } = tables
  const { refs, files, ...values } = evidence
  const [match] = await orm
    .insert(matches)
    .values({ ...values, firstSeenAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: [matches.workId, matches.repositoryId], set: { ...values, updatedAt: at } })
    .returning()
  const matchId = match!.id
  await orm.delete(matchRefs).where(eq(matchRefs.matchId, matchId))
  await orm.delete(matchFiles).where(eq(matchFiles.matchId, matchId))
  for (const part of chunks(refs, 500))
    await orm.insert(matchRefs).values(part.map((ref) => ({ ...ref, matchId })))
  for (const part of chunks(files, 500))
    await orm.insert(matchFiles).values(part.map((file) => ({ ...file, matchId })))
  return match!
}

export async function listMatchRefs(
  { orm, tables: { matchRefs } }: Queryable,
  matchIds: readonly number[],
): Promise<Map<number, RefHead[]>> {
  const found = new Map<number, RefHead[]>()
  for (const part of chunks(matchIds, 1000)) {
    const rows = await orm
      .select()
      .from(matchRefs)
      .where(inArray(matchRefs.matchId, part))
      .orderBy(asc(matchRefs.ref))
    for (const { matchId, ref, commit, tree } of rows) {
      const refs = found.get(matchId) ?? []
      found.set(matchId, [...refs, { ref, commit, tree }])
    }
  }
  return found
}

export async function listMatchFiles(
  { orm, tables: { matchFiles } }: Queryable,
  matchId: number,
): Promise<MatchFile[]> {
  return await orm
    .select()
    .from(matchFiles)
    .where(eq(matchFiles.matchId, matchId))
    .orderBy(asc(matchFiles.path), desc(matchFiles.bits))
}

/** The files of many matches, by match, in the order of one. */
export async function listFilesOfMatches(
  { orm, tables: { matchFiles } }: Queryable,
  matchIds: readonly number[],
): Promise<Map<number, MatchFile[]>> {
  const found = new Map<number, MatchFile[]>()
  for (const part of chunks(matchIds, 500)) {
    const rows = await orm
      .select()
      .from(matchFiles)
      .where(inArray(matchFiles.matchId, part))
      .orderBy(asc(matchFiles.matchId), asc(matchFiles.path), desc(matchFiles.bits))
    for (const row of rows) {
      const files = found.get(row.matchId)
      if (files === undefined) found.set(row.matchId, [row])
      else files.push(row)
    }
  }
  return found
}

/** The trees and blobs that any match of a repository rests on. */
export async function listEvidenceOf(
  { orm, tables: { matches, matchFiles } }: Queryable,
  repositoryId: number,
): Promise<{ trees: Set<string>; blobs: Set<string> }> {
  const rows = await orm
    .selectDistinct({ tree: matchFiles.tree, blob: matchFiles.blob })
    .from(matchFiles)
    .innerJoin(matches, eq(matches.id, matchFiles.matchId))
    .where(eq(matches.repositoryId, repositoryId))
  return { trees: new Set(rows.map((row) => row.tree)), blobs: new Set(rows.map((row) => row.blob)) }
}
