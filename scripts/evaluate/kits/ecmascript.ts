import ts from 'typescript'
import { compileToModules, disguisesOf, type Disguise } from '../disguises.ts'
import { fetchTool } from '../fetch-tool.ts'
import type { LanguageKit, Passage } from './kit.ts'

interface Terser {
  minify: (text: string, options: object) => Promise<{ code?: string }>
}

/** TypeScript and JavaScript. */
export async function ecmascriptKit(folder: string): Promise<LanguageKit> {
  const terser = (await fetchTool('terser@5.36.0', folder)) as Terser
  const minified: Disguise = async (text) => {
    const { code } = await terser.minify(text, {
      module: true,
      compress: { passes: 2 },
      mangle: { toplevel: true },
    })
    if (code === undefined) throw new Error('terser left nothing')
    return code
  }
  const kinds = (['a.ts', 'a.tsx'] as const).map((fileName) =>
    Object.entries<Disguise>({
      ...disguisesOf(fileName),
      'minified, terser': (text, random) => minified(compileToModules(text, fileName), random),
    }).map(([name, disguise]) => ({
      name,
      ending: /JavaScript|minified|compiled/.test(name) ? 'js' : fileName.slice(2),
      disguise,
    })),
  )
  return {
    isSource: (path) => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path),
    disguisesOf: (path) => kinds[fileNameOf(path) === 'a.ts' ? 0 : 1]!,
    functionsOf,
    seamOf,
    codeLines: (text) =>
      text
        .split('\n')
        .filter((line) => /\w/.test(line) && !/^\s*(\/\/|\*|\/\*|import\b|export \*)/.test(line)).length,
  }
}

function fileNameOf(path: string): 'a.ts' | 'a.tsx' {
  return /\.[cm]?ts$/.test(path) ? 'a.ts' : 'a.tsx'
}

function functionsOf(text: string, path: string): Passage[] {
  const source = ts.createSourceFile(fileNameOf(path), text, ts.ScriptTarget.Latest, true)
  const found: Passage[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
      // From the beginning of the line: a method is pasted with its indentation.
      found.push({ start: text.lastIndexOf('\n', node.getStart(source)) + 1, end: node.end })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function seamOf(text: string, path: string): number {
  const source = ts.createSourceFile(fileNameOf(path), text, ts.ScriptTarget.Latest, true)
  return source.statements[source.statements.length >> 1]?.getFullStart() ?? 0
}
