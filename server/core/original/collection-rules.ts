import type { OriginalRule } from './types.ts'

/** Components that shadcn/ui's command copies into a project, where they stay as they came (ui.shadcn.com/docs). */
const components = new Set(
  'accordion alert alert-dialog aspect-ratio avatar badge breadcrumb button button-group calendar card carousel chart checkbox collapsible command context-menu data-table date-picker dialog drawer dropdown-menu empty field form hover-card input input-group input-otp item kbd label menubar native-select navigation-menu pagination popover progress radio-group resizable scroll-area select separator sheet sidebar skeleton slider sonner spinner switch table tabs textarea toast toaster toggle toggle-group tooltip'.split(
    ' ',
  ),
)
/** All of them join class names by a helper that the same command puts beside them. */
const joinsClasses = /\bimport\s*\{[^}]{0,200}\bcn\b[^}]{0,200}\}\s*from\s*["'][^"'\n]{0,200}\/utils["']/
const hooks: Readonly<Record<string, RegExp>> = {
  'use-toast': /\bTOAST_REMOVE_DELAY\b/,
  'use-mobile': /\bMOBILE_BREAKPOINT\b/,
}

/** Rules about collections whose files are copied into projects, with no note that they were. */
export const collectionRules: readonly OriginalRule[] = [
  {
    id: 'ui-collection',
    excludedBecause: 'third-party',
    judge: ({ path, name, code }) => {
      const stem = /^([\w-]+)\.[jt]sx?$/.exec(name)?.[1]
      if (stem === undefined) return null
      const isComponent = /(?:^|[/!])ui\/[^/]+$/.test(path) && components.has(stem) && joinsClasses.test(code)
      const isHook = Object.hasOwn(hooks, stem) && hooks[stem]!.test(code)
      return isComponent || isHook ? `shadcn/ui copies its ${stem} into projects, and this is one` : null
    },
    catches: [
      {
        path: 'src/components/ui/button.tsx',
        text: 'import * as React from "react"\n\nimport { cn } from "@/lib/utils"\n\nexport function Button({ className, ...props }) {\n  return <button className={cn("inline-flex", className)} {...props} />\n}\n',
      },
      {
        path: 'packages/ui/src/ui/alert-dialog.jsx',
        text: "import { buttonVariants } from './button'\nimport { type Style, cn } from '../lib/utils'\nlet a",
      },
      { path: 'src/hooks/use-toast.ts', text: 'const TOAST_LIMIT = 1\nconst TOAST_REMOVE_DELAY = 1000000\n' },
    ],
    spares: [
      { path: 'src/components/ui/tide-table.tsx', text: 'import { cn } from "@/lib/utils"\nlet a' },
      { path: 'src/components/ui/button.tsx', text: 'import { harbourTheme } from "@/theme"\nlet a' },
      { path: 'src/components/button.tsx', text: 'import { cn } from "@/lib/utils"\nlet a' },
      { path: 'src/hooks/use-toast.ts', text: 'export function useToast() {}' },
    ],
  },
]
