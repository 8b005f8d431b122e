import type { Element } from './elements.ts'
import { answerTo } from './read/read-notice-text.ts'
import type { NoticeText } from './read/read-notice-text.ts'

/** (ii): a work that a stranger could recognise: an address of it, a name, or a description. */
export function findWork(notice: NoticeText): Element {
  const described = answerTo(notice, 'work')
  if (described !== undefined) {
    const all = `${described} ${answerTo(notice, 'workUrl') ?? ''}`.trim()
    return all === '' ? 'missing' : isBlankAnswer(all) ? 'partial' : 'present'
  }
  const flat = notice.submitted.replace(/\s+/g, ' ')
  if ([labelled, stated, calledByName, published].some((pattern) => pattern.test(flat))) return 'present'
  const sentences = flat.split(/(?<=[.!?:]) (?=[\p{Lu}"[])/u)
  if (sentences.some(namesWork)) return 'present'
  return /copyright|owner|rights/i.test(flat) ? 'partial' : 'missing'
}

/** `Original work: …`, `Original content can be found at …`, `Description of the copyrighted work: …`. */
const labelled =
  /(?:original(?: copyrighted)? (?:works?|content|repo(?:sitor(?:y|ies))?|material|source|code|location)|copyright(?:ed)? (?:works?|material)|infringed (?:copyrighted )?works?|(?:list of |book )?(?<!and )titles?(?: of (?:the )?works?)?|(?:^|\s)product|description of (?:the )?works?)[^.:\n]{0,60}(?::|can be found|is (?:located|published|posted)|by us)/i

/** What a work of software or of authors may be. */
const thing = String.raw`(?:project|product|software|application|app|program|game|website|plug-?in|library|font|theme|book|course|SDK)\b`

/** `my project Orbit`, `Orbit's desktop application`: by a name, which begins with a capital. */
const calledByName = new RegExp(
  String.raw`\b(?:[Mm]y|[Oo]ur) ${thing}:? ["(]?\p{Lu}|\p{Lu}[\p{L}\d]+'s (?:[a-z-]+ ){0,3}${thing}`,
  'u',
)

/** `The copyrighted work at issue is …`, `rights holder for the following: …`, `"Orbit" software`, internal source code. */
const stated = new RegExp(
  [
    String.raw`\bcopyrighted works?(?: at issue| in question| infringed(?: up)?on)? (?:is|are|consists? of|includes?) \S+`,
    String.raw`\b(?:identif(?:y|ication)[^.:]{0,30}|original |infringed )copyrighted works?\b`,
    String.raw`\bcopyrighted works? "|"[^"]{2,60}" (?:software|app|game|plug-?in|project|book|course|tool|library)`,
    String.raw`rights? holder (?:for|of) \S+`,
    String.raw`\b(?:works|titles) listed (?:below|above)\b|\bfollowing works? (?:is|are)\b`,
    String.raw`\b(?:our|my) (?:own )?private (?:\S+ )?repositor`,
    String.raw`\b(?:our|my) (?:\S+ )?source code (?:of|for) \S+`,
    String.raw`\b(?:it|this|which) is an? (?!infring|clear|notice)[^.]{3,60}\b${thing}`,
    String.raw`\b(?:internal|proprietary|private|confidential|non-public|back-?end)(?: \S+){0,3} (?:source )?code\b`,
  ].join('|'),
  'i',
)

/** Where the work may be seen: `official presence can be seen at https://…`. */
const published =
  /\b(?:official|our (?:web ?site|software|product|app|game|book)|original)\b[^.]{0,80}https?:\/\/(?!(?:[\w-]+\.)*(?:github|githubusercontent)\.com)/i

/** A right, or what founds one. */
const rightHeld =
  /\b(?:owns|(?:we|i) own|(?<!copyright )owners? of (?!the (?:web)?site|the account|the repositor|an exclusive)|owned by|holds|holders? of|rights? (?:to|in|over)|licensee of|developed|created|written by|authors? of|publisher of)\b/i

/** A work by its name, its parts, or what it is. */
const named =
  /\b(?:such as|includ(?:e|es|ing)|(?:named|called|titled|entitled|known as) ["\p{Lu}]|source code (?:of|for|is|was)|data(?:base)? (?:that|collected)|used to operate)|"[^"]{2,80}"/iu

function namesWork(sentence: string): boolean {
  return rightHeld.test(sentence) && named.test(sentence)
}

/** Filler that is no answer. */
function isBlankAnswer(answer: string): boolean {
  return /^(?:n\/?a|none|no|yes|unknown|see above|-+|\.+)\W*$/i.test(answer)
}
