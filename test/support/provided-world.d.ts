import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for a database schema, a Redis or a Genius site of its own. */
    worldUrl: string;
    /** Variables of the parts that all test files share. */
    sharedVars: Record<string, string>;
    /** The kinds of Redis available on this machine. */
    redisChoices: ('mock' | 'real')[];
  }
}
