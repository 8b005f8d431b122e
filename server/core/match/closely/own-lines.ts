/** Lines that a licence, a tool or a form letter puts into everybody's files. */
const everyones =
  /copyright|licen[cs]|warrant|permission|liab|redistrib|merchant|software|limitation|"as is"|spdx|eslint|prettier|istanbul|webpack|@ts-|generated|do not edit|https?:/i

export function isEveryones(line: string): boolean {
  return everyones.test(line)
}
