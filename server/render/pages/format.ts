const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** 12345.6 → "12,346" */
export function formatNumber(value: number): string {
  return whole.format(value)
}

/** 0.1234 → "12 %"; a share that is not whole is never shown as 0 % or 100 %. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return '<1 %'
  if (share < 1 && share > 0.99) return '>99 %'
  return `${Math.round(share * 100)} %`
}

/** 2048 → "2.0 KB" */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  if (kilobytes < 1024) return `${kilobytes.toFixed(1)} KB`
  const megabytes = kilobytes / 1024
  return megabytes < 1024 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1024).toFixed(1)} GB`
}

/** 36.04 → "36.0 hours", 72 → "3.0 days" */
export function formatHours(hours: number): string {
  return hours < 48 ? `${hours.toFixed(1)} hours` : `${(hours / 24).toFixed(1)} days`
}

/** A moment to the minute, in UTC: what a notice, GitHub and a court can agree on. */
export function formatTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** "1 file", "2 files" */
export function formatCount(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`
}
