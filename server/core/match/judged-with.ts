/**
 * Raised whenever the same index and the same bytes would be judged otherwise: by other measures, other limits of
 * strength, or files that are left out. What was judged before is judged again then.
 */
const JUDGING = 15

/** Names all that the judgement of a file depends on, besides the file. */
export function judgedWith(indexId: string): string {
  return `${indexId}.${JUDGING}`
}
