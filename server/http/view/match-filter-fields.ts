import type { SelectField } from '../../render/pages/select-field.ts'

type FilterName = 'strength' | 'class' | 'decision' | 'availability'

const choices: Record<FilterName, [value: string, text: string][]> = {
  strength: [
    ['', 'Strong and weak'],
    ['strong', 'Strong'],
    ['weak', 'Weak'],
    ['none', 'None'],
    ['strong,weak,none', 'All'],
  ],
  class: [
    ['', 'Any class'],
    ['exact', 'Exact'],
    ['normalized', 'Normalized'],
    ['modified', 'Modified'],
    ['partial', 'Partial'],
    ['port', 'Port'],
    ['none', 'None'],
  ],
  decision: [
    ['', 'Any decision'],
    ['none', 'Not decided'],
    ['infringing', 'Infringing'],
    ['authorized', 'Authorized'],
    ['fair-use', 'Fair use'],
    ['not-ours', 'Not ours'],
    ['needs-counsel', 'Needs counsel'],
  ],
  availability: [
    ['', 'Any availability'],
    ['available', 'Available'],
    ['changed', 'Changed'],
    ['disabled', 'Disabled'],
    ['blocked', 'Blocked'],
    ['gone', 'Gone'],
    ['disabled,blocked,gone', 'Taken down or gone'],
    ['available,changed,unknown', 'Not known to be down'],
    ['unknown', 'Could not tell'],
  ],
}

const orders: [value: string, text: string][] = [
  ['', 'Evidence'],
  ['stars', 'Stars'],
  ['newest', 'First seen, newest first'],
  ['pushed', 'Last push, newest first'],
  ['name', 'Name'],
  ['network', 'Network'],
]

/** The field for the order of the list. */
export function matchOrderField(chosen = ''): SelectField {
  return {
    name: 'order',
    label: 'Order',
    options: orders.map(([value, text]) => ({ value, text, chosen: value === chosen })),
  }
}

/** The filter's fields with what is chosen; words joined by hand in the address show as they are. */
export function matchFilterFields(chosen: { [name in FilterName]?: string }): SelectField[] {
  return (['strength', 'class', 'decision', 'availability'] as const).map((name) => {
    const value = chosen[name] ?? ''
    const known = choices[name]
    const all = known.some(([word]) => word === value)
      ? known
      : [...known, [value, value] as [string, string]]
    return {
      name,
      label: name[0]!.toUpperCase() + name.slice(1),
      options: all.map(([word, text]) => ({ value: word, text, chosen: word === value })),
    }
  })
}
