import ts from 'typescript'

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')
const platform = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...'undefined this super arguments constructor prototype length push pop slice map filter forEach reduce join split indexOf then catch finally get set has add delete keys values name message exports require module'.split(
    ' ',
  ),
])

/** Every identifier and member that is not the platform's gets a name of its own. */
export function renameEverything(text: string, random: () => number): string {
  return rename(text, random, (name) => !platform.has(name))
}

/** What a file declares for itself (variables, parameters, functions, classes) gets another name; members stay. */
export function renameLocals(text: string, random: () => number): string {
  const source = parse(text)
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
  return rename(text, random, (name) => declared.has(name) && !kept.has(name) && !platform.has(name))
}

function rename(text: string, random: () => number, isRenamed: (name: string) => boolean): string {
  const names = new Map<string, string>()
  const edits: { start: number; end: number; name: string }[] = []
  const source = parse(text)
  visit(source, (node) => {
    if (isRenamed(node.text))
      edits.push({ start: node.getStart(source), end: node.end, name: nameFor(node.text, names, random) })
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

function nameFor(name: string, names: Map<string, string>, random: () => number): string {
  const known = names.get(name)
  if (known) return known
  const word = Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  let made = `${word}${names.size}`
  if (/^[A-Z]/.test(name)) made = made[0]!.toUpperCase() + made.slice(1)
  names.set(name, made)
  return made
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

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
}

function visit(node: ts.Node, found: (identifier: ts.Identifier) => void): void {
  if (ts.isIdentifier(node)) found(node)
  ts.forEachChild(node, (child) => {
    visit(child, found)
  })
}
