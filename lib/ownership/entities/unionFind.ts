/** Sets that only ever grow together. */
export interface UnionFind<Member> {
  /** The smallest member of a member's set: itself before it is joined to anything */
  find(member: Member): Member
  /** Makes two sets one. */
  join(one: Member, another: Member): void
}

/**
 * Disjoint sets, each named after its smallest member, so that the order in which they were joined leaves no trace.
 *
 * @example const sets = toUnionFind<string>(); sets.join('b', 'c'); sets.join('c', 'a'); sets.find('b') // 'a'
 */
export function toUnionFind<Member extends string>(): UnionFind<Member> {
  const parents = new Map<Member, Member>()
  const find = (member: Member): Member => {
    let root = member
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
    // Whoever asks again has a short way.
    for (let at = member; at !== root; ) {
      const parent = parents.get(at)!
      parents.set(at, root)
      at = parent
    }
    return root
  }
  return {
    find,
    join: (one, another) => {
      const [first, second] = [find(one), find(another)]
      if (first !== second) parents.set(first < second ? second : first, first < second ? first : second)
    },
  }
}
