/** How a task tells that it is alive. `total` is absent where it is not known yet. */
export type Progress = (report: { step: string; done?: number; total?: number }) => void
