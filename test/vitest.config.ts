import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const compatibility = { compatibilityDate: '2026-08-04', compatibilityFlags: ['nodejs_compat'] };

export default defineConfig({
  test: {
    // The Worker logs what the tests do to it.
    silent: 'passed-only',
    projects: [
      {
        plugins: [
          cloudflareTest({
            miniflare: {
              ...compatibility,
              modulesRules: [{ type: 'Data', include: ['**/*.bin'] }],
            },
          }),
        ],
        test: {
          name: 'unit',
          // Pure code needs no isolate of its own for each file.
          isolate: false,
          include: ['test/unit/**/*.test.ts'],
          globalSetup: ['test/support/build-assets-setup.ts'],
          setupFiles: ['test/support/loopback-only.ts'],
        },
      },
      {
        test: {
          name: 'tools',
          include: ['test/tools/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/support/loopback-only.ts'],
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' }, verbose: false })],
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/integration-setup.ts'],
          setupFiles: ['test/support/loopback-only.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/e2e-setup.ts'],
          // One browser at a time is enough for two cores.
          fileParallelism: false,
          testTimeout: 20_000,
        },
      },
    ],
  },
});
