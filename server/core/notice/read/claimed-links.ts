import { findLinks } from './find-links.ts'
import type { FoundLink } from './find-links.ts'

/** What the words around an address say of it. */
type Voice = 'claimed' | 'own' | 'kept'

/** Introduces the writer's own: `Original work:`, `our repository`, `I am the author of the project`. */
const ownWords =
  /\boriginal(?:ly)?\b(?! notice)[^.\n]{0,40}|\b(?:our|my)(?: (?:own|original|official|public|private|open[- ]source))* (?:repo\w*|project|git ?hub|website|account|organi[sz]ation|page)\b[^.\n]{0,30}|\bby us\b|\bofficial (?:repo\w*|source|project)|\b(?:owner|author|creator|developer|maintainer)s? of (?:the |this )?(?:following |original )?(?:repo|project|software|library|package)|\blicen[cs]e\b[^.\n]{0,60}(?:found|at|here)/gi

/** Speaks of copying, or of what is to be done about it. */
const claimWords =
  /infring|un-?authori[sz]ed|without (?:\S+ ){0,3}(?:permission|authori[sz]ation|consent)|stol|pirat|violat|\breported\b|take(?:n)? ?down|remov|disabl|\bleak|offending|illegal|conflict|\bcop(?:y|ies|ied)\b|\bforks?(?:ed)?\b|clon(?:e|ed)|re-?upload|\bfollowing (?:repo|url|link|file|page)|\brepository url\b|content (?:in question|at issue)/gi

const keptWords =
  /\bkeep\b[^.\n]{0,80}(?:disabled|down|blocked|offline)|\b(?:remain|stay)s?\b[^.\n]{0,40}(?:disabled|down|blocked|offline|in (?:force|effect))|\bexcept(?:ing)?\b|\bexcluding\b|\bother than\b|notice stands/gi

/**
 * The repositories that free text claims: all that it names, but those that its words introduce as the writer's
 * own (`Original work:`, `our repository`). The words nearest before an address decide; a line of addresses alone
 * takes what the line above it said; words of neither kind claim. A notice claims something: where every address
 * seems to be the writer's own, and none was struck out by GitHub, the words were misread and all are claimed.
 */
export function findClaimedLinks(text: string): FoundLink[] {
  const { claimed, own } = chooseLinks(text, [
    ['own', ownWords],
    ['claimed', claimWords],
  ])
  return claimed.length > 0 || text.includes('[invalid]') ? claimed : own
}

/** What a retraction gives back, and what it says stays disabled. */
export function findWithdrawnLinks(text: string): { withdrawn: FoundLink[]; kept: FoundLink[] } {
  const { claimed, kept } = chooseLinks(text, [
    ['kept', keptWords],
    ['claimed', /\bre-?(?:instate|enable|store|activate)|\bretract|\bwithdraw|\bresolved\b/gi],
  ])
  return { withdrawn: claimed, kept }
}

interface Chosen {
  claimed: FoundLink[]
  kept: FoundLink[]
  own: FoundLink[]
}

function chooseLinks(text: string, voices: readonly (readonly [Voice, RegExp])[]): Chosen {
  const votes = new Map<string, Set<Voice | undefined>>()
  const first = new Map<string, FoundLink>()
  let standing: Voice | undefined
  let from = 0
  for (const address of findAddresses(text)) {
    standing = voiceOf(text.slice(from, address.index), voices, standing)
    from = address.index + address.length
    if (address.link === undefined) continue
    const key = keyOf(address.link)
    first.set(key, first.get(key) ?? address.link)
    votes.set(key, (votes.get(key) ?? new Set()).add(standing))
  }
  const chosen: Chosen = { claimed: [], kept: [], own: [] }
  for (const [key, link] of first) {
    const said = votes.get(key)!
    if (said.has('kept')) chosen.kept.push(link)
    else if (said.has('claimed') || !said.has('own')) chosen.claimed.push(link)
    else chosen.own.push(link)
  }
  return chosen
}

/** Addresses of any site, in order: `Original work: https://example.com` is said of that site, not of the next. */
function findAddresses(text: string): { index: number; length: number; link?: FoundLink }[] {
  const links = findLinks(text)
  const starts = new Set(links.map(({ index }) => index))
  const elsewhere = [...text.matchAll(/https?:\/\/[^\s<>"]+/gi)].filter(
    ({ index }) =>
      !starts.has(index) && !links.some((link) => index > link.index && index < link.index + link.length),
  )
  return [
    ...links.map((link) => ({ index: link.index, length: link.length, link })),
    ...elsewhere.map((match) => ({ index: match.index, length: match[0].length })),
  ].sort((a, b) => a.index - b.index)
}

/** What stands between two addresses: words of a voice, words that end what was said, or a mere list. */
function voiceOf(
  words: string,
  voices: readonly (readonly [Voice, RegExp])[],
  standing: Voice | undefined,
): Voice | undefined {
  const spoken = lastVoice(words, voices)
  if (spoken !== undefined) return spoken
  const isLabel = /[A-Za-z]{2,}[^\n]*:\W*$/.test(words)
  const isProse = words.trim().split(/\s+/).length > 14
  return isLabel || isProse ? undefined : standing
}

/**
 * The voice that spoke last before an address. What is the writer's own is said in the very clause that leads to
 * the address; a claim may have been made a sentence before.
 */
function lastVoice(words: string, voices: readonly (readonly [Voice, RegExp])[]): Voice | undefined {
  const near = words.slice(-200)
  const clause = near.search(/[^.!?]*(?:[.!?]\S[^.!?]*)*\s*$/)
  let voice: Voice | undefined
  let at = -1
  for (const [name, pattern] of voices) {
    for (const match of near.matchAll(pattern)) {
      if (match.index >= at && (name !== 'own' || match.index >= clause)) [voice, at] = [name, match.index]
    }
  }
  return voice
}

function keyOf(link: FoundLink): string {
  return link.kind === 'repository'
    ? `${link.owner}/${link.name}`.toLowerCase()
    : `${link.kind} ${link.url.toLowerCase()}`
}
