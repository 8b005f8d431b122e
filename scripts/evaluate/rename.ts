import ts from 'typescript'
import { madeNames } from './made-names.ts'

const platform = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...'undefined this super arguments constructor prototype length push pop slice map filter forEach reduce join split indexOf then catch finally get set has add delete keys values name message exports require module'.split(
    ' ',
  ),
])

/** Every identifier and member that is not the platform's gets a name of its own. */
export function renameEverything(text: string, random: () => number, fileName = 'a.ts'): string {
  return rename(text, random, fileName, (name) => !platform.has(name))
}

/** What a file declares for itself (variables, parameters, functions, classes) gets another name; members stay. */
export function renameLocals(text: string, random: () => number, fileName = 'a.ts'): string {
  const source = parse(text, fileName)
  const declared = new Set<string>()
  const kept = new Set<string>()
  visit(source, (node) => {
    const parent = node.parent
    const declares =
      (ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent) || ts.isBindingElement(parent)) &&
      parent.name === node
    if (declares || (ts.isParameter(parent) && !ts.isParameterPropertyDeclaration(parent, parent.parent)))
      declared.add(node.text)
    // A member of the same name could not be told apart by text alone: such names stay.
    if (isMember(node)) kept.add(node.text)
  })
  return rename(
    text,
    random,
    fileName,
    (name) => declared.has(name) && !kept.has(name) && !platform.has(name),
  )
}

function rename(
  text: string,
  random: () => number,
  fileName: string,
  isRenamed: (name: string) => boolean,
): string {
  const nameFor = madeNames(random)
  const edits: { start: number; end: number; name: string }[] = []
  const source = parse(text, fileName)
  visit(source, (node) => {
    if (isRenamed(node.text))
      edits.push({ start: node.getStart(source), end: node.end, name: nameFor(node.text) })
  })
  let out = ''
  let at = 0
  for (const { start, end, name } of edits.sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    out += text.slice(at, start) + name
    at = end
  }
  return out + text.slice(at)
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ((ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent)) &&
      parent.name === node) ||
    (ts.isBindingElement(parent) &&
      (parent.propertyName === node || ts.isObjectBindingPattern(parent.parent))) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent)
  )
}

function parse(text: string, fileName: string): ts.SourceFile {
  return ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true)
}

function visit(node: ts.Node, found: (identifier: ts.Identifier) => void): void {
  if (ts.isIdentifier(node)) found(node)
  ts.forEachChild(node, (child) => {
    visit(child, found)
  })
}
