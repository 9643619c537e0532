import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { openRunner } from './support/open-runner.ts';
import { TEST_VARS } from './support/test-vars.ts';

const compatibility = {
  compatibilityDate: '2026-08-04',
  compatibilityFlags: ['nodejs_compat', 'enable_request_signal'],
};

const EAGER = { maxBatchTimeout: 0.05, maxRetries: 0 };
const DEAD_LETTERS = 'barline-dead-letters';

// Files share nothing, and wait for processes and databases half of the time: two at once keep two cores busy.
const BESIDE_EACH_OTHER = {
  maxWorkers: 2,
  testTimeout: 20_000,
  hookTimeout: 20_000,
  expect: { poll: { timeout: 10_000 } },
};
// Last, because the demo that the browser looks at is loaded meanwhile. Groups run one after another.
const AFTER_THE_OTHERS = { ...BESIDE_EACH_OTHER, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    // The Worker logs the failures that tests provoke.
    silent: 'passed-only',
    projects: [
      {
        plugins: [
          cloudflareTest({
            verbose: false,
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
          ...BESIDE_EACH_OTHER,
          globalSetup: ['test/support/build-assets-setup.ts'],
          setupFiles: ['test/support/loopback-only.ts'],
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/node/**/*.test.ts'],
          environment: 'node',
          ...BESIDE_EACH_OTHER,
          setupFiles: ['test/support/loopback-only.ts'],
        },
      },
      {
        test: {
          name: 'tools',
          include: ['test/tools/**/*.test.ts'],
          environment: 'node',
          ...BESIDE_EACH_OTHER,
          setupFiles: ['test/support/loopback-only.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest(async ({ inject }) => {
            const { database, liveVars } = await openRunner(inject('worldUrl'));
            return {
              wrangler: { configPath: './wrangler.toml' },
              verbose: false,
              miniflare: {
                compatibilityFlags: [
                  'nodejs_compat',
                  'enable_request_signal',
                  'service_binding_extra_handlers',
                ],
                bindings: { ...TEST_VARS, ...liveVars, TEST_DATABASE: database },
                // No retry: what fails is given up at once instead of after minutes of real time.
                queueConsumers: {
                  'barline-ingest': { ...EAGER, deadLetterQueue: DEAD_LETTERS },
                  'barline-analysis': { ...EAGER, deadLetterQueue: DEAD_LETTERS },
                  [DEAD_LETTERS]: EAGER,
                },
              },
            };
          }),
        ],
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/integration-setup.ts'],
          setupFiles: ['test/support/loopback-only.ts'],
          // Files share no state, and loading the whole Worker for each of them would take a minute.
          isolate: false,
          ...BESIDE_EACH_OTHER,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/e2e-setup.ts'],
          ...AFTER_THE_OTHERS,
        },
      },
    ],
  },
});
