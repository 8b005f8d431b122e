import type { NoticeCheck } from '../../core/notice/elements.ts'
import type { Badge } from '../../render/pages/badge.ts'

type Elements = NoticeCheck['statutory'] & NoticeCheck['github']

/** Each element as a person knows it, and where it is asked for. */
const names: Record<keyof Elements, [name: string, basis: string]> = {
  i_signature: ['Signature', '17 U.S.C. 512(c)(3)(A)(i)'],
  ii_work: ['Copyrighted work', '512(c)(3)(A)(ii)'],
  iii_material: ['Infringing material', '512(c)(3)(A)(iii)'],
  iv_contact: ['Contact', '512(c)(3)(A)(iv)'],
  v_goodFaith: ['Good faith', '512(c)(3)(A)(v)'],
  vi_accuracyPerjury: ['Accuracy, under penalty of perjury', '512(c)(3)(A)(vi)'],
  guide: ["GitHub's guide was read", "GitHub's form"],
  fairUse: ['Fair use was considered', "GitHub's form"],
}

export function elementRows({
  statutory,
  github,
}: NoticeCheck): { name: string; basis: string; state: Badge }[] {
  const elements: Elements = { ...statutory, ...github }
  return (Object.keys(names) as (keyof Elements)[]).map((key) => {
    const [name, basis] = names[key]
    return { name, basis, state: { text: elements[key], tone: tones[elements[key]] } }
  })
}

const tones = { present: 'green', partial: 'amber', missing: 'red' } as const
