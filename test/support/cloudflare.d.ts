/** The part of the runtime's module that tests use, without its global types, which clash with those of the DOM. */
declare module 'cloudflare:workers' {
  /** Bindings of wrangler.toml and variables of the project. */
  export const env: import('../../src/env.ts').Env;
}
