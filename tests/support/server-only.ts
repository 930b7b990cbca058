/** Stands in for the marker package `server-only`, which throws outside a bundler. */
export {}
