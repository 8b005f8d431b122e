/**
 * The text of a notice as people mean it: one kind of line end, space, quote and hyphen, no invisible characters, entities
 * decoded, tags and emphasis dropped, Markdown links turned into text and address. Lines stay lines.
 */
export function cleanText(text: string): string {
  return decodeEntities(unwrapLinks(text.replace(/\r\n?/g, '\n').replace(/[\u2028\u2029]/g, '\n')))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/g, '')
    .replace(/[^\S\n]/g, ' ')
    .replace(formattingTag, '')
    .replace(/\*\*/g, '')
    .replace(/^( *)__(\S.*?)__( *$|(?= ))/gm, '$1$2')
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/：/g, ':')
    .replace(/\[\.\]/g, '.')
    .replace(/\bhxxp(s?):/gi, 'http$1:')
    .replace(/\\([_*#\-.()[\]~>])/g, '$1')
}

const formattingTag =
  /<\/?(?:a|b|i|em|strong|u|br|p|div|span|ul|ol|li|h[1-6]|blockquote|code|pre|font)(?:\s[^<>]*)?\/?>/gi

/** Links of the form's own wording (guide, policy, fair use) lead nowhere that matters; other targets are kept. */
function unwrapLinks(text: string): string {
  return text
    .replace(/<\/a\]\([^()\s]*\)>?/g, '')
    .replace(/\]\((https?:\/\/(?:docs|help)\.github\.com|https?:\/\/www\.lumendatabase\.org)[^()\s]*\)/g, ']')
    .replace(
      /\[([^[\]\n]*)\]\(\s*([^()\s]+(?:\([^()\s]*\))?[^()\s]*)\s*\)/g,
      (_, label: string, target: string) =>
        /github\.com\/|https?:\/\//i.test(label) ? `${label} ` : `${label} ${target} `,
    )
    .replace(/(^|\s)([^\s[\]]+)\](?=\s|$)/g, '$1$2')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  ldquo: '"',
  lsquo: "'",
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '"',
  rsquo: "'",
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  })
}
