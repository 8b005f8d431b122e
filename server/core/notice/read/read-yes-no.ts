const no =
  /^\W*(?:no|nope|not|none|non|não|nao|nein|нет|否|不|没有|無|无|いいえ|아니)(?![\p{L}])|^\W*(?:否|不|没有|無|无|いいえ|아니)|\b(?:is|are|was|it's|its|it is|were)(?: \S+){0,2} not(?: \S+){0,3} (?:open|licen[cs]ed|under)|\bisn't\b|\bnot under (?:an? )?(?:\S+ )?open[ -]?source|\bnot (?:an )?open[ -]?source|\bno open[ -]?source\b|closed[ -]?source/iu

const yes = /^\W*(?:yes|yep|yeah|sí|si|oui|ja|sim|да|是|はい|예)(?![\p{L}])|^\W*(?:是|はい)/iu

/** Whether an answer begins with or states no or yes, in any language; null where it says neither. */
export function readYesNo(answer: string): boolean | null {
  if (/^\W*n\s?\/\s?a\b/i.test(answer)) return null
  if (yes.test(answer)) return true
  return no.test(answer) ? false : null
}
