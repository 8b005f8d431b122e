/**
 * GitHub's takedown form in use since April 2025: its questions word for word and in order. The ticked statements
 * are not here: their wording is legal text and lives in templates/notices/statements.
 * Source: https://github.com/contact/dmca, as the notices in https://github.com/github/dmca show it.
 */
export const formQuestions = {
  role: "Are you the copyright holder or authorized to act on the copyright owner's behalf? If you are submitting this notice on behalf of a company, please be sure to use an email address on the company's domain. If you use a personal email address for a notice submitted on behalf of a company, we may not be able to process it.",
  revised:
    'Are you submitting a revised DMCA notice after GitHub Trust & Safety requested you make changes to your original notice?',
  ticket:
    'Please provide the Zendesk ticket number of your previously submitted notice. Zendesk ticket numbers are 7 digit ID numbers located in the subject line or body of your confirmation email.',
  platform: 'Does your claim involve content on GitHub or npm.js?',
  authority:
    "Please describe the nature of your copyright ownership or authorization to act on the owner's behalf.",
  work: 'Please provide a detailed description of the original copyrighted work that has allegedly been infringed.',
  workUrl: 'If the original work referenced above is available online, please provide a URL.',
  scopeHeading:
    'We ask that a DMCA takedown notice list every specific file in the repository that is infringing, unless the entire contents of the repository are infringing on your copyright. Please clearly state that the entire repository is infringing, OR provide the specific files within the repository you would like removed.',
  scope: 'Based on the above, I confirm that:',
  repositories: 'Identify the full repository URL that is infringing:',
  files: 'Identify only the specific file URLs within the repository that is infringing:',
  measures:
    'Do you claim to have any technological measures in place to control access to your copyrighted content? Please see our <a href="https://docs.github.com/articles/guide-to-submitting-a-dmca-takedown-notice#complaints-about-anti-circumvention-technology">Complaints about Anti-Circumvention Technology</a> if you are unsure.',
  measuresWhich:
    'What technological measures do you have in place and how do they effectively control access to your copyrighted material?',
  circumvention: 'How is the accused project designed to circumvent your technological protection measures?',
  forks:
    'If you are reporting an allegedly infringing fork, please note that each fork is a distinct repository and <i>must be identified separately</i>. Please read more about <a href="https://docs.github.com/articles/dmca-takedown-policy#b-what-about-forks-or-whats-a-fork">forks.</a> As forks may often contain different material than in the parent repository, if you believe any of the repositories or files in the forks are infringing, please list each fork URL below:',
  openSource: 'Is the work licensed under an open source license?',
  license: 'Which license?',
  violation: 'How do you believe the license is being violated?',
  compliance:
    'What changes can be made to bring the project into compliance with the license? For example, adding attribution, adding a license, making the repository private.',
  solution: 'What would be the best solution for the alleged infringement?',
  change: 'Describe the change.',
  infringer: 'Do you have the alleged infringer’s contact information? If so, please provide it.',
  contact: 'So that we can get back to you, please provide either your telephone number or physical address.',
  signature: 'Please type your full name for your signature.',
} as const

export type FormQuestion = keyof typeof formQuestions

/** The choices of the form, word for word. */
export const formChoices = {
  holder: 'Yes, I am the copyright holder.',
  authorized: "Yes, I am authorized to act on the copyright owner's behalf.",
  entireRepository: 'The entire repository is infringing',
  specificFiles: 'Specific files within the repository are infringing',
  mustBeRemoved: 'Reported content must be removed',
  canBePrivate: 'Repository can be made private',
  otherChange: 'Other Change',
} as const
