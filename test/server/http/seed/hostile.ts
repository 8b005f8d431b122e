/** What strangers may call things. GitHub takes a few of these; git takes them all. */
export const hostile = {
  script: '<script>alert(1)</script>.ts',
  attribute: '"onmouseover="alert(1)" x=".ts',
  entity: '&amp;&lt;b&gt;.ts',
  template: '{{constructor}}{{> layout}}.ts',
  override: 'invoice\u202egpj.ts',
  control: 'bell\u0007-escape\u001b[31m.ts',
  newline: 'two\nlines.ts',
  hebrew: 'מקור/קוד.ts',
  arabic: 'مشروع/ملف.ts',
  joined: 'src/👩\u200d🚀.ts',
  long: `${'very-long-directory-name/'.repeat(11)}${'x'.repeat(30)}.ts`,
} as const

export const hostileRepository = `${'a'.repeat(39)}/${'long-repository-name-'.repeat(5).slice(0, 100)}`
