import type { NamedRepository, NoticeScope, OtherMaterial, TakedownDocument } from './types.ts'
import { describeAuthority, describeContact, describeWork } from './describe.ts'
import { describeHistory } from './describe-history.ts'
import { formChoices, formQuestions } from './form.ts'
import type { FormQuestion } from './form.ts'
import { encodePath, materialUrl, repositoryUrl } from './material-url.ts'

/** The statements that the form asks to tick. */
export type FormStatement = 'representativeForks' | 'goodFaith' | 'fairUse' | 'perjury' | 'guide'

/**
 * One line of the form: a question with a typed or chosen answer, a heading without one, or a statement to tick,
 * whose wording the templates hold.
 */
export type FormField =
  | { kind: 'text' | 'choice'; id: FormQuestion; question: string; answer: string }
  | { kind: 'heading'; id: FormQuestion; question: string }
  | { kind: 'tick'; id: FormStatement; ticked: boolean }

/** The answers to GitHub's form, in its order. Follow-up questions are there only where their answer asks for them. */
export function answerForm(document: TakedownDocument): FormField[] {
  const { claimant, technologicalMeasures: measures, openSource } = document
  return [
    choice('role', claimant.role === 'owner' ? formChoices.holder : formChoices.authorized),
    choice('revised', document.kind === 'revised' ? 'Yes' : 'No'),
    ...(document.kind === 'revised' ? [text('ticket', document.ticket ?? '')] : []),
    choice('platform', document.platform),
    text('authority', describeAuthority(claimant)),
    text('work', describeWork(document.work)),
    text('workUrl', document.work.url ?? ''),
    { kind: 'heading', id: 'scopeHeading', question: formQuestions.scopeHeading },
    ...answerScope(document),
    choice('measures', measures === null ? 'No' : 'Yes'),
    ...(measures === null
      ? []
      : [text('measuresWhich', measures.measures), text('circumvention', measures.circumvention)]),
    text('forks', document.forks.flatMap((fork) => materialOf(fork, document)).join('\n')),
    { kind: 'tick', id: 'representativeForks', ticked: document.representativeForks !== false },
    choice('openSource', openSource === null ? 'No' : 'Yes'),
    ...(openSource === null
      ? answerSolution(document)
      : [
          choice('license', openSource.license),
          text('violation', openSource.violation),
          text('compliance', openSource.changes),
        ]),
    text(
      'infringer',
      [document.infringerContact, ...describeHistory(document.history ?? [])].join('\n').trim(),
    ),
    ...(['goodFaith', 'fairUse', 'perjury', 'guide'] as const).map((id): FormField => ({
      kind: 'tick',
      id,
      ticked: document.statements[id],
    })),
    text('contact', describeContact(claimant)),
    text('signature', document.signature?.name ?? ''),
  ]
}

function answerScope(document: TakedownDocument): FormField[] {
  const material = [
    ...document.repositories.flatMap((repository) => materialOf(repository, document)),
    ...document.otherMaterial.flatMap(linesOf),
  ].join('\n')
  return document.scope === 'entire-repository'
    ? [choice('scope', formChoices.entireRepository), text('repositories', material)]
    : [choice('scope', formChoices.specificFiles), text('files', material)]
}

/** The URLs that a repository contributes: its own, or those of its files where only they infringe. */
export function materialOf(repository: NamedRepository, document: TakedownDocument): string[] {
  return materialLines(repository, document.scope)
}

export function materialLines(repository: NamedRepository, scope: NoticeScope): string[] {
  if (scope === 'entire-repository') return [repositoryUrl(repository)]
  return repository.files.map((file) => materialUrl(repository, file))
}

/** A line for all of it, or one for each of its files: npm packages have no address of a file that all can open. */
export function linesOf({ url, files }: OtherMaterial): string[] {
  return files.length === 0 ? [url] : files.map(({ path }) => `${url} ${encodePath(path)}`)
}

function answerSolution(document: TakedownDocument): FormField[] {
  switch (document.solution.kind) {
    case 'must-be-removed':
      return [choice('solution', formChoices.mustBeRemoved)]
    case 'can-be-made-private':
      return [choice('solution', formChoices.canBePrivate)]
    case 'other-change':
      return [choice('solution', formChoices.otherChange), text('change', document.solution.change)]
  }
}

function text(id: FormQuestion, answer: string): FormField {
  return { kind: 'text', id, question: formQuestions[id], answer }
}

function choice(id: FormQuestion, answer: string): FormField {
  return { kind: 'choice', id, question: formQuestions[id], answer }
}
