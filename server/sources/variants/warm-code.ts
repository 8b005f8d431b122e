import type { SourceFile as Parsed, TransformerFactory } from 'typescript'

/**
 * Keeps V8 from forgetting what it compiled of the TypeScript compiler. That makes its transformers and its printer
 * anew for each file, and its checker for each program; at a full collection V8 drops the compiled code of functions
 * that nothing can call any more, so that it compiled the same ones twenty times in an import, a quarter of its time.
 * The functions of the batch before are held while the next one warms its own.
 */
export class WarmCode {
  private batches: Hooks[][] = [[]]

  startBatch(): void {
    this.batches = [...this.batches.slice(-1), []]
  }

  /** Changes nothing. As the last transformer it is handed the hooks of all others, which hold what they belong to. */
  readonly hold: TransformerFactory<Parsed> = (context) => {
    const { onEmitNode, onSubstituteNode } = context
    const hooks: Hooks = { onEmitNode, onSubstituteNode }
    context.onEmitNode = (hint, node, print) => {
      hooks.print = print
      onEmitNode(hint, node, print)
    }
    return (file) => {
      if (file.text.length <= LARGEST_HELD) this.batches.at(-1)!.push(hooks)
      context.enableEmitNotification(file.kind)
      return file
    }
  }
}

/** Hooks hold the program of their file, too, which may be two hundred times as large. */
const LARGEST_HELD = 128 * 1024

interface Hooks {
  onEmitNode: unknown
  onSubstituteNode: unknown
  /** A function of the printer. */
  print?: unknown
}
