import type { Command } from 'commander'

/** A place in the tree of commands and what may be typed there. */
export interface CompletionPlace {
  /** `''` at the top, `/work/add` below. */
  path: string
  commands: CompletionWord[]
  options: (CompletionWord & { choices: readonly string[] })[]
}

export interface CompletionWord {
  word: string
  description: string
}

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** The tree of commands as places, the top first. */
export function completionPlaces(command: Command, path = ''): CompletionPlace[] {
  const commands = command.commands.map((child) => ({
    word: child.name(),
    description: child.summary() || child.description(),
  }))
  const options = command.options.flatMap(({ long, description, argChoices }) =>
    typeof long === 'string' ? [{ word: long, description, choices: argChoices ?? [] }] : [],
  )
  const help = { word: '--help', description: 'options and an example', choices: [] }
  return [
    { path, commands, options: [...options, help] },
    ...command.commands.flatMap((child) => completionPlaces(child, `${path}/${child.name()}`)),
  ]
}

/** The completion script of a shell. Where nothing fits, each completes file names. */
export function writeCompletion(shell: Shell, places: readonly CompletionPlace[]): string {
  switch (shell) {
    case 'bash':
      return writeBash(places)
    case 'zsh':
      return writeZsh(places)
    case 'fish':
      return writeFish(places)
  }
}

function writeBash(places: readonly CompletionPlace[]): string {
  return `# Completion of clawback for bash:  source <(clawback completion bash)
_clawback() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" at="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at/$word" in
      ${below(places).join('|')}) at="$at/$word" ;;
    esac
  done
  case "$at" in
${places.map(({ path, commands, options }) => `    '${path}') words="${[...commands, ...options].map(({ word }) => word).join(' ')}" ;;`).join('\n')}
  esac
  case "$at $prev" in
${choicesOf(places)
  .map(({ path, word, choices }) => `    '${path} ${word}') words="${choices.join(' ')}" ;;`)
  .join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _clawback clawback
`
}

function writeZsh(places: readonly CompletionPlace[]): string {
  const item = ({ word, description }: CompletionWord) =>
    quote(`${word}:${description.replaceAll('\\', '\\\\').replaceAll(':', '\\:')}`)
  return `#compdef clawback
# Completion of clawback for zsh:  clawback completion zsh > "\${fpath[1]}/_clawback"
_clawback() {
  local at="" word prev="\${words[CURRENT-1]}"
  local -a items choices
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at/$word" in
      (${below(places).join('|')}) at="$at/$word" ;;
    esac
  done
  case "$at $prev" in
${choicesOf(places)
  .map(({ path, word, choices }) => `    ('${path} ${word}') choices=(${choices.join(' ')}) ;;`)
  .join('\n')}
  esac
  if (( $#choices )); then compadd -a choices; return; fi
  case "$at" in
${places.map(({ path, commands, options }) => `    ('${path}') items=(${[...commands, ...options].map(item).join(' ')}) ;;`).join('\n')}
  esac
  _describe clawback items || _files
}
if [ "$funcstack[1]" = "_clawback" ]; then _clawback "$@"; else compdef _clawback clawback; fi
`
}

function writeFish(places: readonly CompletionPlace[]): string {
  const lines = places.flatMap(({ path, commands, options }) => {
    const here = `complete -c clawback -n '__clawback_at "${path}"'`
    return [
      ...commands.map(({ word, description }) => `${here} -f -a ${word} -d ${fishQuote(description)}`),
      ...options.map(({ word, description, choices }) => {
        const values = choices.length === 0 ? '' : ` -x -a '${choices.join(' ')}'`
        return `${here} -l ${word.slice(2)}${values} -d ${fishQuote(description)}`
      }),
    ]
  })
  return `# Completion of clawback for fish:  clawback completion fish > ~/.config/fish/completions/clawback.fish
function __clawback_at
  set -l at ''
  set -l typed (commandline -opc)
  for word in $typed[2..-1]
    switch "$at/$word"
      case ${below(places).join(' ')}
        set at "$at/$word"
    end
  end
  test "$at" = "$argv[1]"
end
${lines.join('\n')}
`
}

/** Names of commands are letters and hyphens, and need no quotes in any shell. */
function below(places: readonly CompletionPlace[]): string[] {
  return places.map(({ path }) => path).filter((path) => path !== '')
}

function choicesOf(places: readonly CompletionPlace[]) {
  return places.flatMap(({ path, options }) =>
    options.filter(({ choices }) => choices.length > 0).map(({ word, choices }) => ({ path, word, choices })),
  )
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function fishQuote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
