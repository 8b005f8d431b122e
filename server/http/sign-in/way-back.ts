/** The page that was asked for before signing in: a path here, never another site's address. */
export function readWayBack(given: unknown): string {
  if (typeof given !== 'string' || given.length > 2_000) return '/'
  // A browser reads `//host`, `/\host` and control characters between as the way to another host.
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(given) && !given.startsWith('/sign-') ? given : '/'
}
