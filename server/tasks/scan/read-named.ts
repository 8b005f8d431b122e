import { readPublishedNotice } from '../../core/notice/read/read-published-notice.ts'
import { readTips, type Tips } from '../../core/repository/read-tips.ts'
import { ClawbackError } from '../../errors.ts'
import { readTextFile } from '../read-text-file.ts'

/** What people named: in a tips file, or in notices that GitHub published. */
export interface Named extends Tips {
  /** Published notices that were read. */
  notices: number
}

/** @throws ClawbackError TIPS_NOT_READABLE, FILE_NOT_READ, FILE_NOT_TEXT */
export async function readNamed(
  { tipsFile, tips: text = '' }: { tipsFile: string | null; tips?: string },
  noticeFiles: readonly string[],
): Promise<Named> {
  const tips = readTips(tipsFile === null ? text : `${await readTipsFile(tipsFile)}\n${text}`)
  const lines: string[] = []
  for (const path of [...new Set(noticeFiles)]) {
    const notice = readPublishedNotice(path, (await readTextFile(path)).toString('utf8'))
    lines.push(...notice.repositories, ...notice.forks, ...notice.extra.gists, ...notice.extra.files)
  }
  const published = readTips(lines.join('\n'))
  return {
    repositories: joined(tips.repositories, published.repositories),
    gists: joined(tips.gists, published.gists),
    commits: joined(tips.commits, published.commits),
    owners: tips.owners,
    unusable: tips.unusable,
    proseLines: tips.proseLines,
    notices: noticeFiles.length,
  }
}

export function isNothing({ repositories, gists, commits, owners }: Named): boolean {
  return repositories.length + gists.length + commits.length + owners.length === 0
}

/** GitHub compares names without case: published notices are read in lower case. */
function joined(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first.map((text) => text.toLowerCase()))
  return [...first, ...second.filter((text) => !known.has(text.toLowerCase()))]
}

async function readTipsFile(path: string): Promise<string> {
  try {
    return (await readTextFile(path)).toString('utf8')
  } catch (error) {
    throw new ClawbackError(
      'TIPS_NOT_READABLE',
      `The tips file ${path} could not be read`,
      'Give --tips a text file of at most 16 MiB with one GitHub URL a line.',
      { cause: error },
    )
  }
}
