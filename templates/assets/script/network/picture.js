// The network as the server laid it out, row by row, and how to find a repository in it.

/** @param {string} href */
export async function readPicture(href) {
  const answer = await fetch(href, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`The picture could not be read: ${answer.status}`)
  return createPicture(await answer.json())
}

function createPicture(columns) {
  const rows = columns.names.length
  const nameOf = (row) => {
    const name = columns.names[row]
    return name.includes('/') ? name : `${name}/${columns.name}`
  }
  const shownOf = (row) => {
    const shown = columns.shown[row]
    if (shown === undefined) return nameOf(row)
    return shown.includes('/') ? shown : `${shown}/${columns.name}`
  }
  const word = (column) => (row) => columns.words[column[row]] ?? null
  const heads = new Map(columns.discs)
  return {
    ...columns,
    rows,
    heads,
    nameOf,
    shownOf,
    stateOf: (row) => columns.states[columns.state[row]],
    availabilityOf: word(columns.availability),
    strengthOf: word(columns.strength),
    decisionOf: word(columns.decision),
    /** How wide a repository is drawn, in units: one with forks stands out. */
    widthOf: (row) => columns.unit * (heads.has(row) ? 0.8 : 0.4),
    nearest: nearestOf(columns),
    search: searchOf(rows, nameOf),
  }
}

/** The row nearest to a point, among those shown and within a distance; -1: none is. */
function nearestOf({ x, y, unit }) {
  const cell = unit * 4
  const cells = new Map()
  const key = (cx, cy) => cx * 100_003 + cy
  for (let row = 0; row < x.length; row++) {
    const at = key(Math.floor(x[row] / cell), Math.floor(y[row] / cell))
    const there = cells.get(at)
    if (there === undefined) cells.set(at, [row])
    else there.push(row)
  }
  return (point, distance, isShown) => {
    let best = -1
    let least = distance
    const steps = Math.min(8, Math.ceil(distance / cell))
    const [cx, cy] = [Math.floor(point.x / cell), Math.floor(point.y / cell)]
    for (let dx = -steps; dx <= steps; dx++) {
      for (let dy = -steps; dy <= steps; dy++) {
        for (const row of cells.get(key(cx + dx, cy + dy)) ?? []) {
          const away = Math.hypot(x[row] - point.x, y[row] - point.y)
          if (away <= least && isShown(row)) [best, least] = [row, away]
        }
      }
    }
    return best
  }
}

/** Rows whose names hold a text: the same name first, then those that begin with it, then the rest. */
function searchOf(rows, nameOf) {
  return (text) => {
    const sought = text.trim().toLowerCase()
    if (sought === '') return []
    const found = []
    for (let row = 0; row < rows; row++) {
      const name = nameOf(row).toLowerCase()
      const at = name.indexOf(sought)
      if (at < 0) continue
      const rank = name === sought || name.startsWith(`${sought}/`) ? 0 : at === 0 ? 1 : 2
      found.push({ row, rank })
    }
    return found.sort((a, b) => a.rank - b.rank || a.row - b.row).map(({ row }) => row)
  }
}

/** The next shown row from one, towards a side: near ahead before far ahead, straight before aside. -1: there is none. */
export function nextTowards({ x, y, rows }, from, [dx, dy], isShown) {
  let best = -1
  let least = Infinity
  for (let row = 0; row < rows; row++) {
    if (row === from || !isShown(row)) continue
    const [ax, ay] = [x[row] - x[from], y[row] - y[from]]
    const ahead = ax * dx + ay * dy
    const aside = Math.abs(ax * dy - ay * dx)
    if (ahead <= 0 || aside > ahead) continue
    const cost = ahead + 2 * aside
    if (cost < least) [best, least] = [row, cost]
  }
  return best
}
