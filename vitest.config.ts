import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    environment: 'node',
    // Two busy cores are slow, not broken: the limit is there for what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
