import { Router } from 'express'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requirePermission } from '../guards/require-permission.ts'
import { postChecks, postTestAlert, showSettingsPage, type SettingsApp } from './show-settings.ts'

/** What whoever manages this installation sees of it. */
export function settingsRoutes(app: SettingsApp): Router {
  const manage = requirePermission('manage')
  const form = [readForm, requireFormToken, manage]
  return Router()
    .get('/settings', manage, showSettingsPage(app))
    .post('/settings/checks', form, postChecks(app))
    .post('/settings/test-alert', form, postTestAlert(app))
}
