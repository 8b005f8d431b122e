import { Kind } from '../../fingerprint/tokens.ts'
import type { Marks } from '../marks.ts'
import { canBeEvidence, EIGHTHS } from '../rarity.ts'
import { packedId, type WorkIndex } from '../work-index.ts'
import type { Readings } from './readings.ts'
import { COMMENT, type Sequence } from './sequence.ts'

/** Of what the file's names tell, or of what is left alone by renaming (texts, paths of imports, lines of comments). */
const MOST = 0.5
/** In eighths of a bit: what a text tells that no original holds. */
const UNHEARD = 6 * EIGHTHS

/**
 * Whether an original holds enough of a file's texts, in any order, to be laid beside it: that costs far less than to
 * do so, and what a stranger shares with an original ends here.
 */
export function sharesMost(
  index: WorkIndex,
  original: number,
  { asIs, comments, held }: Pick<Readings, 'asIs' | 'comments' | 'held'>,
  theirs: Sequence,
): boolean {
  held.begin()
  for (const variant of [asIs.get(original), comments.get(original)])
    if (variant !== undefined) mark(index, variant, held)
  const names = { held: 0, of: 0 }
  const texts = { held: 0, of: 0 }
  for (let at = 0; at < theirs.id.length; at++) {
    if (theirs.isPublic[at] === 1) continue
    const kind = theirs.kind[at]!
    const isName = kind !== Kind.string && canBeEvidence(kind)
    if (!isName && kind !== Kind.string && kind !== Kind.importText && kind !== COMMENT) continue
    const group = isName ? names : texts
    const id = theirs.id[at]!
    const tells = id < 0 ? UNHEARD : index.rarity[id]!
    group.of += tells
    if (id >= 0 && held.has(id)) group.held += tells
  }
  return [names, texts].some((group) => group.held > group.of * MOST)
}

function mark({ variants, tokens }: WorkIndex, variant: number, held: Marks): void {
  for (let at = variants.tokenStart[variant]!; at < variants.tokenStart[variant + 1]!; at++)
    held.add(packedId(tokens[at]!))
}
