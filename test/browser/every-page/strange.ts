/** What strangers, and colleagues in a hurry, call things: each of them long enough to break a layout. */
export const strange = {
  markup: '<img src="//elsewhere.example/x" onerror="alert(1)"><script>alert(1)</script>{{constructor}}&amp;',
  control: 'bell\u0007\u001b[31m red\u202e\u2066override\u200b\ufeff end',
  unbroken: 'W'.repeat(300),
  hebrew: 'מקורות'.repeat(50),
  arabic: 'مشروع ملف مسرب '.repeat(20).trim(),
  han: '漏洩した原稿'.repeat(50),
  marks: 'Z\u0338\u0351\u035cA\u0337L\u0335G\u0336O'.repeat(30),
  emoji: '👩🏽\u200d🚀🏴'.repeat(40),
} as const

export const strangeNames: readonly string[] = Object.values(strange)

/** Right-to-left in the middle of a sentence: what stands around it must stay where it is. */
export const turning = 'שלום 123 (עולם)'
