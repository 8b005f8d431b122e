import { margin, Paper, type Pen } from './paper.ts'
import { printTable } from './print-table.ts'
import type { PrintedBlock, PrintedDocument } from './printed-document.ts'
import { characterNumber } from './shown-text.ts'

export interface WrittenPdf {
  bytes: Buffer
  /** Characters that stand in it by their number, in order of their code points. */
  byNumber: string[]
}

const title: Pen = { font: 'bold', size: 15 }
const heading: Pen = { font: 'bold', size: 9 }
const body: Pen = { font: 'body', size: 10 }
const strong: Pen = { font: 'bold', size: 10 }
const small: Pen = { font: 'body', size: 9 }
const address: Pen = { font: 'fixed', size: 9 }
const foot: Pen = { font: 'body', size: 7 }

/**
 * A tagged PDF that loads nothing and holds its fonts. Every character of the document is in it, by its shape or by
 * its number; its end lists those that stand there by number. The same document gives the same bytes.
 */
export async function writePdf(document: PrintedDocument): Promise<WrittenPdf> {
  const paper = new Paper(document)
  paper.tagged('H1', () => paper.write(document.title, title))
  paper.space(6)
  if (document.mark !== null) printMark(paper, document.mark)
  for (const block of document.blocks) printBlock(paper, block)
  printLegend(paper)
  printFooters(paper, document)
  paper.pdf.end()
  return { bytes: await paper.bytes, byNumber: paper.byNumber.map(([character]) => character) }
}

function printBlock(paper: Paper, block: PrintedBlock): void {
  switch (block.kind) {
    case 'heading':
      return printHeading(paper, block.text)
    case 'paragraph':
      paper.tagged('P', () => paper.write(block.text, body))
      return paper.space(5)
    case 'addresses':
      return printAddresses(paper, block.addresses)
    case 'table':
      return printTable(paper, block)
  }
}

/** A heading never stands last on a page. */
function printHeading(paper: Paper, text: string): void {
  paper.space(7)
  paper.makeRoom(paper.heightOf(text, heading, paper.width) + 36)
  paper.tagged('H2', () => paper.write(text, heading))
  paper.space(2)
}

function printMark(paper: Paper, text: string): void {
  const { pdf } = paper
  const { y } = pdf
  const width = paper.width - 16
  const height = paper.heightOf(text, strong, width) + 12
  paper.artifact('Layout', () => {
    pdf.lineWidth(1.2).strokeColor('#000000').rect(margin.left, y, paper.width, height).stroke()
  })
  pdf.x = margin.left + 8
  pdf.y = y + 6
  paper.tagged('P', () => paper.write(text, strong, { width }))
  pdf.x = margin.left
  pdf.y = y + height + 8
}

function printAddresses(paper: Paper, addresses: readonly string[]): void {
  const { pdf } = paper
  const indent = 34
  const width = paper.width - indent
  const list = pdf.struct('L')
  pdf.addStructure(list)
  for (const [at, each] of addresses.entries()) {
    paper.makeRoom(paper.heightOf(each, address, width))
    const item = pdf.struct('LI')
    list.add(item)
    const { y } = pdf
    item.add(pdf.struct('Lbl', () => paper.write(`${at + 1}.`, small, { width: indent - 8, align: 'right' })))
    pdf.x = margin.left + indent
    pdf.y = y
    const place = pdf.struct('LBody')
    item.add(place)
    place.add(paper.link(each, address, { width }))
    pdf.x = margin.left
    item.end()
  }
  list.end()
  paper.space(5)
}

/** What a reader needs to turn each number back into its character. */
function printLegend(paper: Paper): void {
  const { byNumber } = paper
  if (byNumber.length === 0) return
  printHeading(paper, 'Characters shown by number')
  paper.tagged('P', () =>
    paper.write(
      'The fonts of this document cannot show these characters without doubt. Each stands in it as its Unicode number between angle brackets. The same document as plain text or as a page holds the characters themselves.',
      small,
    ),
  )
  paper.space(3)
  for (const [character, count] of byNumber) {
    const bytes = Buffer.from(character).toString('hex').toUpperCase().match(/../g)!.join(' ')
    const times = count === 1 ? 'once' : `${count} times`
    const line = `${characterNumber(character).slice(1, -1)}   UTF-8 ${bytes}   ${times}`
    paper.tagged('P', () => paper.write(line, address))
  }
}

function printFooters(paper: Paper, { footer, mark }: PrintedDocument): void {
  const { pdf } = paper
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    // Writing below the margin would begin a new page.
    pdf.page.margins.bottom = 0
    pdf.x = margin.left
    pdf.y = pdf.page.height - 48
    const text = `${mark === null ? '' : 'DRAFT · '}${footer} · page ${page - start + 1} of ${count}`
    paper.artifact('Pagination', () => paper.write(text, foot, { height: 24, align: 'center' }))
    pdf.page.margins.bottom = margin.bottom
  }
}
