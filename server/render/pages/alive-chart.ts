/** One day of a work's copies. */
export interface ChartDay {
  day: string
  found: number
  alive: number
  disabled: number
}

/** A picture of copies alive over time, in user units of its own view box; the table beside it holds every figure. */
export interface AliveChart {
  width: number
  height: number
  /** Where the first and the last day stand, nothing and the most. */
  plot: { left: number; right: number; top: number; bottom: number; most: number }
  /** Outlines of what is alive and of all that was found, as SVG paths. */
  alive: string
  found: string
  /** Lines across, each with its count. */
  levels: { y: number; count: number }[]
  /** The first, the middle and the last day. */
  days: { x: number; anchor: 'start' | 'middle' | 'end'; text: string }[]
  /** Days on which a notice was sent. */
  notices: { x: number; text: string }[]
  last: ChartDay
  rows: ChartDay[]
}

const [width, height] = [720, 200]
const margin = { top: 12, right: 16, bottom: 24, left: 56 }

/** Null before there are two days to compare. */
export function drawAliveChart(
  days: readonly ChartDay[],
  sent: readonly { id: string; day: string }[],
): AliveChart | null {
  const last = days.at(-1)
  if (last === undefined || days.length < 2) return null
  const top = roundUp(Math.max(1, ...days.map(({ found }) => found)))
  const x = (i: number) => round(margin.left + (i / (days.length - 1)) * (width - margin.left - margin.right))
  const y = (count: number) =>
    round(height - margin.bottom - (count / top) * (height - margin.top - margin.bottom))
  const line = (count: (day: ChartDay) => number) =>
    days.map((day, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(count(day))}`).join('')
  const middle = Math.floor((days.length - 1) / 2)
  return {
    width,
    height,
    plot: {
      left: margin.left,
      right: width - margin.right,
      top: margin.top,
      bottom: height - margin.bottom,
      most: top,
    },
    alive: `${line(({ alive }) => alive)}L${x(days.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`,
    found: line(({ found }) => found),
    levels: [0, top / 2, top].map((count) => ({ y: y(count), count })),
    days: [
      { x: x(0), anchor: 'start' as const, text: days[0]!.day },
      ...(days.length > 4 ? [{ x: x(middle), anchor: 'middle' as const, text: days[middle]!.day }] : []),
      { x: x(days.length - 1), anchor: 'end' as const, text: last.day },
    ],
    notices: groupByDay(sent).flatMap(({ day, ids }) => {
      const i = days.findIndex((one) => one.day === day)
      return i < 0 ? [] : [{ x: x(i), text: `${day}: ${ids.join(', ')} sent` }]
    }),
    last,
    rows: [...days].reverse(),
  }
}

function groupByDay(sent: readonly { id: string; day: string }[]): { day: string; ids: string[] }[] {
  const days = new Map<string, string[]>()
  for (const { id, day } of sent) days.set(day, [...(days.get(day) ?? []), id])
  return [...days].map(([day, ids]) => ({ day, ids }))
}

/** The next of 2, 4, 10, 20, 40, 100 …: halves are whole. */
function roundUp(count: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [2, 4, 10]) if (count <= step * power) return step * power
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
