import type { Jobs } from '../../jobs/jobs.ts'

/** What a worker takes: a scan that goes on without anybody at a terminal. */
export const askedScan = 'asked-scan'

/** Has a worker go on with a scan at once, whoever had taken it. */
export async function putScan(
  { jobs, clock }: { jobs: Pick<Jobs, 'put'>; clock: () => Date },
  id: number,
): Promise<void> {
  await jobs.put({ kind: askedScan, key: `${askedScan} ${id}`, payload: { scan: id }, runAt: clock() })
}
