/** Alerts as an Atom feed (RFC 4287), the newest first. The same alert has the same id in every feed. */
export function renderAlertsFeed(
  alerts: readonly { id: number; kind: string; text: string; raisedAt: string }[],
  at: Date,
): string {
  const entries = alerts.map(({ id, kind, text, raisedAt }) =>
    [
      '  <entry>',
      `    <id>urn:clawback:alert:${id}</id>`,
      `    <title>${escapeXml(text)}</title>`,
      `    <updated>${raisedAt}</updated>`,
      `    <category term="${escapeXml(kind)}"/>`,
      `    <content type="text">${escapeXml(text)}</content>`,
      '  </entry>',
    ].join('\n'),
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '  <id>urn:clawback:alerts</id>',
    '  <title>Clawback alerts</title>',
    '  <author><name>Clawback</name></author>',
    `  <updated>${alerts[0]?.raisedAt ?? at.toISOString()}</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n')
}

/** Names on GitHub are a stranger's text; what XML has no place for is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
