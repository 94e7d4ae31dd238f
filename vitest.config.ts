import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests leave the user's own readings alone, and measure reading.
    env: { RECOUNT_CACHE: 'off' },
    expect: { poll: { timeout: 15_000 } },
  },
})
