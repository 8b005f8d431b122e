import { fullName } from '../world/repository.ts'
import type { House } from './exchange.ts'

/** Weather: a fork that appears while the forks of its parent are being listed. */
export function growForks(house: Pick<House, 'weather' | 'world' | 'moves'>, repositoryId: number): void {
  const { forksAppear } = house.weather
  if (forksAppear === undefined) return
  const repository = house.world.byId(repositoryId)
  if (repository === undefined || fullName(repository).toLowerCase() !== forksAppear.of.toLowerCase()) return
  const { name } = repository
  const born = repository.forks.filter(({ owner }) => owner.login.startsWith('latecomer-')).length
  if (born >= forksAppear.atMost) return
  house.moves.fork(fullName(repository), `latecomer-${born + 1}/${name}`)
}
