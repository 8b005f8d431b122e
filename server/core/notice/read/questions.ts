/**
 * The questions of GitHub's takedown forms since 2016 and of its counter notice form, as patterns over cleaned text.
 * A space stands for any white space; quotes are straight. Optional tails differ between the years.
 * Source: the notices in https://github.com/github/dmca.
 */
const patterns = {
  role: [
    "are you the copyright (?:holder|owner) or authorized to act on the copyright (?:owner|holder)'s behalf\\?",
    "(?: if you are submitting this notice on behalf of a company, please be sure to use an email address on the company's domain\\.)?",
    '(?: if you use a personal email address for a notice submitted on behalf of a company, we may not be able to process it\\.)?',
  ],
  revised: [
    'are you submitting a revised dmca notice after github trust & safety requested you make changes to your original notice\\?',
  ],
  ticket: [
    'please provide the zendesk ticket number of your previously submitted notice\\.',
    '(?: zendesk ticket numbers are 7 digit id numbers located in the subject line or body of your confirmation email\\.)?',
  ],
  platform: ['does your claim involve content on github or npm\\.js\\?'],
  authority: [
    "please describe the nature of your copyright ownership or authorization to act on the owner's behalf[.:]?",
  ],
  work: [
    'please provide a detailed description of the original copyrighted work that has allegedly been infringed[.:]?',
    '(?: if possible, include a url to where it is posted online[.:]?)?',
    '(?: all personal information is redacted before being published to our public dmca repository\\.)?',
    '|what work was allegedly infringed\\?(?: if possible, please provide a url:?)?',
  ],
  workUrl: ['if the original work referenced above is available online, please provide a url[.:]?'],
  scopeHeading: [
    'we ask that a dmca takedown notice list every specific file in the repository that is infringing, unless the entire contents of the repository are infringing on your copyright\\.',
    '(?: please clearly state that the entire repository is infringing, or provide the specific files within the repository you would like removed[.:]?)?',
  ],
  scope: ['based on the above, i confirm that:?'],
  repositories: [
    'identify the full repository url that is infringing:?',
    '|the following url\\(s\\) are infringing:?',
  ],
  files: [
    'identify only the specific file urls within the repository that is infringing:?',
    "|what files should be taken down\\?(?: please provide urls for each file, or if the entire repository, the repository'?s url[.:]?)?",
  ],
  measures: [
    'do you claim to have any technological measures in place to control access to your copyrighted content\\?',
    '(?: please see our complaints\\S* about anti-circumvention technology\\S* if you are unsure\\.?)?',
  ],
  measuresWhich: [
    'what technological measures do you have in place and how do they effectively control access to your copyrighted material\\?',
  ],
  circumvention: [
    'how is the accused project designed to circumvent your technological protection measures\\?',
  ],
  forks: [
    '(?:if you are reporting an allegedly infringing fork, please note that )?each fork is a distinct repository and must be identified separately\\.',
    '(?: please read more about forks\\S*)?(?: as forks may often contain different material than in the parent repository, if you believe any of the repositories or files in the forks are infringing, please list each fork(?: url)? below:?)?',
    '|have you searched for any forks of the allegedly infringing files or repositories\\?(?: each fork is a distinct repository and must be identified separately if you believe it is infringing and wish to have it taken down[.:]?)?',
  ],
  openSource: [
    'is the work licensed under an open source license\\?',
    '(?: if so, which open source license\\?)?(?: are the allegedly infringing files being used under the open source license, or are they in violation of the license\\?)?',
  ],
  license: ['which license\\?'],
  violation: ['how do you believe the license is being violated\\?'],
  compliance: [
    'what changes can be made to bring the project into compliance with the license\\?(?: for example, adding attribution, adding a license, making the repository private\\.)?',
  ],
  solution: [
    'what would be the best solution for the alleged infringement\\?',
    '(?: are there specific changes the other person can make other than removal\\?)?(?: can the repository be made private\\?)?',
  ],
  change: ['describe the change\\.'],
  infringer: [
    "do you have the alleged infringer'?s contact information\\?(?: if so, please provide it[.:]?)?",
  ],
  typedGoodFaith: [
    'type \\(or copy and paste\\) the following statement: "i have a good faith belief [^"]{20,400}"',
  ],
  typedFairUse: [
    'type \\(or copy and paste\\) the following statement: "i have taken fair use into consideration\\.?"',
  ],
  typedPerjury: [
    'type \\(or copy and paste\\) the following statement: "i swear,? under penalty of perjury[^"]{20,400}"',
  ],
  confirmGuide: [
    'please confirm that (?:you have )?you have read our guide to (?:submitting|filing) a dmca (?:takedown|counter) notice[.:]?',
    '(?: https?:\\/\\/(?:help|docs)\\.github\\.com\\/\\S*)?',
  ],
  contact: [
    'so that (?:we|the complaining party) can get back to you, please provide (?:either|both) your telephone number (?:or|and) physical address[.:]?',
  ],
  telephone: ['please provide a telephone number\\.'],
  postal: ['please provide a physical address\\.'],
  signature: [
    'please type your full(?: legal)? name (?:below to sign this request|for your signature)[.:]?',
    '(?: please provide your full legal name for your signature\\.)?(?: do not put down your username, initials, nickname, or company name\\.)?(?: if you do not sign this notice with your legal name, we may not be able to process it\\.)?',
  ],
  counterRole: [
    "are you the owner of the content that has been disabled, or authorized to act on the owner's behalf\\?",
  ],
  counterAuthority: [
    "please describe the nature of your content ownership or authorization to act on the owner's behalf[.:]?",
  ],
  counterFiles: [
    "what files were taken down\\?(?: please provide urls for each file, or if the entire repository, the repository'?s url[.:]?)?",
  ],
  counterWish: ['do you want to make changes to your repository or do you want to dispute the notice\\?'],
  counterWhy: [
    'is there anything else you think we should know about why you believe the material was removed as a result of a mistake\\?',
  ],
} as const

export type QuestionId = keyof typeof patterns

interface Question {
  id: QuestionId
  pattern: RegExp
}

/** Sticky patterns: tried where a line begins, and running over line breaks that a mail program put into a question. */
const questions: readonly Question[] = Object.entries(patterns).map(([id, parts]) => ({
  id: id as QuestionId,
  pattern: new RegExp(`(?:${parts.join('').replaceAll(' ', '\\s+')})`, 'iy'),
}))

const firstWords = new RegExp(
  'are|please|does|if|we|based|identify|the following|what|do|how|each|have|is|which|describe|type|so',
  'iy',
)

/** The question that begins at `at`, and where it ends; undefined where none does. */
export function questionAt(text: string, at: number): { id: QuestionId; end: number } | undefined {
  firstWords.lastIndex = at
  if (!firstWords.test(text)) return undefined
  for (const { id, pattern } of questions) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) return { id, end: at + match[0].length }
  }
  return undefined
}
