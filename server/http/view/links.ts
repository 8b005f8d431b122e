/** Every address of these pages, in one place. Parts are encoded: a slug is ours, a repository's name is a stranger's. */
export const links = {
  account: () => '/account',
  people: () => '/people',
  works: () => '/',
  newWork: () => '/works/new',
  intake: (id: string) => `/intakes/${encodeURIComponent(id)}`,
  stopIntake: (id: string) => `/intakes/${encodeURIComponent(id)}/stop`,
  workSettings: (slug: string) => `/works/${encodeURIComponent(slug)}/settings`,
  workPart: (
    slug: string,
    part: 'versions' | 'baselines' | 'official' | 'official-removal' | 'claimant' | 'removal',
  ) => `/works/${encodeURIComponent(slug)}/${part}`,
  settings: () => '/settings',
  work: (slug: string) => `/works/${encodeURIComponent(slug)}`,
  originals: (slug: string, query: Query = {}) =>
    `/works/${encodeURIComponent(slug)}/originals${formatQuery(query)}`,
  matches: (slug: string, query: Query = {}) =>
    `/works/${encodeURIComponent(slug)}/matches${formatQuery(query)}`,
  matchesCsv: (slug: string, query: Query = {}) =>
    `/works/${encodeURIComponent(slug)}/matches.csv${formatQuery(query)}`,
  matchesByNetwork: (slug: string, query: Query = {}) =>
    `/works/${encodeURIComponent(slug)}/matches/by-network${formatQuery(query)}`,
  matchViews: (slug: string) => `/works/${encodeURIComponent(slug)}/views`,
  matchView: (slug: string, id: number, act?: 'name' | 'remove') =>
    `/works/${encodeURIComponent(slug)}/views/${id}${act === undefined ? '' : `/${act}`}`,
  bulkPreview: (slug: string) => `/works/${encodeURIComponent(slug)}/matches/bulk`,
  bulkRecheck: (slug: string) => `/works/${encodeURIComponent(slug)}/matches/recheck`,
  bulks: (slug: string) => `/works/${encodeURIComponent(slug)}/bulk`,
  bulk: (slug: string, id: number) => `/works/${encodeURIComponent(slug)}/bulk/${id}`,
  bulkBack: (slug: string, id: number) => `/works/${encodeURIComponent(slug)}/bulk/${id}/back`,
  figures: (slug: string) => `/works/${encodeURIComponent(slug)}/figures`,
  figuresFile: (slug: string, file: 'figures.csv' | 'days.csv' | 'figures.json') =>
    `${links.figures(slug)}/${file}`,
  networks: (slug: string, query: Query = {}) =>
    `/works/${encodeURIComponent(slug)}/networks${formatQuery(query)}`,
  network: (slug: string, root: string, query: Query = {}) =>
    `/works/${encodeURIComponent(slug)}/networks/${root.split('/').map(encodeURIComponent).join('/')}${formatQuery(query)}`,
  networkPicture: (slug: string, root: string) => `${links.network(slug, root)}/picture`,
  match: (slug: string, repository: string, query: Query = {}) =>
    `/works/${encodeURIComponent(slug)}/matches/${repository.split('/').map(encodeURIComponent).join('/')}${formatQuery(query)}`,
  scans: (slug: string, query: Query = {}) => `/works/${encodeURIComponent(slug)}/scans${formatQuery(query)}`,
  newScan: (slug: string, query: Query = {}) => `${links.scans(slug)}/new${formatQuery(query)}`,
  scan: (slug: string, id: number) => `${links.scans(slug)}/${id}`,
  scanAct: (slug: string, id: number, act: 'pause' | 'resume') => `${links.scan(slug, id)}/${act}`,
  scanEvents: (slug: string, id: number) => `${links.scan(slug, id)}/events`,
  scanSteps: (slug: string, id: number, query: Query = {}) =>
    `${links.scan(slug, id)}/steps${formatQuery(query)}`,
  scanRequests: (slug: string, id: number, query: Query = {}) =>
    `${links.scan(slug, id)}/requests${formatQuery(query)}`,
  schedule: (slug: string) => `/works/${encodeURIComponent(slug)}/schedule`,
  unschedule: (slug: string) => `${links.schedule(slug)}/remove`,
  review: (slug: string, repository: string) => `${links.match(slug, repository)}/review`,
  notices: (query: Query = {}) => `/notices${formatQuery(query)}`,
  drafts: (slug: string) => `/works/${encodeURIComponent(slug)}/notices`,
  noticeAct: (id: string, act: 'signature' | 'sent' | 'sending' | 'retraction') =>
    `/notices/${encodeURIComponent(id)}/${act}`,
  noticeFile: (id: string, format: string) => `/notices/${encodeURIComponent(id)}/files/${format}`,
  notice: (id: string) => `/notices/${encodeURIComponent(id)}`,
  noticeWords: (id: string) => `/notices/${encodeURIComponent(id)}/words`,
  noticeForm: (id: string) => `/notices/${encodeURIComponent(id)}/form`,
  counselLetter: (id: string, ending: 'pdf' | 'txt') =>
    `/notices/${encodeURIComponent(id)}/counsel.${ending}`,
  noticePublished: (id: string) => `/notices/${encodeURIComponent(id)}/published`,
  retractionChoice: (id: string) => `/notices/${encodeURIComponent(id)}/retraction`,
  draftChoice: (slug: string) => `/works/${encodeURIComponent(slug)}/notices/new`,
  inbox: () => '/inbox',
  alertsFeed: () => '/inbox/alerts.xml',
  mail: (id: number) => `/inbox/${id}`,
  mailLink: (id: number) => `/inbox/${id}/notice`,
  deadlines: () => '/deadlines',
  deadlinesCalendar: () => '/deadlines.ics',
  log: (query: Query = {}) => `/log${formatQuery(query)}`,
  logExport: () => '/log.jsonl',
  event: (seq: number) => `/log/${seq}`,
}

export type Query = Record<string, string | number | undefined>

function formatQuery(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}

/** An address outside as a link, or null: only http(s) may become one. */
export function outsideLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return /^https?:$/.test(new URL(url).protocol) ? url : null
}
