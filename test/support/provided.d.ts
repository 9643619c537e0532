import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers when the demo has loaded. */
    demoUrl: string;
  }
}
