import { z } from 'zod'
import type { Operation, Parameter } from './operations.ts'
import { probePlan, requestLine, scanDetail, scanRequest, scanRow } from './schemas/scan.ts'

const before: Parameter = { name: 'before', description: 'a number of the list: only what is older' }
const json: NonNullable<Operation['body']>['types'] = ['application/json']

/** What is looked for, and how far it has come. */
export const scanOperations: Operation[] = [
  {
    path: '/api/v1/works/:slug/probes',
    id: 'showProbes',
    summary: 'The searches that a scan would send; nothing is sent',
    command: 'probes WORK',
    query: [{ name: 'limit', description: 'how many probes at most; 30 without it' }],
    answer: probePlan,
    scope: 'scan',
    refuses: [400, 403, 404],
  },
  {
    path: '/api/v1/works/:slug/scans',
    id: 'listScans',
    summary: 'The scans of a work, the newest first, a hundred at most',
    command: null,
    query: [before],
    answer: z.array(scanRow),
    refuses: [404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/scans',
    id: 'startScan',
    summary: 'A scan that a worker takes; the same as the latest unfinished one is that scan',
    command: null,
    query: [],
    body: { schema: scanRequest, types: json },
    answer: scanDetail,
    status: 202,
    scope: 'scan',
    refuses: [400, 404, 409, 503],
  },
  {
    path: '/api/v1/works/:slug/scans/:id',
    id: 'showScan',
    summary: 'One scan as it stands, also while it runs',
    command: null,
    query: [],
    answer: scanDetail,
    refuses: [404],
  },
  {
    path: '/api/v1/works/:slug/scans/:id/requests',
    id: 'listRequests',
    summary: 'What a scan asked of GitHub, the newest first, a hundred at most',
    command: null,
    query: [before],
    answer: z.array(requestLine),
    refuses: [404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/scans/:id/pause',
    id: 'pauseScan',
    summary: 'Nothing more is asked for this scan before somebody resumes it',
    command: null,
    query: [],
    answer: scanDetail,
    scope: 'scan',
    refuses: [404, 409],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/scans/:id/resume',
    id: 'resumeScan',
    summary: 'A worker goes on with this scan',
    command: null,
    query: [],
    answer: scanDetail,
    scope: 'scan',
    refuses: [404, 409],
  },
]
