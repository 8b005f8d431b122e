import pg from 'pg'

const { BOOL, BYTEA, INT2, INT4, INT8, FLOAT4, FLOAT8 } = pg.types.builtins
const asTheDriverDoes = new Set<number>([BOOL, BYTEA, INT2, INT4, FLOAT4, FLOAT8])

/**
 * How answers are read. The driver parses JSON and drizzle would parse it once more, so it comes as text; counts are
 * 64 bits wide, and numbers here.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(type) {
    if (type === INT8) return Number
    return asTheDriverDoes.has(type) ? (pg.types.getTypeParser(type) as never) : (text: string) => text
  },
}
