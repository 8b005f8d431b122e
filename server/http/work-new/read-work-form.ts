import type { NewWork } from '../../tasks/intake/take-in.ts'
import { readFields } from '../read-fields.ts'
import type { SentFields } from '../multipart/read-multipart.ts'

/** The texts of the form as they were written, to be shown again when something is wrong with them. */
export type WorkForm = Record<(typeof texts)[number], string> & {
  official: string
  fingerprintsOnly: boolean
}

const texts = ['source', 'title', 'owner', 'slug', 'description', 'url', 'license', 'leakedAt'] as const

export const emptyWorkForm: WorkForm = {
  ...readFields({}, texts),
  official: '',
  fingerprintsOnly: false,
}

/** @throws ClawbackError FORM_INVALID */
export function readWorkForm({ official = '', ...fields }: SentFields): WorkForm {
  return {
    ...readFields(fields, texts),
    official: [official].flat().join('\n'),
    fingerprintsOnly: readFields(fields, ['fingerprintsOnly']).fingerprintsOnly === 'yes',
  }
}

/** What was filled in; the rest is as if it had not been asked. */
export function toNewWork({ title, owner, official, fingerprintsOnly, ...rest }: WorkForm): NewWork {
  const given = <Name extends 'slug' | 'description' | 'url' | 'license' | 'leakedAt'>(name: Name) =>
    rest[name] === '' ? {} : { [name]: rest[name] }
  return {
    title,
    owner,
    ...given('slug'),
    ...given('description'),
    ...given('url'),
    ...given('license'),
    ...given('leakedAt'),
    official: official.split(/[\s,]+/).filter((one) => one !== ''),
    fingerprintsOnly,
  }
}
