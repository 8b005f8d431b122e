export interface ProgressReport {
  step: string
  done?: number
  /** Absent where it is not known yet. */
  total?: number
  bytes?: number
  /** What is still to come, and what it is measured by. */
  left?: string
  /** The budget that is waited for, and until when. */
  waits?: { bucket: string; until: Date }
}

/** How a task tells that it is alive. */
export type Progress = (report: ProgressReport) => void
