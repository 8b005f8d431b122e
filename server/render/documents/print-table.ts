import { margin, type Paper, type Pen } from './paper.ts'
import type { PrintedCell, PrintedTable } from './printed-document.ts'

const head: Pen = { font: 'bold', size: 7.5 }
const body: Pen = { font: 'body', size: 7.5 }
const gap = 6

/** Rows stay whole; one that no page can hold is written cell below cell, each under its column's name. */
export function printTable(paper: Paper, { columns, rows }: PrintedTable): void {
  const { pdf } = paper
  const parts = columns.reduce((sum, { part }) => sum + part, 0)
  const widths = columns.map(({ part }) => (paper.width * part) / parts)
  const heads = columns.map(({ heading }) => ({ text: heading, href: null }))
  const table = pdf.struct('Table')
  pdf.addStructure(table)

  const heightOf = (cells: readonly PrintedCell[], pen: Pen) =>
    Math.max(...cells.map((cell, at) => paper.heightOf(cell.text, pen, widths[at]! - gap))) + gap

  const printRow = (cells: readonly PrintedCell[], pen: Pen, put: (draw: () => void) => void) => {
    const { y } = pdf
    let x = margin.left
    for (const [at, cell] of cells.entries()) {
      const left = x
      put(() => {
        pdf.x = left
        pdf.y = y
        printCell(paper, cell, pen, widths[at]! - gap)
      })
      x += widths[at]!
    }
    pdf.x = margin.left
    pdf.y = y + heightOf(cells, pen)
    rule(paper)
  }

  const addRow = (cells: readonly PrintedCell[], pen: Pen, tag: 'TH' | 'TD') => {
    const row = pdf.struct('TR')
    table.add(row)
    const put = (draw: () => void) => row.add(pdf.struct(tag, draw))
    const height = heightOf(cells, pen)
    if (height > pdf.page.height - margin.top - margin.bottom - gap * 8) {
      for (const [at, cell] of cells.entries()) {
        put(() =>
          printCell(paper, { ...cell, text: `${columns[at]!.heading}: ${cell.text}` }, pen, paper.width),
        )
      }
      paper.space(gap)
      rule(paper)
    } else {
      // Whoever listens hears the names of the columns once.
      if (paper.makeRoom(height)) paper.artifact('Pagination', () => printRow(heads, head, (draw) => draw()))
      printRow(cells, pen, put)
    }
    row.end()
  }

  addRow(heads, head, 'TH')
  for (const cells of rows) addRow(cells, body, 'TD')
  table.end()
  paper.space(5)
}

function printCell(paper: Paper, cell: PrintedCell, pen: Pen, width: number): void {
  paper.write(cell.text, pen, { width, ...(cell.href === null ? {} : { link: cell.href }) })
}

function rule(paper: Paper): void {
  const line = paper.pdf.y - gap / 2
  paper.artifact('Layout', () => {
    paper.pdf.lineWidth(0.4).strokeColor('#999999').moveTo(margin.left, line)
    paper.pdf.lineTo(margin.left + paper.width, line).stroke()
  })
}
