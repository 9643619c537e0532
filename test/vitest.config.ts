import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const compatibility = { compatibilityDate: '2026-08-04', compatibilityFlags: ['nodejs_compat'] };

export default defineConfig({
  test: {
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
          include: ['test/unit/**/*.test.ts'],
          globalSetup: ['test/support/build-assets-setup.ts'],
        },
      },
      {
        test: { name: 'tools', include: ['test/tools/**/*.test.ts'], environment: 'node' },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/integration-setup.ts'],
          setupFiles: ['test/support/loopback-only.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
