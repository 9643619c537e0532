/** The part of the runtime's module that tests use, without its global types, which clash with those of the DOM. */
declare module 'cloudflare:workers' {
  /** Bindings of wrangler.toml and variables of the project. */
  export const env: import('../../src/env.ts').Env & {
    /** The number of the database that this process runs its test files on. */
    TEST_DATABASE: number;
  };
  /** The Worker that src/worker.ts exports. */
  export const exports: {
    default: {
      fetch(url: string, init?: RequestInit): Promise<Response>;
      scheduled(event: { cron: string; scheduledTime: Date }): Promise<{ outcome: string }>;
    };
  };
}
