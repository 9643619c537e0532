import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './find-mutants.ts';
import type { RunAnswer, RunRequest } from './test-runner.ts';

/** The result of running the tests on a mutant. */
export interface Outcome {
  state: 'killed' | 'survived' | 'timeout';
  /** The test that failed, or that took too long; null when all passed. */
  by: string | null;
  message: string | null;
  seconds: number;
}

const START_TIMEOUT_MS = 180_000;
const NOT_COPIED = new Set(['node_modules', '.git', '.barline']);

/** A copy of the tree and a test runner in it; the tree itself is never changed. */
export class MutationBench {
  readonly #copy = mkdtempSync(join(tmpdir(), 'barline-mutants-'));
  readonly #timeoutMs: number;
  #child: ChildProcess | null = null;
  /** The file of the mutant before: the runner still holds the faulty one. */
  #restored: string | null = null;

  constructor(root: string, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    for (const name of readdirSync(root)) {
      if (!NOT_COPIED.has(name)) cpSync(join(root, name), join(this.#copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.#copy, 'node_modules'));
  }

  /** Whether a test passes on unchanged sources; only then does its failure detect a mutant. */
  async passes(test: string): Promise<boolean> {
    const changed = this.#restored === null ? [] : [this.#restored];
    return (await this.#ask(changed, [test])).state === 'survived';
  }

  async run(mutant: Mutant, tests: readonly string[]): Promise<Outcome> {
    const path = join(this.#copy, mutant.file);
    const original = readFileSync(path, 'utf8');
    writeFileSync(path, mutant.text);
    try {
      return await this.#ask(this.#restored === null ? [path] : [path, this.#restored], tests);
    } finally {
      writeFileSync(path, original);
      this.#restored = path;
    }
  }

  close(): void {
    this.#stop();
    rmSync(this.#copy, { recursive: true, force: true });
  }

  /** Runs the tests one by one until one fails or takes too long. */
  async #ask(changed: string[], tests: readonly string[]): Promise<Outcome> {
    const started = Date.now();
    let pending = changed;
    for (const test of tests) {
      const answer = await answerOf(await this.#runner(), { changed: pending, test }, this.#timeoutMs);
      pending = [];
      if (answer?.failed === null) continue;
      const seconds = secondsSince(started);
      if (answer !== null) return { state: 'killed', by: test, message: answer.failed, seconds };
      this.#stop();
      return { state: 'timeout', by: test, message: null, seconds };
    }
    return { state: 'survived', by: null, message: null, seconds: secondsSince(started) };
  }

  async #runner(): Promise<ChildProcess> {
    if (this.#child !== null && this.#child.exitCode === null) return this.#child;
    this.#child = fork(join(this.#copy, 'scripts/mutation/test-runner.ts'), {
      cwd: this.#copy,
      // A group of its own, so that the Workers it starts end with it.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(this.#child, 'message', { signal: AbortSignal.timeout(START_TIMEOUT_MS) });
    return this.#child;
  }

  #stop(): void {
    const pid = this.#child?.pid;
    this.#child = null;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It had ended already.
    }
  }
}

const secondsSince = (started: number): number => Math.round((Date.now() - started) / 1000);

/** The answer to one request; null when none came in time or the process ended. */
function answerOf(child: ChildProcess, request: RunRequest, timeoutMs: number): Promise<RunAnswer | null> {
  return new Promise((resolve) => {
    const done = (answer: RunAnswer | null): void => {
      clearTimeout(timer);
      child.off('message', done).off('exit', ended);
      resolve(answer);
    };
    const ended = (): void => done(null);
    const timer = setTimeout(ended, timeoutMs);
    child.on('message', done).on('exit', ended).send(request);
  });
}
