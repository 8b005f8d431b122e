import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { channels, project, Stream } from '../../server/core/fingerprint/channel.ts'
import { languageOf } from '../../server/core/fingerprint/language-of.ts'
import { lex } from '../../server/core/fingerprint/lex.ts'
import { readingRules } from '../../server/core/fingerprint/reading-rules.ts'
import { Tokens } from '../../server/core/fingerprint/tokens.ts'
import { Fingerprints, winnow } from '../../server/core/fingerprint/winnow.ts'
import { isBinary } from '../../server/core/fingerprint/is-binary.ts'
import { canBeEvidence, isImport } from '../../server/core/match/rarity.ts'
import { encodeStopList } from '../../server/core/match/stop-list.ts'
import { packageFiles, type PackageFile } from '../evaluate/fetch-package.ts'
import { fetchedToolInput, fetchedToolOutput } from './fetched-tool-output.ts'
import { knownHelpers } from './known-helpers.ts'
import { toolChainInput, toolChainOutput } from './tool-chain-output.ts'

/**
 * Makes server/core/match/stop-list-data.ts: what everyone has, counted over the packages of packages.txt.
 *
 *     npx tsx scripts/stoplist/main.ts [CACHE_FOLDER]
 *
 * A token counts with the number of packages that hold it; where hardly one does, with its share of the packages of
 * one language (languages.txt). A fingerprint is common when packages of three owners hold it; what one package holds
 * is somebody's and never stops a match. Two owners are enough where both had one generator write for them (a line of
 * generators.txt is one generator's): what they share is its text, or prescribed, and a name that hardly any other
 * package has tells nothing. Nor does what standards name (standards.txt), nor what compilers and bundlers put
 * together. Common as they are: what compilers and bundlers emit on their own, templates that projects begin with, and
 * helpers that people paste in (commonplace.txt, known-helpers.ts).
 */
const OWNERS = 3
const OWNERS_OF_GENERATED = 2
/** Tokens seen in fewer packages are as good as unseen; leaving them out halves the list. */
const FEWEST_PACKAGES = 3
const LARGEST_FILE = 3_000_000
/** What is larger among templates and helpers is a program that comes along. */
const LARGEST_PART = 300_000
const CODE = /\.[cm]?[jt]sx?$/
const READ = /\.([cm]?[jt]sx?|pyi?|go|json|md|css|html|ya?ml)$|(^|\/)(licen[cs]e|notice|copying)[^/]*$/i

const folder = import.meta.dirname
const cache = process.argv[2] ?? join(tmpdir(), 'clawback-packages')
const specs = await linesOf('packages.txt')

const tokens = new Tokens()
const stream = new Stream()
const found = new Fingerprints()
const packagesWith = new Map<number, number>()
const owners = new Map<string, number>()

for (const spec of specs) {
  const files = await filesOf(spec)
  const seen = countPackage(files)
  for (const hash of seen.tokens) packagesWith.set(hash, (packagesWith.get(hash) ?? 0) + 1)
  for (const gram of seen.grams) owners.set(gram, (owners.get(gram) ?? 0) + 1)
  process.stderr.write(`${spec}: ${files.length} files\n`)
}
const emitted = [...toolChainOutput(), ...(await fetchedToolOutput(cache))]
process.stderr.write(`tool chains: ${emitted.length} texts\n`)
const given = countPackage([...toolChainInput(), ...fetchedToolInput()]).tokens
for (const gram of countPackage(emitted).grams) owners.set(gram, OWNERS)
for (const hash of countPackage(emitted, isPutTogether).tokens)
  if (!given.has(hash)) packagesWith.set(hash, specs.length)
for (const line of await linesOf('generators.txt')) {
  const shared = await sharedBy(line.split(' '))
  for (const gram of shared.grams) owners.set(gram, OWNERS)
  for (const [hash, counted] of shared.tokens)
    if ((packagesWith.get(hash) ?? 0) - counted < FEWEST_PACKAGES) packagesWith.set(hash, specs.length)
}
for (const text of Object.values(knownHelpers))
  for (const gram of countPackage([{ path: 'helper.js', bytes: Buffer.from(text) }]).grams)
    owners.set(gram, OWNERS)
for (const line of await linesOf('commonplace.txt'))
  for (const gram of (await countPart(line)).grams) owners.set(gram, OWNERS)
for (const line of await linesOf('languages.txt')) await countLanguage(line.split(' '))
for (const line of await linesOf('standards.txt'))
  for (const hash of (await countPart(line)).tokens) packagesWith.set(hash, specs.length)

const kept = new Map([...packagesWith].filter(([, count]) => count >= FEWEST_PACKAGES))
const grams = [...owners]
  .filter(([, count]) => count >= OWNERS)
  .map(([gram]) => {
    const [high, low] = gram.split(' ').map(Number)
    return { high: high!, low: low! }
  })
const bytes = encodeStopList({ packages: specs.length, packagesWith: kept, grams })
await writeFile(
  join(folder, '../../server/core/match/stop-list-data.ts'),
  `/** Made by scripts/stoplist from ${specs.length} public packages: ${kept.size} tokens, ${grams.length} fingerprints. */\n` +
    `export const stopListData =\n  '${Buffer.from(bytes).toString('base64')}'\n`,
)
process.stderr.write(`${kept.size} tokens, ${grams.length} fingerprints, ${bytes.length} bytes\n`)

async function linesOf(name: string): Promise<string[]> {
  return (await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean)
}

function filesOf(spec: string): Promise<PackageFile[]> {
  return packageFiles(spec, { folder: cache, environment: process.env })
}

/** @param line a package, and what the paths of those of its files hold that count */
async function countPart(line: string): Promise<{ tokens: Set<number>; grams: Set<string> }> {
  const [spec, place] = line.split(' ')
  const files = await filesOf(spec!)
  return countPackage(files.filter(({ path, bytes }) => path.includes(place!) && bytes.length < LARGEST_PART))
}

/** Names that the packages do not have are as common as they are among those of their language. */
async function countLanguage(ofLanguage: readonly string[]): Promise<void> {
  const holders = new Map<number, number>()
  for (const spec of ofLanguage)
    for (const hash of countPackage(await filesOf(spec)).tokens)
      holders.set(hash, (holders.get(hash) ?? 0) + 1)
  for (const [hash, count] of holders) {
    if (count < FEWEST_PACKAGES || (packagesWith.get(hash) ?? 0) >= FEWEST_PACKAGES) continue
    packagesWith.set(hash, Math.round((count / ofLanguage.length) * specs.length))
  }
  process.stderr.write(`${ofLanguage.length} packages of a language\n`)
}

/**
 * What packages of different owners share, all out of one generator; versions of one package have one owner.
 * @returns tokens with the number of these packages that were counted before
 */
async function sharedBy(family: readonly string[]): Promise<{ tokens: [number, number][]; grams: string[] }> {
  const grams = new Map<string, Set<string>>()
  const names = new Map<number, Set<string>>()
  const counted = new Map<number, number>()
  for (const spec of family) {
    const owner = spec.slice(0, spec.indexOf(spec.startsWith('@') ? '/' : '@'))
    const seen = countPackage((await filesOf(spec)).filter(({ path }) => CODE.test(path)))
    addOwner(grams, seen.grams, owner)
    addOwner(names, seen.tokens, owner)
    if (specs.includes(spec)) for (const hash of seen.tokens) counted.set(hash, (counted.get(hash) ?? 0) + 1)
  }
  const tokens = heldByTwo(names).map((hash): [number, number] => [hash, counted.get(hash) ?? 0])
  const shared = { tokens, grams: heldByTwo(grams) }
  process.stderr.write(`${family.join(', ')}: ${tokens.length} tokens, ${shared.grams.length} fingerprints\n`)
  return shared
}

function addOwner<T>(ownersOf: Map<T, Set<string>>, seen: ReadonlySet<T>, owner: string): void {
  for (const one of seen) {
    const known = ownersOf.get(one)
    if (known) known.add(owner)
    else ownersOf.set(one, new Set([owner]))
  }
}

function heldByTwo<T>(ownersOf: ReadonlyMap<T, ReadonlySet<string>>): T[] {
  return [...ownersOf].filter(([, known]) => known.size >= OWNERS_OF_GENERATED).map(([one]) => one)
}

/** What is one plain word says what the word says, whoever writes it; `_interopRequireWildcard` does not. */
function isPutTogether(text: string): boolean {
  return !/^['"`]?[A-Z]?(?:[a-z]*|[A-Z]*)['"`]?$/.test(text)
}

/** @param counts whether a name or text does */
function countPackage(
  files: readonly PackageFile[],
  counts: (text: string) => boolean = () => true,
): { tokens: Set<number>; grams: Set<string> } {
  const seen = { tokens: new Set<number>(), grams: new Set<string>() }
  for (const { path, bytes } of files) {
    if (!READ.test(path) || bytes.length > LARGEST_FILE || isBinary(bytes)) continue
    lex(bytes, 0, bytes.length, readingRules(languageOf(path, bytes)), tokens)
    for (let i = 0; i < tokens.count; i++)
      if (
        (canBeEvidence(tokens.kind[i]!) || isImport(tokens.kind[i]!)) &&
        counts(bytes.toString('utf8', tokens.start[i], tokens.end[i]))
      )
        seen.tokens.add(tokens.hash[i]!)
    for (const channel of channels) {
      project(tokens, channel, stream)
      winnow(stream, channel, found)
      for (let i = 0; i < found.count; i++) seen.grams.add(`${found.high[i]!} ${found.low[i]!}`)
    }
  }
  return seen
}
