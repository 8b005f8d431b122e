import type { Request, Response } from 'express'
import { readCookie } from './session-cookie.ts'

const days = 180

/** Strict and for the sign-in form alone: it outlives sessions, and says nothing to any other page. */
const options = { httpOnly: true, sameSite: 'strict', path: '/sign-in' } as const

function nameOf(req: Request): string {
  return `clawback_device_${req.socket.localPort ?? 0}`
}

export function readDevice(req: Request): string | null {
  return readCookie(req, nameOf(req))
}

export function keepDevice(req: Request, res: Response, device: string): void {
  res.cookie(nameOf(req), device, { ...options, secure: req.secure, maxAge: days * 86_400_000 })
}
