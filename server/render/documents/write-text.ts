import type { PrintedBlock, PrintedDocument } from './printed-document.ts'

/** A document for paper as plain text, for a mail or a terminal. Characters stand as they are. */
export function writeText({ title, mark, footer, blocks }: PrintedDocument): string {
  const head = mark === null ? [title] : [title, mark]
  return `${[...head, ...blocks.map(textOf), footer].join('\n\n')}\n`
}

function textOf(block: PrintedBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.text.toUpperCase()
    case 'paragraph':
      return block.text
    case 'addresses':
      return block.addresses.map((address, at) => `${at + 1}. ${address}`).join('\n')
    case 'table':
      return block.rows
        .map((row) => row.map(({ text }, at) => `${block.columns[at]!.heading}: ${text}`).join('\n'))
        .join('\n\n')
  }
}
