import { InvalidArgumentError } from 'commander'

/** A whole number from 0. */
export function readCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}
