import { expect, it } from 'vitest'
import { demoEnvironment } from '../../../scripts/demo/demo-environment.ts'
import { readConfig } from '../../../server/config.ts'
import { settings } from '../../../server/settings.ts'

it('reaches nobody, whatever is set, and runs whatever is set wrongly', () => {
  const wrong = Object.fromEntries(Object.keys(settings).map((name) => [name, 'no url']))
  const real = {
    SMTP_URL: 'smtp://user:secret@mail.example',
    IMAP_URL: 'imaps://user:secret@mail.example',
    WEBHOOK_URL: 'https://hooks.example/secret',
    DATABASE_URL: 'postgres://db.example/clawback',
    HOST: '0.0.0.0',
    SIGNATORY_MUST_DIFFER: 'yes',
    https_proxy: 'http://proxy.example:3128',
  }
  for (const given of [wrong, real]) {
    const kept = demoEnvironment({ ...given, PORT: '4100', PATH: '/usr/bin' })
    expect(kept).toEqual({ PORT: '4100', PATH: '/usr/bin' })
    expect(readConfig(kept, '/')).toMatchObject({
      mail: { smtpUrl: null },
      imapUrl: null,
      alerts: { webhookUrl: null, to: null },
      databaseUrl: null,
      host: '127.0.0.1',
      port: 4100,
      notices: { signatoryMustDiffer: false },
    })
  }
})
