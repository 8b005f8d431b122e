import type { RequestHandler } from 'express'
import { memberStates, stateOf, type ForkMember, type MemberState } from '../../core/network/member-state.ts'
import { renderNetworkPage } from '../../render/pages/network-page.ts'
import { drawNetwork } from '../../render/pages/network/draw-network.ts'
import { showNetwork, weighNetwork, type NetworkDetail } from '../../tasks/networks/show-network.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { compress, sendCompressed } from '../send-compressed.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { memberRow } from '../view/member-row.ts'
import { stateWords } from '../view/member-states.ts'
import { networkTiles, wordingRows } from '../view/network-figures.ts'
import { paginate } from '../view/paginate.ts'
import { readPage, readQuery } from '../view/read-query.ts'

const pageSize = 100

type Place = { slug: string; owner: string; name: string }

/** One fork network: its picture, what each wording of a notice would reach in it, and every repository in a table. */
export function showNetworkPage(app: Reading, memory: Memory): RequestHandler<Place> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const network = await recallNetwork(app, memory, req.params)
    const root = `${network.root.owner}/${network.root.name}`
    // One address for a network, whichever of its repositories was asked for.
    if (root !== `${req.params.owner}/${req.params.name}`) {
      res.redirect(links.network(slug, root))
      return
    }
    const { q = '', state = '', page } = readQuery(req.query, ['q', 'state', 'page'])
    const sought = q.trim().toLowerCase()
    const listed = await memory.recall(`network list ${slug} ${network.root.id}`, () =>
      Promise.resolve(listMembers(network)),
    )
    const found = listed.filter(
      (one) => (state === '' || one.state === state) && one.name.toLowerCase().includes(sought),
    )
    const { rows, pager } = paginate(
      found,
      readPage(page),
      pageSize,
      (n) => `${links.network(slug, root, { q, state, page: n })}#repositories`,
    )
    const names = new Map(listed.map(({ member, name }) => [member.id, name]))
    const { reach } = await recallReach(app, memory, slug, network.root.id)
    res.send(
      renderNetworkPage({
        ...frameOf(res, {
          title: root,
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
            { text: 'Networks', href: links.networks(slug) },
          ],
          tabs: { slug, tab: 'networks' },
        }),
        root,
        listedAt: network.listedAt,
        tiles: networkTiles(network.tally),
        pictureHref: links.networkPicture(slug, root),
        matchesHref: links.matches(slug),
        states: memberStates.map((one) => ({
          state: one,
          name: stateWords[one].text,
          meaning: stateWords[one].meaning,
          count: listed.filter((each) => each.state === one).length,
          href: `${links.network(slug, root, { state: one })}#repositories`,
        })),
        unlisted: network.tally.size - network.tally.listed,
        wordings: wordingRows(reach),
        action: links.network(slug, root),
        q,
        state,
        filtered: q !== '' || state !== '',
        options: [
          { value: '', text: 'any', chosen: state === '' },
          ...memberStates.map((one) => ({ value: one, text: stateWords[one].text, chosen: one === state })),
        ],
        members: rows.map(({ member }) => memberRow(slug, member, names)),
        pager,
      }),
    )
  }
}

/** The figures that the picture is drawn from: made once a change, and sent compressed. */
export function sendNetworkPicture(app: Reading, memory: Memory): RequestHandler<Place> {
  return async (req, res) => {
    const { slug } = req.params
    const network = await recallNetwork(app, memory, req.params)
    const packed = await memory.recall(`picture ${slug} ${network.root.id}`, async () => {
      const { named } = await recallReach(app, memory, slug, network.root.id)
      return await compress(JSON.stringify(drawNetwork(network, new Set(named))))
    })
    await sendCompressed(req, res.type('application/json'), packed)
  }
}

function recallNetwork(app: Reading, memory: Memory, { slug, owner, name }: Place): Promise<NetworkDetail> {
  return memory.recall(`network ${slug} ${owner}/${name}`.toLowerCase(), () =>
    showNetwork(app, slug, { owner, name }),
  )
}

function recallReach(app: Reading, memory: Memory, slug: string, rootId: number) {
  return memory.recall(`reach ${slug} ${rootId}`, () => weighNetwork(app, slug, rootId))
}

interface Listed {
  member: ForkMember
  name: string
  state: MemberState
}

/** What asks most of a person first, then by name. */
function listMembers({ members }: NetworkDetail): Listed[] {
  const order = new Map(memberStates.map((state, place) => [state, place]))
  const { compare } = new Intl.Collator('en')
  return members
    .map((member) => ({ member, name: `${member.owner}/${member.name}`, state: stateOf(member) }))
    .sort((a, b) => order.get(a.state)! - order.get(b.state)! || compare(a.name, b.name))
}
