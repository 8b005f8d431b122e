import type { Operation } from './operations.ts'
import {
  bulkDetail,
  bulkPreview,
  bulkPreviewRequest,
  bulkRequest,
  bulkResult,
  reviewRequest,
  reviewResult,
  takenBack,
} from './schemas/review.ts'

const json: NonNullable<Operation['body']>['types'] = ['application/json']

/** Deciding, one by one and many at once. */
export const reviewOperations: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/works/:slug/matches/:owner/:name/review',
    id: 'reviewMatch',
    summary: 'A decision about one match, over the evidence that was looked at',
    command: 'review WORK OWNER/NAME',
    query: [],
    body: { schema: reviewRequest, types: json },
    answer: reviewResult,
    scope: 'decide',
    refuses: [400, 404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/reviews/preview',
    id: 'previewReviews',
    summary: 'What one decision about many would do; nothing is recorded',
    command: null,
    query: [],
    body: { schema: bulkPreviewRequest, types: json },
    answer: bulkPreview,
    scope: 'decide',
    refuses: [400, 404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/reviews',
    id: 'reviewMatches',
    summary: 'One decision about many, each with its own evidence, as the preview showed it',
    command: null,
    query: [],
    body: { schema: bulkRequest, types: json },
    answer: bulkResult,
    scope: 'decide',
    refuses: [400, 404],
  },
  {
    path: '/api/v1/works/:slug/reviews/:id',
    id: 'showReviews',
    summary: 'What was decided in bulk, and what of it stands',
    command: null,
    query: [],
    answer: bulkDetail,
    refuses: [404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/reviews/:id/back',
    id: 'takeBackReviews',
    summary: 'Takes back what was decided in bulk, but for what a notice names',
    command: 'review take-back WORK NUMBER',
    query: [],
    answer: takenBack,
    scope: 'decide',
    refuses: [400, 404],
  },
]
