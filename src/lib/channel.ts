/** Values that one part of a program makes and another reads as they come. */
export interface Channel<T> {
  push(value: T): void;
  /** Ends the reading after the values so far, with the failure if one is given. */
  close(failure?: { error: unknown }): void;
  read(): AsyncGenerator<T>;
}

/** A channel without a limit, for one reader. */
export function createChannel<T>(): Channel<T> {
  const waiting: T[] = [];
  let end: { failure: { error: unknown } | undefined } | null = null;
  let wake: () => void = () => undefined;
  return {
    push: (value) => {
      waiting.push(value);
      wake();
    },
    close: (failure) => {
      end ??= { failure };
      wake();
    },
    read: async function* () {
      for (;;) {
        const values = waiting.splice(0);
        yield* values;
        if (waiting.length > 0) continue;
        if (end !== null) {
          if (end.failure !== undefined) throw end.failure.error;
          return;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
