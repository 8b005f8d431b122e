/** Words that do not tell one owner from another. */
const common = new Set(
  'the a inc incorporated llc llp ltd limited gmbh ag se sa sas srl bv nv ab oy as kk plc pbc corp corporation co company companies group holdings authors author contributors contributor team project developers foundation and or its affiliates affiliate subsidiaries all rights reserved et al others by'.split(
    ' ',
  ),
)

/**
 * Whether the holder of a copyright line is one of the owner's names: each word that tells the owner apart is there.
 * "Orbit, Inc. and its affiliates" is Orbit; "Orbital Inc." is not.
 */
export function isOwner(holder: string, owners: readonly string[]): boolean {
  const held = words(holder)
  return owners.some((owner) => {
    const own = words(owner).filter((word) => !common.has(word))
    if (own.length === 0) return false
    return own.every((word) => held.includes(word)) || held.join('') === own.join('')
  })
}

/** Whether the text names anybody at all. */
export function namesSomebody(holder: string): boolean {
  return words(holder).some((word) => !common.has(word) && /\p{L}{2}/u.test(word))
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
