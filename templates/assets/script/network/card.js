// What is known of one repository, with the ways on from it. Text is set as text: a name is a stranger's.

/** @param {HTMLElement} card */
export function createCard(card, { picture, matchesHref, nameOfState, select }) {
  return {
    show(row) {
      card.hidden = false
      card.replaceChildren(...describe(row))
    },
    hide() {
      card.hidden = true
      card.replaceChildren()
    },
    /** The page about its match; null where there is none. */
    matchHref: (row) => (picture.matched[row] === 1 ? `${matchesHref}/${path(picture.nameOf(row))}` : null),
  }

  function describe(row) {
    const name = picture.nameOf(row)
    const title = element('h3', picture.shownOf(row))
    title.dir = 'auto'
    const parent = picture.parents[row]
    const facts = element('dl')
    facts.className = 'facts'
    const fact = (term, ...shown) => {
      const value = element('dd')
      value.append(...shown)
      facts.append(element('dt', term), value)
    }
    fact('State', nameOfState(picture.stateOf(row)))
    fact('Strength', picture.strengthOf(row) ?? 'not compared')
    if (picture.decisionOf(row) !== null) fact('Decision', picture.decisionOf(row).replace('-', ' '))
    fact(
      'Availability',
      picture.availabilityOf(row) === 'unknown' ? 'could not tell' : picture.availabilityOf(row),
    )
    if (parent >= 0)
      fact(
        'Fork of',
        button(picture.shownOf(parent), () => select(parent)),
      )
    if (picture.heads.has(row)) {
      const forks = picture.parents.reduce((sum, one) => sum + (one === row ? 1 : 0), 0)
      fact('Forks seen', forks.toLocaleString('en-US'))
    }
    if (picture.created[row] > 0)
      fact('Created', new Date(picture.created[row] * 86_400_000).toISOString().slice(0, 10))
    if (picture.stars[row] > 0) fact('Stars', picture.stars[row].toLocaleString('en-US'))
    const ways = element('p')
    ways.className = 'network-ways'
    if (picture.matched[row] === 1) ways.append(link('Open the match', `${matchesHref}/${path(name)}`), ' ')
    const outside = link('On GitHub', `https://github.com/${path(name)}`)
    outside.rel = 'noreferrer'
    ways.append(outside)
    return [title, facts, ways]
  }
}

function path(name) {
  return name.split('/').map(encodeURIComponent).join('/')
}

function element(tag, text = '') {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

function link(text, href) {
  const made = element('a', text)
  made.href = href
  made.className = 'button'
  return made
}

function button(text, act) {
  const made = element('button', text)
  made.type = 'button'
  made.className = 'plain-link'
  made.addEventListener('click', act)
  return made
}
