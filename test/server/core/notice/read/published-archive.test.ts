import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkNoticeText } from '../../../../../server/core/notice/check-notice-text.ts'
import type { NoticeCheck } from '../../../../../server/core/notice/elements.ts'
import { readPublishedNotice } from '../../../../../server/core/notice/read/read-published-notice.ts'
import type { PublishedNotice } from '../../../../../server/core/notice/read/read-published-notice.ts'
import { packageRoot } from '../../../../../server/package-root.ts'

/** Published notices with hand-checked results lie beside the checkout, where they are at hand; never in it. */
const folder = join(packageRoot, '..', 'shared', 'data', 'notices')

type Expected = PublishedNotice & { unscored: string[]; optionalRepositories: string[] }
type Group = 'statutory' | 'github'

const expectations: Expected[] = list(join(folder, 'expected')).map((file) => readJson(file) as Expected)
const lint = existsSync(folder) ? (readJson(join(folder, 'lint.json')) as Record<string, NoticeCheck>) : {}

function list(root: string): string[] {
  if (!existsSync(root)) return []
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.json')).map((name) => join(root, name))
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

const textOf = (path: string): string => readFileSync(join(folder, 'notices', path), 'utf8')

/** The scored fields of one notice on which two readings differ. */
function differences(expected: Expected, actual: PublishedNotice): string[] {
  const optional = new Set(expected.optionalRepositories)
  const fields: [string, unknown, unknown][] = [
    ['repositories', expected.repositories, actual.repositories.filter((name) => !optional.has(name))],
    ...(['kind', 'date', 'forks', 'networkSize', 'networkReason', 'hasInvalid'] as const).map(compare),
    ...(
      ['preprocessingOpportunity', 'entireRepository', 'antiCircumvention', 'openSourceLicensed'] as const
    ).map(compare),
    ...(Object.keys(expected.statements) as (keyof PublishedNotice['statements'])[]).map(
      (key): [string, unknown, unknown] => [
        `statements.${key}`,
        expected.statements[key],
        actual.statements[key],
      ],
    ),
  ]
  function compare(key: keyof PublishedNotice): [string, unknown, unknown] {
    return [key, expected[key], actual[key]]
  }
  return fields
    .filter(
      ([name, want, got]) =>
        !expected.unscored.includes(name) && JSON.stringify(want) !== JSON.stringify(got),
    )
    .map(([name]) => `${expected.path} ${name}`)
}

describe('published notices, where they are at hand', () => {
  it('are read exactly, 97 in 100 at least', () => {
    const wrong = expectations.filter(
      (expected) =>
        differences(expected, readPublishedNotice(expected.path, textOf(expected.path))).length > 0,
    )
    expect(wrong.length).toBeLessThanOrEqual(expectations.length * 0.03)
  })

  it('are checked as by hand, in 95 of 100 elements at least', () => {
    const judged = Object.entries(lint).flatMap(([path, expected]) => {
      const actual = checkNoticeText(textOf(path))
      return (['statutory', 'github'] as Group[]).flatMap((group) =>
        Object.entries(expected[group]).map(([element, want]) => {
          const got = Object.entries(actual[group]).find(([name]) => name === element)?.[1]
          // What is there in part must not be called present.
          return want === 'partial' ? got !== 'present' : got === want
        }),
      )
    })
    expect(judged.filter((agrees) => !agrees).length).toBeLessThanOrEqual(judged.length * 0.05)
  })
})
