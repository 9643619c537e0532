/** Signals that end a process, with their numbers for the exit code. */
const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
type Signal = keyof typeof SIGNALS;
const NAMES = Object.keys(SIGNALS) as Signal[];

const cleanups = new Set<() => Promise<void>>();
const waiting = new Set<() => void>();
let stopping = false;
let outputClosed = false;

/**
 * Runs `cleanup` when the process is told to stop, unless its main flow waits for `interrupted()` and stops by itself.
 * A second signal ends the process at once. Returns what withdraws the cleanup.
 */
export function onStopSignal(cleanup: () => Promise<void>): () => void {
  cleanups.add(cleanup);
  listen();
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size + waiting.size === 0) for (const name of NAMES) process.off(name, handle);
  };
}

/** Resolves at the first Ctrl-C or termination signal; the caller then stops everything that runs. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    waiting.add(resolve);
    listen();
  });
}

/**
 * Creates something that installs signal handlers of its own, and takes those away again: Miniflare's end the process
 * before anything else could be stopped. Its hook on `exit` stays.
 */
export function withoutSignalHandlers<T>(create: () => T): T {
  const before = new Map(NAMES.map((name) => [name, new Set(process.listeners(name))]));
  const created = create();
  for (const name of NAMES) {
    for (const listener of process.listeners(name)) {
      if (!before.get(name)?.has(listener)) process.off(name, listener);
    }
  }
  return created;
}

/** Whether the process was told to stop or stops for another reason: failures from now on are consequences. */
export function isStopping(): boolean {
  return stopping;
}

/** Ends the process with exit code 1 after every cleanup, for a failure that the main flow cannot handle. */
export function endProcess(reason: Error): void {
  console.error(reason.message);
  cleanUpAndExit(1);
}

/** Ends the process without an error, after every cleanup, when its reader has ended: `export | head -1`. */
export function endWhenOutputCloses(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      outputClosed = true;
      if (!stopping) cleanUpAndExit(0);
    });
  }
}

/** Sets the message printed when a signal ends the command. Returns a function that removes it. */
export function sayWhenInterrupted(sentence: () => string | Promise<string>): () => void {
  return onStopSignal(async () => {
    if (!outputClosed) process.stderr.write(`\n${await sentence()}\n`);
  });
}

function cleanUpAndExit(code: number): void {
  stopping = true;
  void Promise.allSettled([...cleanups].map((cleanup) => cleanup())).then(() => process.exit(code));
}

function listen(): void {
  for (const name of NAMES) if (!process.listeners(name).includes(handle)) process.on(name, handle);
}

function handle(name: NodeJS.Signals): void {
  const code = 128 + SIGNALS[name as Signal];
  if (stopping) process.exit(code);
  stopping = true;
  if (waiting.size > 0) for (const wake of waiting) wake();
  else cleanUpAndExit(code);
}
