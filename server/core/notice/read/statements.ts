/** The submitter's statements, in the form's words or equivalent. */
export interface Statements {
  goodFaith: boolean
  fairUse: boolean
  perjury: boolean
  guide: boolean
  representativeForks: boolean
}

/** Statements found in what the submitter wrote (questions and GitHub's own notes are not the submitter's). */
export function findStatements(text: string): Statements {
  const flat = text.replace(/\s+/g, ' ')
  return {
    goodFaith: hasGoodFaith(flat),
    fairUse: hasFairUse(flat),
    perjury: /p[eu]r?juri?y/i.test(flat),
    guide: hasGuide(flat),
    representativeForks: hasRepresentativeForks(flat),
  }
}

/** Belief in good faith, and in the same thought that the use is not allowed; in a counter notice, of a mistake. */
export function hasGoodFaith(flat: string): boolean {
  return near(flat, /good[\s-]*faith|(?:firmly|sincerely|honestly|truly) believe/gi, 400, notAuthorized)
}

export const notAuthorized =
  /\b(?:not|never|none|n't)\b[^.]{0,80}(?:authori[sz]ed|permitted|licensed|allowed)|unauthori[sz]ed|without (?:\S+ ){0,6}(?:authori[sz]ation|permission|consent)|infring|mistake|misidentif/i

function hasFairUse(flat: string): boolean {
  return near(flat, /(?:fair|reasonable)[\s-]*use/gi, 120, /consider|account|evaluat|assess|analy[sz]/i)
}

function hasGuide(flat: string): boolean {
  return /\bread\b[^.?]{0,60}\bguide\b/i.test(flat)
}

function hasRepresentativeForks(flat: string): boolean {
  return /based (?:up)?on (?:the|a) representative (?:number|sample) of (?:the )?forks/i.test(flat)
}

/** Whether `wanted` is found within `distance` characters of what `anchor` finds. */
function near(flat: string, anchor: RegExp, distance: number, wanted: RegExp): boolean {
  return [...flat.matchAll(anchor)].some(({ index }) =>
    wanted.test(flat.slice(Math.max(0, index - distance / 2), index + distance)),
  )
}
