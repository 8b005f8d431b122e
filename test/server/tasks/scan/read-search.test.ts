import { expect, it } from 'vitest'
import { couldNotTell, found } from '../../../../server/core/answer.ts'
import type { SearchPage } from '../../../../server/github/search-page.ts'
import { readSearch } from '../../../../server/tasks/scan/read-search.ts'

const page = (items: number[], more: Partial<SearchPage<number>> = {}): SearchPage<number> => ({
  totalCount: 3,
  incompleteResults: false,
  cutOff: false,
  hasMore: false,
  items,
  ...more,
})
const always = () => true

it('asks an incomplete page again, and takes what any of the answers showed', async () => {
  const answers = [page([1], { incompleteResults: true, totalCount: 1 }), page([1, 2, 3])]
  const read = await readSearch(() => Promise.resolve(found(answers.shift()!)), always)
  expect(read).toMatchObject({ total: 3, incomplete: false, askedAgain: 1, items: [1, 1, 2, 3] })
})

it('gives up after three tries, and says that it is incomplete', async () => {
  let asked = 0
  const read = await readSearch(() => {
    asked++
    return Promise.resolve(found(page([asked], { incompleteResults: true })))
  }, always)
  expect(asked).toBe(3)
  expect(read).toMatchObject({ incomplete: true, askedAgain: 2, items: [1, 2, 3] })
})

it('keeps what an incomplete answer showed when the next one fails, and says so', async () => {
  const answers = [found(page([1], { incompleteResults: true })), couldNotTell('a limit')]
  const read = await readSearch(() => Promise.resolve(answers.shift()!), always)
  expect(read).toMatchObject({ outcome: 'searched', incomplete: true, items: [1] })
})

it('is could-not-tell when a page cannot be read, whatever came before', async () => {
  const answers = [found(page([1], { hasMore: true })), couldNotTell('a limit')]
  expect(await readSearch(() => Promise.resolve(answers.shift()!), always)).toMatchObject({
    outcome: 'could-not-tell',
  })
})
