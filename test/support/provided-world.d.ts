import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for a database schema, a Redis or a Genius site of its own. */
    worldUrl: string;
    /** Variables of what all test files share. */
    sharedVars: Record<string, string>;
    /** Variables of the Worker that src/worker.ts exports. */
    liveVars: Record<string, string>;
    /** What can stand behind the Redis endpoint on this machine. */
    redisChoices: ('mock' | 'real')[];
  }
}
