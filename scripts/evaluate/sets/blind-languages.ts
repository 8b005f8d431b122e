import { strangers, type EvaluationSet } from '../evaluation-set.ts'

/** Python and Go as in blind.ts: public repositories chosen by name alone, which nobody has looked into. */
export const blindPython: EvaluationSet = {
  name: 'blind Python',
  language: 'python',
  isBlind: true,
  works: [
    {
      spec: 'github:encode/httpx@ae1b9f66238f75ced3ced5e4485408435de10768',
      sources: /^(?!.*(?:^|\/)tests?\/)httpx\/.*\.py$/,
      owners: ['Encode'],
      license: 'BSD-3-Clause',
    },
    {
      spec: 'github:scrapy/scrapy@11079cb1c85b9e75a39a7269943c69d1a975d485',
      sources: /^(?!.*(?:^|\/)tests?\/)scrapy\/.*\.py$/,
      owners: ['Scrapy', 'Zyte'],
      license: 'BSD-3-Clause',
    },
    {
      spec: 'github:beetbox/beets@07f39c5204997a356fd98b7e88ba9b185efb2e66',
      sources: /^(?!.*(?:^|\/)tests?\/)(?:beets|beetsplug)\/.*\.py$/,
      owners: ['Adrian Sampson', 'beets'],
      license: 'MIT',
    },
    {
      spec: 'github:lark-parser/lark@9bae96161b45a5bf70011c75b1ef41228d3f4caa',
      sources: /^(?!.*(?:^|\/)tests?\/)lark\/(?!__pyinstaller).*\.py$/,
      owners: ['Erez Shinan', 'Lark'],
      license: 'MIT',
    },
    {
      spec: 'github:pymodbus-dev/pymodbus@736127513ceeca0fa9bd3d3adcf7516a4ffc161f',
      sources: /^(?!.*(?:^|\/)tests?\/)pymodbus\/.*\.py$/,
      owners: ['pymodbus', 'Galen Collins', 'RiptideIO'],
      license: 'BSD-3-Clause',
    },
    {
      spec: 'github:mkdocs/mkdocs@2862536793b3c67d9d83c33e0dd6d50a791928f8',
      sources: /^(?!.*(?:^|\/)tests?\/)mkdocs\/(?!tests).*\.py$/,
      owners: ['Tom Christie', 'MkDocs'],
      license: 'BSD-2-Clause',
    },
    {
      spec: 'github:geopy/geopy@402cbba8b093e5e3f89c81b902f576d65608a123',
      sources: /^(?!.*(?:^|\/)tests?\/)geopy\/.*\.py$/,
      owners: ['geopy'],
      license: 'MIT',
    },
  ],
  versions: [
    {
      spec: 'github:encode/httpx@9baf3a6cd2fa9ebeb17dba5a3e5c6e9e0af83a96',
      of: 'github:encode/httpx@ae1b9f66238f75ced3ced5e4485408435de10768',
    },
    {
      spec: 'github:scrapy/scrapy@bafe874ecca8f2ab86611739202806ca0cdba844',
      of: 'github:scrapy/scrapy@11079cb1c85b9e75a39a7269943c69d1a975d485',
    },
    {
      spec: 'github:beetbox/beets@dad9d2393dc9f984b51a3c7b3b6172b73c17b8d6',
      of: 'github:beetbox/beets@07f39c5204997a356fd98b7e88ba9b185efb2e66',
    },
    {
      spec: 'github:lark-parser/lark@bd71503e76f25b1feb14736c9eccbd8f83822708',
      of: 'github:lark-parser/lark@9bae96161b45a5bf70011c75b1ef41228d3f4caa',
    },
    {
      spec: 'github:pymodbus-dev/pymodbus@81df5b1cde349dddd32ac3c1fd97ec4b475c2512',
      of: 'github:pymodbus-dev/pymodbus@736127513ceeca0fa9bd3d3adcf7516a4ffc161f',
    },
    {
      spec: 'github:mkdocs/mkdocs@520314fed933aed8de62b08dd7fc6e25c0ff482b',
      of: 'github:mkdocs/mkdocs@2862536793b3c67d9d83c33e0dd6d50a791928f8',
    },
    {
      spec: 'github:geopy/geopy@980bf17e154593d52e183dc8156788e017a870b6',
      of: 'github:geopy/geopy@402cbba8b093e5e3f89c81b902f576d65608a123',
    },
  ],
  baseline: [],
  unrelated: strangers(`
    github:aio-libs/aiohttp@495e778360d1924da63e16dba0f0d76baf56a56a
    github:urllib3/urllib3@6a8536b6e1b0cbe69ae801337c599951e527ae29
    github:tornadoweb/tornado@e530031405e2154654dedc4c84d5656b557ea310
    github:pallets/flask@2ac89889f4cc330eabd50f295dcef02828522c69
    github:pallets/click@2c8cd3ac958a7eb316d67f2d316c27086c4c0369
    github:sphinx-doc/sphinx@e44a40eb2f810558ccd9da1425421270ccb81351
    github:getpelican/pelican@c2149063585de9984cb1c1a9b9034061a431080b
    github:quodlibet/quodlibet@72fab59de44467c119d628dbcba6d1efaa776e7e
    github:mopidy/mopidy@b08755670fadc1122383446e9d545ab38becef90
    github:pyparsing/pyparsing@efd56db4e59f36b1673ce0eb0823e3afaa9d1201
    github:FreeOpcUa/opcua-asyncio@eb46794065e343f2d664f9ef2a640e322d2f6dd2
    github:Rapptz/discord.py@1add8a0b40577186431cdb5f63f97affadab285b
    github:celery/celery@5dc781f0bd5f36186bfcc74e0a4f9f654452c69b
    github:networkx/networkx@cfc6b79fc53f583aa15a79b2187ae30bd4f480ed
  `),
  shared: [
    {
      original: 'github:scrapy/scrapy@11079cb1c85b9e75a39a7269943c69d1a975d485:scrapy/crawler.py',
      because: 'a function of CPython’s asyncio.runners',
    },
  ],
  hosts: strangers(`
    github:celery/celery@5dc781f0bd5f36186bfcc74e0a4f9f654452c69b
    github:quodlibet/quodlibet@72fab59de44467c119d628dbcba6d1efaa776e7e
  `),
}

export const blindGo: EvaluationSet = {
  name: 'blind Go',
  language: 'go',
  isBlind: true,
  works: [
    {
      spec: 'github:charmbracelet/bubbletea@73b6d91ac1c3854dd4af046ab5f9e51d3b3b4290',
      sources: /^(?!.*_test\.go$)(?!examples|tutorials).*\.go$/,
      owners: ['Charmbracelet'],
      license: 'MIT',
    },
    {
      spec: 'github:hashicorp/memberlist@1b4c746c0e53bce51547d38f14d4772f85da2708',
      sources: /^(?!.*_test\.go$).*\.go$/,
      owners: ['HashiCorp'],
      license: 'MPL-2.0',
    },
    {
      spec: 'github:dgraph-io/badger@34dba21bea3683c83684bb9f40d3495976e2828a',
      sources: /^(?!.*_test\.go$)(?!pb\/).*\.go$/,
      owners: ['Dgraph', 'Hypermode', 'Istari'],
      license: 'Apache-2.0',
    },
    {
      spec: 'github:yuin/goldmark@6ed00da2d6d53d831827e54ee5d334f4544693b9',
      sources: /^(?!.*_test\.go$).*\.go$/,
      owners: ['Yusuke Inuzuka'],
      license: 'MIT',
    },
    {
      spec: 'github:dop251/goja@58e940e0d2304f326f287eeb3e344eabccf001eb',
      sources: /^(?!.*_test\.go$).*\.go$/,
      owners: ['Dmitry Panov'],
      license: 'MIT',
    },
    {
      spec: 'github:miekg/dns@fa041eedc7a8991bb4bc515b95bda793f5776b29',
      sources: /^(?!.*_test\.go$).*\.go$/,
      owners: ['Miek Gieben'],
      license: 'BSD-3-Clause',
    },
  ],
  versions: [
    {
      spec: 'github:charmbracelet/bubbletea@b63a0ae37f412be6e008e02c2a8f9f4e6ebae3c7',
      of: 'github:charmbracelet/bubbletea@73b6d91ac1c3854dd4af046ab5f9e51d3b3b4290',
    },
    {
      spec: 'github:hashicorp/memberlist@822dee6694359954b59cc34da7405e58551446c5',
      of: 'github:hashicorp/memberlist@1b4c746c0e53bce51547d38f14d4772f85da2708',
    },
    {
      spec: 'github:dgraph-io/badger@f388e91bff8e2424b809e1a6e5dacf052c6ea233',
      of: 'github:dgraph-io/badger@34dba21bea3683c83684bb9f40d3495976e2828a',
    },
    {
      spec: 'github:yuin/goldmark@6c741ae251abd461bb7b5ce28e7df7a9306bd005',
      of: 'github:yuin/goldmark@6ed00da2d6d53d831827e54ee5d334f4544693b9',
    },
    {
      spec: 'github:dop251/goja@462d53687b0dfe09596d4bcfed045b7c1eef6692',
      of: 'github:dop251/goja@58e940e0d2304f326f287eeb3e344eabccf001eb',
    },
    {
      spec: 'github:miekg/dns@e636c10380ab8176b3f31b14fb3e8ce4a7558578',
      of: 'github:miekg/dns@fa041eedc7a8991bb4bc515b95bda793f5776b29',
    },
  ],
  baseline: [],
  unrelated: strangers(`
    github:go-chi/chi@735ae2b87f8c733d616e809ae86e0985c1bc3350
    github:gin-gonic/gin@dcaa4296d111981ffb31ac3eba90bb63e1eb5ab9
    github:labstack/echo@05489dc1730161df26b72d1ae2a3ba6fb8178fc7
    github:etcd-io/bbolt@4e65d8fd8c1f47f9da9baec7f8728f93a3b84a70
    github:syndtr/goleveldb@126854af5e6d8295ef8e8bee3040dd8380ae72e8
    github:gomarkdown/markdown@e08cff860f76ff942dae8866ad88e4a3eca5ce8a
    github:d5/tengo@8daf696551f2e9ab519a55df2d6b16bcd012066d
    github:rivo/tview@5e1a811e466afab629ffc3202b8ff6eac67770d8
    github:gdamore/tcell@c72e2847166233045467d0dc0cfc88a0eb3fe414
    github:urfave/cli@1305a08200f7c4d873e28bd2bbad1ff257c6cfc4
    github:gogs/gogs@eb1054e5432fc8397678372f08613429be233d7c
    github:quic-go/quic-go@2cfe6ee0b5ac905f7f7cecc0f2107d3b7bec2e93
    github:gonum/gonum@ac810a105c3fd4eb2955093d9839a2a856a2fe5f
    github:nats-io/nats-server@1787eee035cf0253c201fa0f05afad92b6f296dc
    github:caddyserver/caddy@0cf03d32f7d99cf160d5375e8a40fbe3d910d515
    github:go-kit/kit@78fbbceece7bbcf073bee814a7772f4397ea756c
  `),
  shared: [],
  hosts: strangers(`
    github:gogs/gogs@eb1054e5432fc8397678372f08613429be233d7c
    github:caddyserver/caddy@0cf03d32f7d99cf160d5375e8a40fbe3d910d515
  `),
}
