import { z } from 'zod'
import type { MatchRow } from '../../../tasks/list-matches.ts'
import type { MatchDetail } from '../../../tasks/show-match.ts'
import { availability, components, decision, lines, matchClass, moment, strength, whole } from './common.ts'

const share = z.number().min(0).max(1)

const row = {
  repository: z.string().meta({ description: 'OWNER/NAME as GitHub spells it' }),
  id: whole.meta({ description: "GitHub's numeric id: names are reused, ids are not" }),
  fork: z.boolean(),
  parent: z.string().nullable(),
  networkRoot: z.string().nullable(),
  official: z.boolean(),
  class: matchClass,
  strength,
  originalsFound: whole,
  ofWork: share,
  ofRepository: share,
  entireRepository: z.boolean(),
  refs: z.array(z.object({ ref: z.string(), commit: z.string(), tree: z.string() })),
  availability,
  decision: decision.nullable(),
  notices: z.array(z.string()),
  retracted: z.array(z.string()).meta({ description: 'Of the notices, those that claim it no more' }),
  stars: whole.nullable(),
  license: z.string().nullable(),
  reason: z.string(),
  firstSeenAt: moment,
}

export const matchRow = z.object(row).register(components, { id: 'Match' }) satisfies z.ZodType<MatchRow>

export const matchDetail = z
  .object({
    ...row,
    files: z.array(
      z.object({
        path: z.string(),
        commit: z.string(),
        blob: z.string(),
        class: matchClass,
        strength,
        original: z.string(),
        bits: z.number(),
        ofOriginal: share,
        ofCandidate: share,
        ranges: z.array(z.object({ candidate: lines, original: lines })),
        permalink: z.string(),
        reason: z.string(),
      }),
    ),
    evidence: z.string().meta({
      description: 'SHA-256 of all that a decision is about; whoever decides gives it back as `seen`',
    }),
    reviews: z.array(
      z.object({
        decision: z.string(),
        reviewer: z.string(),
        reason: z.string(),
        fairUse: z.string().nullable(),
        at: moment,
        bulk: whole.nullable().meta({ description: 'Decided with others at once: the number of that' }),
        identical: z
          .boolean()
          .meta({ description: 'Decided because of another with the same trees and evidence' }),
        takenBack: z
          .object({ by: z.string(), at: moment })
          .nullable()
          .meta({ description: 'Taken back: it stays, and counts for nothing' }),
      }),
    ),
  })
  .register(components, { id: 'MatchDetail' }) satisfies z.ZodType<MatchDetail>
