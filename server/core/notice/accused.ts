import type { NamedRepository, NoticeDocument, NoticeKind, OtherMaterial, TakedownDocument } from './types.ts'

/** Whether GitHub takes repositories down because of it: what is tracked, counted and retracted. */
export function isTakedownKind(kind: NoticeKind): kind is TakedownDocument['kind'] {
  return kind === 'takedown' || kind === 'revised'
}

export function isTakedown(document: NoticeDocument): document is TakedownDocument {
  return isTakedownKind(document.kind)
}

/** Every repository that a takedown names, the forks included. */
export function namedRepositories(document: TakedownDocument): NamedRepository[] {
  return [...document.repositories, ...document.forks]
}

/** Every repository that a document accuses, whatever its kind: each needs a reviewer's decision over its evidence. */
export function accusedRepositories(document: NoticeDocument): NamedRepository[] {
  switch (document.kind) {
    case 'takedown':
    case 'revised':
      return namedRepositories(document)
    case 'reply':
      return document.remaining
    case 'preservation':
      return document.repositories
    case 'retraction':
    case 'letter':
      return []
  }
}

/** The material besides repositories that a document accuses. */
export function accusedMaterial(document: NoticeDocument): OtherMaterial[] {
  if (document.kind === 'letter') return document.materials
  return isTakedown(document) ? document.otherMaterial : []
}
