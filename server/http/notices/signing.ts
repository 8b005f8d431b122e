import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { isSamePerson } from '../../core/review/same-person.ts'
import { recordNoticeSent } from '../../tasks/notice/record-notice-sent.ts'
import { sendNotice } from '../../tasks/notice/send-notice.ts'
import { signNotice } from '../../tasks/notice/sign-notice.ts'
import { actingAs, type Acting } from '../acting.ts'
import { readFields } from '../read-fields.ts'
import { personOf } from '../sign-in/signed-in.ts'
import { links } from '../view/links.ts'

type NoticeParams = { id: string }

/**
 * Signs the draft that the page showed, and no other, under the name that was typed, which for a user must be their own: an electronic signature is the signatory's
 * own act (17 U.S.C. 512(c)(3)(A)(i)).
 */
export function postSignature(app: Acting): RequestHandler<NoticeParams> {
  return async (req, res) => {
    const { name, draft } = readFields(req.body, ['name', 'draft'])
    const { fullName } = personOf(res)
    if (fullName !== null && !isSamePerson(fullName, name)) {
      throw new ClawbackError(
        'SIGNATURE_NOT_YOURS',
        'The name typed is not the name in full of who is signed in',
        `Type ${fullName}, or have an admin correct your name. Nothing was signed.`,
      )
    }
    await signNotice(actingAs(app, res), {
      id: req.params.id,
      name: fullName ?? name,
      seen: draft,
    })
    res.redirect(303, links.notice(req.params.id))
  }
}

/** Records that it was sent by hand. */
export function postSent(app: Acting): RequestHandler<NoticeParams> {
  return async (req, res) => {
    const { channel, ticket, at } = readFields(req.body, ['channel', 'ticket', 'at'])
    if (channel !== 'form' && channel !== 'email' && channel !== 'letter') {
      throw new ClawbackError('FORM_INVALID', 'No channel is chosen', 'Choose form, email or letter.')
    }
    await recordNoticeSent(actingAs(app, res), {
      id: req.params.id,
      channel,
      ticket: ticket === '' ? null : ticket,
      // A time field has no zone: it is UTC, as everything on these pages.
      at: at === '' ? null : `${at}Z`,
    })
    res.redirect(303, links.notice(req.params.id))
  }
}

/** Sends it by e-mail, once, to whom the page named. */
export function postSending(app: Acting): RequestHandler<NoticeParams> {
  return async (req, res) => {
    const { to, again } = readFields(req.body, ['to', 'again'])
    await sendNotice(actingAs(app, res), {
      id: req.params.id,
      to: to === '' ? null : to,
      again: again === 'yes',
    })
    res.redirect(303, links.notice(req.params.id))
  }
}
