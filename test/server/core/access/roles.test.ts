import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permissionsOf, readRoles, roles, type Role } from '../../../../server/core/access/roles.ts'

const someRoles = fc.subarray([...roles])

describe('roles', () => {
  it('read as they are written, whatever the case, the order and the commas', () => {
    fc.assert(
      fc.property(someRoles, fc.boolean(), (chosen, joined) => {
        const words = [...chosen].reverse().map((role) => ` ${role.toUpperCase()} `)
        expect(readRoles(joined ? [words.join(',')] : words)).toEqual({ roles: chosen })
      }),
    )
  })

  it('name what is none of them', () => {
    expect(readRoles(['reviewer', 'boss'])).toEqual({ unknown: 'boss' })
    expect(readRoles(['constructor'])).toEqual({ unknown: 'constructor' })
  })

  it('give several what each gives, and none nothing', () => {
    fc.assert(
      fc.property(someRoles, (chosen) => {
        const each = chosen.flatMap((role) => [...permissionsOf([role])])
        expect(permissionsOf(chosen)).toEqual(new Set(each))
      }),
    )
  })

  it('keep finding, deciding, signing and managing apart', () => {
    const held = (permission: string) =>
      roles.filter((role: Role) => ([...permissionsOf([role])] as string[]).includes(permission))
    expect(held('scan')).toEqual(['researcher'])
    expect(held('draft')).toEqual(['researcher'])
    expect(held('decide')).toEqual(['reviewer'])
    expect(held('sign')).toEqual(['signatory'])
    expect(held('manage')).toEqual(['admin'])
    expect(held('read-originals')).not.toContain('admin')
    expect([...permissionsOf(['auditor'])]).toEqual(['read-originals'])
  })
})
