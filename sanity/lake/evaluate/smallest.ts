/** The first few of many in order, without putting the others in order. */

/** Moves the greatest of a heap down from the top until all below it are smaller. */
function sink(heap: number[], compare: (a: number, b: number) => number): void {
  let at = 0
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const [top, one, other] = [heap[at], heap[left], heap[right]]
    if (top === undefined || one === undefined) return
    const [child, greater] = other !== undefined && compare(other, one) > 0 ? [right, other] : [left, one]
    if (compare(greater, top) <= 0) return
    heap[at] = greater
    heap[child] = top
    at = child
  }
}

/** The `limit` smallest, in order: time in proportion to the number of all, as good as none for most of them. */
export function smallest(all: readonly number[], limit: number, compare: (a: number, b: number) => number): number[] {
  // The greatest of those kept stands at the top, to be the next to go; sorted the wrong way round it is a heap.
  const heap = all.slice(0, limit).sort((a, b) => compare(b, a))
  for (const item of all.slice(limit)) {
    const [top] = heap
    if (top === undefined || compare(item, top) >= 0) continue
    heap[0] = item
    sink(heap, compare)
  }
  return heap.sort(compare)
}
