/** Names that the copyist changed, as a rename in an editor would: whole words, everywhere. */
const RENAMED: Record<string, string> = {
  Chamber: 'Basin',
  chamber: 'basin',
  Vessel: 'Craft',
  vessel: 'craft',
  vessels: 'crafts',
  Berth: 'Slot',
  berths: 'slots',
  berth: 'slot',
  moor: 'pack',
  fitsAlone: 'canEnter',
  lanesPass: 'sidesClear',
  occupancy: 'usage',
  WaterLedger: 'HydroBook',
  OverdraftError: 'ShortageError',
  affordableLockages: 'possibleCycles',
  Lockage: 'Cycle',
  lockage: 'cycle',
  lockages: 'cycles',
  planLockages: 'searchCycles',
  lockWaiting: 'cycleLoaded',
  turnEmpty: 'cycleEmpty',
  TideGauge: 'SeaStation',
  gauge: 'station',
  windowsAbove: 'openings',
  interlock: 'safetyCheck',
  levellingRate: 'fillSpeed',
  Waiting: 'Queued',
  waiting: 'queued',
  rank: 'weight',
  orderQueue: 'sortQueue',
  markPassedOver: 'noteSkipped',
  unfairness: 'inequality',
  ArrivalForecaster: 'EtaModel',
  Journal: 'Logbook',
  replayJournal: 'foldLogbook',
  digest: 'shortHash',
}

/** A copy that hides: comments gone, names changed, two spaces made four, quotes and semicolons the other way. */
export function disguised(text: string): string {
  const words = new RegExp(`\\b(${Object.keys(RENAMED).join('|')})\\b`, 'g')
  return text
    .replace(/^\s*\/\*\*?[\s\S]*?\*\/\n/gm, '')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(words, (word) => RENAMED[word] ?? word)
    .split('\n')
    .map((line) => withSemicolon(line.replace(/^( +)/, (indent) => indent + indent)))
    .join('\n')
    .replace(/'([^'"\n`]*)'/g, '"$1"')
    .replace(/\n{2,}/g, '\n')
}

function withSemicolon(line: string): string {
  return /[\w)\]'"`]$/.test(line) &&
    /^\s*(import|return|const|let|throw|this\.|export \{|export const|type )/.test(line)
    ? `${line};`
    : line
}
