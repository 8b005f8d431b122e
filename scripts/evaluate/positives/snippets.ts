import type { PackageFile } from '../fetch-package.ts'
import type { LanguageKit } from '../kits/kit.ts'
import { sample, seededBy } from '../random.ts'
import type { Positive } from './positive.ts'

/** A function of 15 to 40 lines of code of each original, pasted into somebody else's file. */
export function* snippets(
  kit: LanguageKit,
  originals: readonly PackageFile[],
  hosts: readonly PackageFile[],
): Generator<Positive> {
  for (const { path, bytes } of originals) {
    const text = bytes.toString('utf8')
    const random = seededBy(`snippet of ${path}`)
    const functions = kit.functionsOf(text, path).filter(({ start, end }) => {
      const lines = kit.codeLines(text.slice(start, end))
      return lines >= 15 && lines <= 40
    })
    const [chosen] = sample(functions, 1, random)
    const [host] = sample(hosts, 1, random)
    if (!chosen || !host) continue
    const around = host.bytes.toString('utf8')
    const seam = kit.seamOf(around, host.path)
    const before = `${around.slice(0, seam)}\n`
    const passage = text.slice(chosen.start, chosen.end)
    const length = passage.split('\n').length
    const inCandidate = before.split('\n').length
    const inOriginal = text.slice(0, chosen.start).split('\n').length
    yield {
      class: 'snippet, 15–40 lines',
      path: host.path,
      bytes: Buffer.from(`${before}${passage}\n${around.slice(seam)}`),
      truth: [path],
      passage: {
        candidate: [inCandidate, inCandidate + length - 1],
        original: [inOriginal, inOriginal + length - 1],
      },
    }
  }
}

/** Five originals in one file, a stranger in their midst. */
export function* concatenations(
  originals: readonly PackageFile[],
  hosts: readonly PackageFile[],
): Generator<Positive> {
  for (let at = 0; at + 5 <= originals.length; at += 5) {
    const group = originals.slice(at, at + 5)
    const stranger = hosts[at % hosts.length]
    yield {
      class: 'concatenation',
      path: stranger?.path ?? group[0]!.path,
      bytes: Buffer.concat(
        [...group.slice(0, 2), ...(stranger ? [stranger] : []), ...group.slice(2)].flatMap(({ bytes }) => [
          bytes,
          Buffer.from('\n'),
        ]),
      ),
      truth: group.map(({ path }) => path),
    }
  }
}
