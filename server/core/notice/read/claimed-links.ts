import { findLinks } from './find-links.ts'
import type { FoundLink } from './find-links.ts'

/** What the words around an address say of it. */
type Voice = 'claimed' | 'own' | 'kept'

/** Introduces the writer's own: `Original work:`, `our repository`, `I am the author of the project`. */
const ownWords =
  /(?<!\binfring\w* (?:up)?on (?:the |our |my )?)\borigina(?:l(?:ly)?|ting)\b(?! notice)[^.\n]{0,40}|\b(?:our|my)(?: (?:own|original|official|public|private|open[- ]source))* (?:repo\w*|project|git ?hub|website|account|organi[sz]ation|page)\b[^.\n]{0,30}|\bby us\b|\bofficial (?:repo\w*|source|project)|\b(?:owner|author|creator|developer|maintainer)s? of (?:the |this )?(?:following |original )?(?:repo|project|software|library|package)|\blicen[cs]e\b[^.\n]{0,60}(?:can be found|is at|here)|(?:^|\n)\W*licen[cs]e(?: (?:url|file|text))?\s*:/gi

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

type Chosen = Record<Voice, FoundLink[]>

function chooseLinks(text: string, voices: readonly (readonly [Voice, RegExp])[]): Chosen {
  const said = new Map<string, Set<Voice | undefined>>()
  const links: FoundLink[] = []
  let heading: Voice | undefined
  let standing: Voice | undefined
  let from = 0
  for (const { index, length, link } of findAddresses(text)) {
    const words = text.slice(from, index)
    // A label on the line of an address speaks for that line only; one on a line of its own for the list below it.
    if (words.includes('\n')) standing = heading
    standing = voiceOf(words, voices, standing)
    if (!/[A-Za-z]{2}/.test(words.slice(words.lastIndexOf('\n') + 1))) heading = standing
    from = index + length
    if (link === undefined) continue
    links.push(link)
    const key = keyOf(link)
    said.set(key, (said.get(key) ?? new Set()).add(standing))
  }
  const chosen: Chosen = { claimed: [], kept: [], own: [] }
  for (const link of links) chosen[choose(said.get(keyOf(link))!)].push(link)
  return chosen
}

/** One repository may be named many times: a claim outweighs words that seemed to own it. */
function choose(said: ReadonlySet<Voice | undefined>): Voice {
  if (said.has('kept')) return 'kept'
  return said.has('claimed') || !said.has('own') ? 'claimed' : 'own'
}

/** Addresses of any site, in order: `Original work: [private]` is said of what GitHub struck out, not of the next. */
function findAddresses(text: string): { index: number; length: number; link?: FoundLink }[] {
  const elsewhere = [
    ...text.matchAll(
      /https?:\/\/(?:(?!https?:\/\/|\]\()[^\s<>"])+|(?<=:[ \t]{0,20})\[(?:private|invalid)\]/gi,
    ),
  ]
  const addresses = [
    ...findLinks(text).map((link) => ({ index: link.index, length: link.length, link })),
    ...elsewhere.map((match) => ({ index: match.index, length: match[0].length })),
  ].sort((a, b) => a.index - b.index)
  let end = 0
  return addresses.filter(({ index, length }) => {
    const inside = index < end
    end = Math.max(end, index + length)
    return !inside
  })
}

/** What stands between two addresses: words of a voice, words that end what was said, or a mere list. */
function voiceOf(
  between: string,
  voices: readonly (readonly [Voice, RegExp])[],
  standing: Voice | undefined,
): Voice | undefined {
  const words = between.replace(/\([^()]*\)/g, '')
  const label = labelOf(words)
  const spoken = lastVoice(label ?? words, voices)
  if (spoken !== undefined) return spoken
  const isProse = words.slice(-1000).trim().split(/\s+/).length > 14
  return label !== undefined || isProse ? undefined : standing
}

/** The last line with words, where it ends in a colon. */
function labelOf(words: string): string | undefined {
  const line = words
    .split('\n')
    .findLast((each) => /[A-Za-z]{2}/.test(each))
    ?.slice(-reach)
  return line !== undefined && /:[^\w\n]*$/.test(line) ? line : undefined
}

/** How far before an address its words are looked for, in characters. */
const reach = 200

/**
 * The voice that spoke last before an address. What is the writer's own is said in the very clause that leads to
 * the address; a claim may have been made a sentence before.
 */
function lastVoice(words: string, voices: readonly (readonly [Voice, RegExp])[]): Voice | undefined {
  const near = words.slice(-reach)
  const clause = [...near.matchAll(/[.!?]["')\]]*\s/g)].at(-1)?.index ?? -1
  let voice: Voice | undefined
  let at = -1
  for (const [name, pattern] of voices) {
    for (const match of near.matchAll(pattern)) {
      if (match.index >= at && (name !== 'own' || match.index > clause)) [voice, at] = [name, match.index]
    }
  }
  return voice
}

function keyOf(link: FoundLink): string {
  return link.kind === 'repository'
    ? `${link.owner}/${link.name}`.toLowerCase()
    : `${link.kind} ${link.url.toLowerCase()}`
}
