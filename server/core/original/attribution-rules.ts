import { readBorrowedNote } from './borrowed-notes.ts'
import { borrowedParts } from './borrowed-parts.ts'
import { isOwner, namesSomebody } from './owner-name.ts'
import type { InspectedFile, OriginalContext, OriginalRule } from './types.ts'

/** A real copyright line has the sign or a year; "the above copyright notice" has neither. */
const copyrightLine =
  /(?:copyright\s*(?:\(c\)|©)|©|\(c\)(?=\s*(?:19|20)\d\d)|copyright(?=:?\s+(?:19|20)\d\d))[\s:]*(?:(?:19|20)\d\d|present|[\s,\-–—])*\s*(?:by\s+)?([^\n]*)/gi

const openLicence =
  /\b(?:licensed under (?:the |a )?(?:terms of )?(?:the )?(?:[\w.-]+ ){0,3}?(?:MIT|Apache|BSD|ISC|MPL|Mozilla|GNU|[AL]?GPL|Boost|zlib|Unlicense|Creative Commons|CC0)|released (?:under|into) the (?:MIT|Apache|BSD|ISC|public domain)|permission is hereby granted, free of charge|permission to use, copy, modify,? and\/or distribute|redistribution and use in source and binary forms|this program is free software|this source code form is subject to the terms of the mozilla|(?:MIT|BSD|ISC|Apache)[- ]licen[cs]ed?\b)|@licen[cs]e:?\s+(?:MIT|Apache|BSD|ISC|MPL|[AL]?GPL)/i

const closed = /^(?:none|unlicensed|proprietary|licenseref-.*|see.*)$/i

function holders(text: string): string[] {
  return [...text.matchAll(copyrightLine)].map((found) =>
    found[1]!.replace(/\ball rights reserved\b.*/i, '').trim(),
  )
}

function foreignHolder(text: string, context: OriginalContext): string | null {
  const foreign = holders(text).find((holder) => namesSomebody(holder) && !isOwner(holder, context.owners))
  return foreign === undefined ? null : shorten(foreign)
}

/** The open licence that a header grants, other than the work's own; null when it grants none. */
function grantedLicence({ header }: InspectedFile, context: OriginalContext): string | null {
  const spdx = /SPDX-License-Identifier:\s*([^\s*]+(?: (?:OR|AND|WITH) [^\s*]+)*)/i.exec(header)?.[1]
  if (spdx !== undefined) return closed.test(spdx) || spdx === context.license ? null : spdx
  const text = header.replace(/\s+/g, ' ')
  const phrase = openLicence.exec(text)?.[0]
  if (phrase === undefined) return null
  const own = context.license?.split('-')[0]?.toUpperCase()
  const isOwn = own !== undefined && (phrase.toUpperCase().includes(own) || wordsOf(own)?.test(text) === true)
  return isOwn ? null : shorten(phrase)
}

/** How a header grants a licence that it does not call by its short name. */
function wordsOf(licence: string): RegExp | undefined {
  switch (licence) {
    case 'GPL':
      return /\bGNU General Public License/i
    case 'LGPL':
      return /\bGNU (?:Lesser|Library) General Public License/i
    case 'AGPL':
      return /\bGNU Affero General Public License/i
    case 'MPL':
      return /\bterms of the Mozilla Public License/i
    case 'MIT':
      return /\bpermission is hereby granted, free of charge/i
    case 'ISC':
      return /\bpermission to use, copy, modify,? and\/or distribute/i
    case 'BSD':
      return /\bredistribution and use in source and binary forms/i
    default:
      return undefined
  }
}

/** Rules about whose text it is, by what its comments say. */
export const attributionRules: readonly OriginalRule[] = [
  {
    id: 'foreign-copyright',
    excludedBecause: 'third-party',
    judge: ({ comments }, context) => {
      const holder = foreignHolder(comments, context)
      return holder === null ? null : `a copyright line in it names somebody else: ${holder}`
    },
    catches: [
      { path: 'src/svg-path.js', text: '/*\n * Copyright (c) 2014 Jane Doe\n */\nexport const x = 1' },
      { path: 'src/pdf.js', text: '/* Copyright 2012 Mozilla Foundation\n */\nlet a' },
      { path: 'src/mix.ts', text: 'export const own = 1\n/*! © 2019 Lodash Authors */\nfunction chunk() {}' },
      { path: 'a.py', text: '# Copyright (C) 2001-2003 Python Software Foundation\nimport os' },
      { path: 'a.go', text: '// Copyright 2009 The Go Authors. All rights reserved.\npackage a' },
    ],
    spares: [
      { path: 'src/a.ts', text: '// Copyright (c) 2024 Orbit, Inc. All rights reserved.\nlet a' },
      { path: 'src/a.ts', text: '// Copyright 2021-present, Orbit Inc. and its affiliates\nlet a' },
      { path: 'src/a.ts', text: 'const banner = "Copyright (c) 2014 Jane Doe"' },
      { path: 'src/a.ts', text: 'const banner = `\n * Copyright (c) 2014 Jane Doe\n`' },
      { path: 'src/a.ts', text: '// Removes the copyright notice that the exporter adds\nlet a' },
      { path: 'src/a.ts', text: '// Copyright (c) 2024\nlet a' },
      { path: 'docs/a.md', text: 'Files begin with "Copyright (c) 2014 Jane Doe".' },
    ],
  },
  {
    id: 'open-licence',
    excludedBecause: 'third-party',
    judge: (file, context) => {
      const licence = grantedLicence(file, context)
      if (licence === null || holders(file.header).some((holder) => isOwner(holder, context.owners)))
        return null
      return `its header grants an open licence (${licence}) and does not name the owner`
    },
    catches: [
      { path: 'src/a.js', text: '// SPDX-License-Identifier: MIT\nlet a' },
      { path: 'src/a.js', text: '/**\n * @license MIT\n */\nlet a' },
      {
        path: 'src/a.js',
        text: '/*\n * Permission is hereby\n * granted, free of charge, to any person\n */\nlet a',
      },
      { path: 'src/a.c', text: '/* This program is free software; you can redistribute it */\nint a;' },
      {
        path: 'src/a.py',
        text: '"""Retry helpers.\n\nLicensed under the Apache License, Version 2.0\n"""\nimport os',
      },
    ],
    spares: [
      { path: 'src/a.ts', text: '// SPDX-License-Identifier: LicenseRef-Orbit-Proprietary\nlet a' },
      {
        path: 'src/a.ts',
        text: 'const known = ["MIT", "Apache-2.0"]\n// tells whether something is licensed under the MIT licence\nlet a',
      },
      { path: 'src/a.ts', text: 'export const text = "Permission is hereby granted, free of charge"' },
    ],
  },
  {
    id: 'own-open-licence',
    excludedBecause: 'baseline',
    judge: (file, context) => {
      const licence = grantedLicence(file, context)
      if (licence === null || !holders(file.header).some((holder) => isOwner(holder, context.owners)))
        return null
      return `the owner's own header grants an open licence (${licence})`
    },
    catches: [
      {
        path: 'sdk/a.ts',
        text: '// Copyright 2024 Orbit Inc.\n// SPDX-License-Identifier: Apache-2.0\nlet a',
      },
    ],
    spares: [
      { path: 'src/a.ts', text: '// Copyright 2024 Orbit Inc.\n// Proprietary and confidential.\nlet a' },
    ],
  },
  {
    id: 'taken-from',
    excludedBecause: 'third-party',
    judge: ({ header, code }, { owners }) => {
      const from = readBorrowedNote(header, code)?.from
      return from === undefined || isOwner(from, owners)
        ? null
        : `its header says that it comes from elsewhere: ${shorten(from)}`
    },
    catches: [
      { path: 'src/a.ts', text: '// Adapted from https://github.com/someone/murmur\nlet a' },
      {
        path: 'src/a.ts',
        text: '/**\n * Based on the implementation in\n * https://stackoverflow.com/a/12345\n */\nlet a',
      },
      { path: 'src/a.ts', text: '// Copied from VS Code.\nlet a' },
      {
        path: 'src/a.ts',
        text: '/**\n * Port of TideLoader from the MIT-licensed gauges.js project:\n * https://github.com/someone/gauges.js\n */\nlet a',
      },
      { path: 'src/a.js', text: '// Based from Gauges.js, rewritten with classes.\nlet a' },
      { path: 'src/a.ts', text: "// This code is adapted from 'fast-deep-equal'\nlet a" },
    ],
    spares: [
      {
        path: 'src/a.ts',
        text: '// Moved here from https://github.com/orbit-inc/cli/pull/12, adapted from https://github.com/orbit-inc/sdk\nlet a',
      },
      { path: 'src/a.ts', text: '// The plan is derived from the tenant.\n\nlet a' },
      { path: 'src/a.ts', text: '// This module is based on events from Kafka.\nlet a' },
      { path: 'src/a.ts', text: '// The port of the server, see https://nodejs.org/api/net.html\nlet a' },
      {
        path: 'src/a.ts',
        text: '// Port of the proxy; see https://github.com/orbit-inc/cli/issues/1\nlet a',
      },
      { path: 'src/a.ts', text: '// See https://example.com/spec for the format.\nlet a' },
      { path: 'src/a.ts', text: '// The amount is copied from Invoice.\n\nlet a' },
    ],
  },
  {
    id: 'mostly-taken',
    excludedBecause: 'third-party',
    judge: ({ path, text }, { owners }) => {
      const parts = borrowedParts(path, text, owners)
      if (parts.length === 0) return null
      const borrowed = new Set(parts.flatMap(({ lines: [first, last] }) => linesBetween(first, last)))
      const written = text.split('\n').flatMap((line, at) => (/\w/.test(line) ? [at + 1] : []))
      const own = written.filter((line) => !borrowed.has(line)).length
      return own * 2 > written.length
        ? null
        : `its comments say that most of it comes from elsewhere: ${shorten(parts[0]!.from)}`
    },
    catches: [
      {
        path: 'src/a.ts',
        text: "import { a } from './a.ts'\n\n// Copied from https://github.com/someone/murmur/blob/main/hash.ts\nfunction murmur(key) {\n  let h = key\n\n  return h ^ (h >>> 13)\n}\n",
      },
      {
        path: 'src/a.ts',
        text: "import { a } from './a.ts'\n\n// This file was ported from Chromium.\nfunction murmur(key) {\n  return key\n}\n",
      },
    ],
    spares: [
      {
        path: 'src/a.ts',
        text: "import { a } from './a.ts'\n\n// Copied from https://github.com/someone/murmur/blob/main/hash.ts\nfunction murmur(key) {\n  return key\n}\n\nexport function own() {\n  return murmur(a)\n}\n\nexport function tide() {\n  return own() + 1\n}\n",
      },
      {
        path: 'src/a.ts',
        text: "import { a } from './a.ts'\n\n// The ledger is copied from the parent.\nexport const b = a\n",
      },
    ],
  },
]

function linesBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
