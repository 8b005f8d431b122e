import { strangers, type EvaluationSet } from '../evaluation-set.ts'
import { otherStates } from './repository-parts.ts'

/**
 * Python and Go as in third-blind.ts: chosen by name alone and run once with the rules as they stood. Then the strangers
 * that were strong were read, and rules made of some; of what is missed only totals are printed.
 */
export const thirdPython: EvaluationSet = {
  name: 'third blind Python',
  language: 'python',
  isBlind: true,
  works: [
    {
      spec: 'github:Textualize/rich@42899d8a0a96b121a514516f4be9db44ff7aeaf3',
      sources: /^(?!.*(?:^|\/)tests?\/)rich\/(?!_emoji_codes|_cell_widths|_unicode_data).*\.py$/,
      owners: ['Will McGugan', 'Textualize'],
      license: 'MIT',
    },
    {
      spec: 'github:marshmallow-code/marshmallow@341b927f219205704728c05cd61f04d7e9727523',
      sources: /^(?!.*(?:^|\/)tests?\/)src\/.*\.py$/,
      owners: ['Steven Loria', 'marshmallow'],
      license: 'MIT',
    },
    {
      spec: 'github:tortoise/tortoise-orm@3829267adeab10482fd1f089bafa9d3b748913f3',
      sources: /^(?!.*(?:^|\/)tests?\/)tortoise\/.*\.py$/,
      owners: ['Andrey Bondar', 'Tortoise'],
      license: 'Apache-2.0',
    },
    {
      spec: 'github:mitmproxy/mitmproxy@8fc25b3045934777b0796d8ec7958bbc257d7bb5',
      sources: /^(?!.*(?:^|\/)tests?\/)mitmproxy\/(?:addons|proxy|net|utils|coretypes|contentviews)\/.*\.py$/,
      owners: ['Aldo Cortesi', 'mitmproxy'],
      license: 'MIT',
    },
    {
      spec: 'github:python-telegram-bot/python-telegram-bot@1183d401f8358d8103de9da116156c0f4bcdf602',
      sources:
        /^(?!.*(?:^|\/)tests?\/)(?:src\/)?telegram\/(?:ext|request|_utils|_files|_games|_passport)\/.*\.py$/,
      owners: ['Leandro Toledo de Souza'],
      license: 'LGPL-3.0-or-later',
    },
    {
      spec: 'github:paramiko/paramiko@8697158113a3eab25ed1d1d541ebe2cad10169a7',
      sources: /^(?!.*(?:^|\/)tests?\/)paramiko\/.*\.py$/,
      owners: ['Robey Pointer', 'Jeff Forcier', 'Paramiko'],
      license: 'LGPL-2.1-or-later',
    },
    {
      spec: 'github:spotify/luigi@715f65c4a56a908ef0a1df4df6fc33b8420e2e6c',
      sources: /^(?!.*(?:^|\/)tests?\/)luigi\/.*\.py$/,
      owners: ['Spotify', 'VNG'],
      license: 'Apache-2.0',
    },
    {
      spec: 'github:mwaskom/seaborn@f04b6cd5484267a0885d1fed068e99dff3a1b226',
      sources: /^(?!.*(?:^|\/)tests?\/)seaborn\/(?!external\/).*\.py$/,
      owners: ['Michael L. Waskom', 'Michael Waskom'],
      license: 'BSD-3-Clause',
    },
  ],
  versions: otherStates(`
    Textualize/rich 42899d8a0a96b121a514516f4be9db44ff7aeaf3 8c3e6be424f36522cbb3c4773e58a01f5f39761f 1fcc0b8921a4034efc9a4489bf61beab7e14678d
    marshmallow-code/marshmallow 341b927f219205704728c05cd61f04d7e9727523 937141daa37aff3e64c95c387c9e6a3556d80beb a6b6c4151f1fbf16f3774d4052ca2bddf6903750
    tortoise/tortoise-orm 3829267adeab10482fd1f089bafa9d3b748913f3 0c8efde78c4dae480b229e75790631297cab7fb3 f3900afa3d381e9bd08dc24295def95910206ddf
    mitmproxy/mitmproxy 8fc25b3045934777b0796d8ec7958bbc257d7bb5 cba66953a303c4411a47f987170e08f30110c6ed 4bd7b6c4eadeaca712f63e0e73f20bcf6aadbffb
    python-telegram-bot/python-telegram-bot 1183d401f8358d8103de9da116156c0f4bcdf602 50b4a2c6e0e4abe631beb206ab9f4c20ec903296
    paramiko/paramiko 8697158113a3eab25ed1d1d541ebe2cad10169a7 a598ca14d6451343c69be97e0e1c65eb15c0e607 426529220b81c295bd0698308b148612918669d6
    spotify/luigi 715f65c4a56a908ef0a1df4df6fc33b8420e2e6c e61898c4f6eecc187b2b9eaec0f8612291f7c201 f6b057a2065dbc227e7cb7075d6c717941006ed6
    mwaskom/seaborn f04b6cd5484267a0885d1fed068e99dff3a1b226 a42b894229c14825660ec72f4ead5760076ff9e9 3180fd714f44498de26b256c7cab4b608969aeea
  `),
  baseline: [],
  unrelated: strangers(`
    github:prompt-toolkit/python-prompt-toolkit@583b3412c792a5cc9f01adde603679f3824a88f3
    github:urwid/urwid@4a973ebb047a6c6a639ba6e6d7de794e44686afe
    github:pydantic/pydantic@2151025aa51263f3016502b00010b78e4481eaa1
    github:python-attrs/attrs@c1dc5dcba16ed827aa6dcad896b41a3afedb4e32
    github:sqlalchemy/sqlalchemy@f35da7e2b9349a08b8de1f6bd3b07c8bf8616790
    github:piccolo-orm/piccolo@3599b756a2e70e18e7758b5bb475d33f5192ca4e
    github:coleifer/peewee@408aa4c130267ffd1e3ec5d09c0595e8d9a9bd98
    github:ponyorm/pony@179cb05ae458df8b37ffef5de6dd50f44ff7e1f6
    github:abhinavsingh/proxy.py@050ac1c39a83fa47229d69df4ce824a53bc07228
    github:aiogram/aiogram@c1b0353ce3d3f8d70f90469038939a956e9e09f7
    github:eternnoir/pyTelegramBotAPI@74340413e9ee409a79d2c56eaadf518c907c206e
    github:LonamiWebs/Telethon@85c4a9131727663a596b8daabcc71c86a9bb4380
    github:ronf/asyncssh@3577224af6489a8c2653ce5b60dccfa5979f5ce0
    github:twisted/twisted@64661601a1e492a9448ac1011deb9cd9467a9e30
    github:rq/rq@aa666a8a60dbc5e8bb43f166cda869c67426a11a
    github:Bogdanp/dramatiq@848b35f2f960457ff54a72f9edb3af0de754f72f
    github:has2k1/plotnine@6836b99d3a979bc8741d73760460f36f7ad76a9c
    github:falconry/falcon@ce0a35b8fd02747cc72710202886874906b0d47a
    github:sanic-org/sanic@785d77f8fe208576a48d339bd81d866021154092
    github:wagtail/wagtail@c2ae43b9265d085c95142cd1a1f8563ad2eb4de9
  `),
  shared: [
    {
      original: 'github:mwaskom/seaborn@f04b6cd5484267a0885d1fed068e99dff3a1b226:seaborn/rcmod.py',
      because: 'plotnine has a copy of it, and calls the file so (themes/seaborn_rcmod.py)',
    },
    {
      original: 'github:spotify/luigi@715f65c4a56a908ef0a1df4df6fc33b8420e2e6c:luigi/mypy.py',
      because: 'both say that they took it from the plug-in for dataclasses of mypy',
    },
  ],
  hosts: strangers(`
    github:aiogram/aiogram@c1b0353ce3d3f8d70f90469038939a956e9e09f7
    github:sanic-org/sanic@785d77f8fe208576a48d339bd81d866021154092
  `),
}

export const thirdGo: EvaluationSet = {
  name: 'third blind Go',
  language: 'go',
  isBlind: true,
  works: [
    {
      spec: 'github:gofiber/fiber@c344047e102861ac2b7f0259ea3dd3af4b03ad63',
      sources: /^(?!.*_test\.go$)(?!(?:.*\/)?(?:vendor|testdata|examples?)\/)(?!internal\/|docs\/).*\.go$/,
      owners: ['Fenny', 'Fiber'],
      license: 'MIT',
    },
    {
      spec: 'github:segmentio/kafka-go@3ce29796ef96c7f55bfb64b505c0fcb3c2fd233e',
      sources: /^(?!.*_test\.go$)(?!(?:.*\/)?(?:vendor|testdata|examples?)\/)(?!protocol\/).*\.go$/,
      owners: ['Segment'],
      license: 'MIT',
    },
    {
      spec: 'github:go-gorm/gorm@1d6ce99528060be18a42be09aca8d39efcb47f28',
      sources:
        /^(?!.*_test\.go$)(?!(?:.*\/)?(?:vendor|testdata|examples?)\/)(?!tests\/|utils\/tests\/).*\.go$/,
      owners: ['Jinzhu'],
      license: 'MIT',
    },
    {
      spec: 'github:blevesearch/bleve@991a4506f4f381965bfd46e3b257ec247f72232a',
      sources:
        /^(?!.*_test\.go$)(?!(?:.*\/)?(?:vendor|testdata|examples?)\/)(?:search|mapping|index\/scorch|document|numeric)\/.*\.go$/,
      owners: ['Couchbase', 'Marty Schoch'],
      license: 'Apache-2.0',
    },
    {
      spec: 'github:pion/webrtc@3234944db18f66743cf0852274fd73d88cb02641',
      sources: /^(?!.*_test\.go$)(?!(?:.*\/)?(?:vendor|testdata|examples?)\/).*\.go$/,
      owners: ['Pion', 'The Pion community'],
      license: 'MIT',
    },
    {
      spec: 'github:jesseduffield/lazygit@ea916395469808d37d726ae183fa40fd575a9d8a',
      sources:
        /^(?!.*_test\.go$)(?!(?:.*\/)?(?:vendor|testdata|examples?)\/)pkg\/(?:commands|gui\/presentation|config|utils)\/.*\.go$/,
      owners: ['Jesse Duffield'],
      license: 'MIT',
    },
    {
      spec: 'github:expr-lang/expr@851b241a301f7c74646e65e4009c69cf290993a8',
      sources:
        /^(?!.*_test\.go$)(?!(?:.*\/)?(?:vendor|testdata|examples?)\/)(?!repl\/|debug\/|internal\/(?:testify|deref\/x|spew|difflib)).*\.go$/,
      owners: ['Anton Medvedev'],
      license: 'MIT',
    },
  ],
  versions: otherStates(`
    gofiber/fiber c344047e102861ac2b7f0259ea3dd3af4b03ad63 9fd194f4e2b6c2203e9f9b8943444d22a0de8877 011c8f8007d32ba83a7d6335e1b1fdd36ae807d6
    segmentio/kafka-go 3ce29796ef96c7f55bfb64b505c0fcb3c2fd233e 58824603a2491e44471f66e7666de79cf40b7019 8c62a814e195430f53abc02a6e95089c80277621
    go-gorm/gorm 1d6ce99528060be18a42be09aca8d39efcb47f28 206613868439c5ee7e62e116a46503eddf55a548 59730417aabd5b510d66d9d923d265a6fc0195a0
    blevesearch/bleve 991a4506f4f381965bfd46e3b257ec247f72232a ec0d3aa138d61cf6f8c0b244bcddb89d264d29fe 4a7e6fb7547c787bbe1adf4d3ef5ff2551a50221
    pion/webrtc 3234944db18f66743cf0852274fd73d88cb02641 ae65995fe7d6a00ddfd8deb872a75a109d86369c 8cb5bde7c99941895d31997c26bcf0b56441d8b3
    jesseduffield/lazygit ea916395469808d37d726ae183fa40fd575a9d8a a0ec22c251c67b40f2df9a61226f3bd514789e15 525932fbf27c5adb6ee4e5f878e142b2b29db112
    expr-lang/expr 851b241a301f7c74646e65e4009c69cf290993a8 7795708ed42d7787f2adc172fdcfe43fd7afcda6 e6958d37203f7a8eefc02f26f29eac14bb9a1f4a
  `),
  baseline: [],
  unrelated: [
    ...strangers(`
    github:valyala/fasthttp@b8ff6fb0bb1c9fa2d0f7729ffc9f36da62cbb65a
    github:gorilla/mux@db9d1d0073d27a0a2d9a8c1bc52aa0af4374d265
    github:kataras/iris@4291456991a50fa4a10a0abb6d3ba5125455bf36
    github:beego/beego@939cfde380bb9f15844ad633b84f037f7da21584
    github:IBM/sarama@bd98b3aec67780cf514f219ed0342c5c1d9e1b75
    github:twmb/franz-go@adb3a18abe14bdb230f1cd738d03623301013d42
    github:uptrace/bun@0e5e8682686253e24add0e8512d351d5e32dd9bf
    github:upper/db@719cf2853c891414f48a280088979497cf0aaf4f
    github:volatiletech/sqlboiler@2c61dd36e209de34f3bb26647df3e9e19e11a426
    github:bluenviron/mediamtx@3e09466c180431272a656b48aeca39c83d52d6c6
    github:go-git/go-git@374c354884f12ea0a8f80ae9c429a44a33ba4bb1
    github:g3n/engine@33e18009c2b462f0ee3f14b55e6014d1f6d33d04
    github:mattn/anko@5c7bed551db72684e4f2930faf9067df55c19e77
    github:rclone/rclone@64ab1ac32260238eefca3c61327f5faf1c6e106f
    github:syncthing/syncthing@328d910aee822178f55442c76bc7e35ce34d68cc
    github:restic/restic@a80be1478a4c537f8396e0db2b05120aa78f11e0
    github:gohugoio/hugo@7b5199fdeff7d7682e9f979f468d55bc7b67b934
    github:Knetic/govaluate@7625b7f8c03df11d0ec9b5617b0ea21e8b8af61b
    github:cloudwego/hertz@ae439beef0a5c1d79514becd406d2888b82c77ef
    github:zincsearch/zincsearch@13d6c8c184b42d2e5c7e208589b1dc9615f159f7
    github:AlexxIT/go2rtc@dc1685e9cf7a8c349181f20a1b4a44825ed394c5
  `),
    {
      spec: 'github:ent/ent@0a61da2fa2b4b80fbf5c8c58e1b491b7d5d9b4d6',
      only: /^(?!.*(?:examples|internal\/integration)\/)/,
    },
    { spec: 'github:traefik/yaegi@f61658199f7c440f642387ce1418e68d3e428e6a', only: /^(?!stdlib\/)/ },
  ],
  shared: [
    {
      original: 'github:segmentio/kafka-go@3ce29796ef96c7f55bfb64b505c0fcb3c2fd233e:error.go',
      because:
        'its names and sentences are those of the errors in the documentation of Apache Kafka, as theirs are',
    },
  ],
  hosts: strangers(`
    github:restic/restic@a80be1478a4c537f8396e0db2b05120aa78f11e0
    github:cloudwego/hertz@ae439beef0a5c1d79514becd406d2888b82c77ef
  `),
}
