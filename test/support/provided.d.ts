import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the running stack, without a slash at the end. */
    baseUrl: string;
    adminToken: string;
  }
}
