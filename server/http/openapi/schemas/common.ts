import { z } from 'zod'

/** The schemas that have a name in the description of the API. */
export const components = z.registry<{ id: string }>()

/** A count, a size or a number that GitHub gave. */
export const whole = z.int().min(0)

/** A moment in ISO 8601. */
export const moment = z.string().meta({ format: 'date-time' })

export const matchClass = z
  .enum(['exact', 'normalized', 'modified', 'partial', 'port', 'none'])
  .register(components, { id: 'MatchClass' })
export const strength = z.enum(['strong', 'weak', 'none']).register(components, { id: 'Strength' })
export const decision = z
  .enum(['infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel'])
  .meta({ description: "The reviewer's decision" })
  .register(components, { id: 'Decision' })
export const availability = z
  .enum(['available', 'changed', 'disabled', 'blocked', 'gone', 'unknown'])
  .meta({
    description:
      'What the last look saw: disabled is 451, blocked 403 with a block, gone 404, unknown could not tell',
  })
  .register(components, { id: 'Availability' })

export const lines = z
  .tuple([whole, whole])
  .meta({ description: 'Lines from 1, both ends inclusive' })
  .register(components, { id: 'Lines' })

export const problem = z
  .object({ error: z.object({ code: z.string(), message: z.string(), fix: z.string() }) })
  .meta({ description: 'What happened, what to do next, and a code that never changes' })
  .register(components, { id: 'Problem' })
