/** Looks until something is so. Rejects after a minute with what was waited for. */
export async function until(isSo: () => Promise<boolean> | boolean, what: string, patience = 60_000): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    try {
      if (await isSo()) return
    } catch {
      // Not yet.
    }
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
