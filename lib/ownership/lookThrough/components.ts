/**
 * The strongly connected components of a graph: nodes that can all be reached from each other stand together. In topological order: no edge
 * leads back to an earlier component. By R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972), without
 * recursion, so that a chain of any length is walked.
 *
 * @param edges the nodes that each node leads to
 * @returns each component's nodes in ascending order
 * @example toComponents([[1], [2], [1]]) // [[0], [1, 2]]
 */
export function toComponents(edges: readonly (readonly number[])[]): number[][] {
  const components: number[][] = []
  const found = new Int32Array(edges.length).fill(-1)
  const lowest = new Int32Array(edges.length)
  const isOpen = new Uint8Array(edges.length)
  const nextEdge = new Uint32Array(edges.length)
  const [path, open]: [number[], number[]] = [[], []]
  let count = 0

  const enter = (node: number) => {
    found[node] = lowest[node] = count++
    isOpen[node] = 1
    path.push(node)
    open.push(node)
  }
  const leave = (node: number) => {
    path.pop()
    const parent = path.at(-1)
    if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[node]!)
    if (lowest[node] !== found[node]) return
    const component = open.splice(open.lastIndexOf(node))
    for (const member of component) isOpen[member] = 0
    components.push(component.sort((a, b) => a - b))
  }

  for (let start = 0; start < edges.length; start++) {
    if (found[start] === -1) enter(start)
    while (path.length > 0) {
      const node = path.at(-1)!
      const next = edges[node]![nextEdge[node]!++]
      if (next === undefined) leave(node)
      else if (found[next] === -1) enter(next)
      else if (isOpen[next]) lowest[node] = Math.min(lowest[node]!, found[next]!)
    }
  }
  return components.reverse()
}
