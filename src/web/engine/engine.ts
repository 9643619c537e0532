import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import type { RhymeAnswer, RhymeOptions } from '../../lyrics/rhyme/finder/contract.ts';
import type { Question, Reading, Refusal, Reply, TaskName, Tasks, VerseMarks } from './messages.ts';

export type EngineFailure = Refusal | 'slow';

/** The engine of the page gave no answer; the next question starts it anew. */
export class EngineError extends Error {
  override readonly name = 'EngineError' as const;
  readonly reason: EngineFailure;

  constructor(reason: EngineFailure) {
    super(`the engine of the page: ${reason}`);
    this.reason = reason;
  }
}

/** Where the engine runs; a test may give another. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Asked {
  question: Question;
  /** Null: a newer question of the same kind took its place. */
  settle: (answer: Tasks[TaskName]['answer'] | null) => void;
  fail: (error: EngineError) => void;
}

/** The first answer waits for the word list, over a slow line too. */
const OPENING_MS = 75_000;
const ANSWER_MS = 10_000;

/** Asks the engine one question at a time; of those that wait, only the newest of each kind is kept. */
export class EngineClient {
  readonly #start: () => Thread;
  #thread: Thread | null = null;
  #isReady = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Asked | null = null;
  readonly #waiting = new Map<TaskName, Asked>();
  #lastId = 0;

  constructor(start: () => Thread) {
    this.#start = start;
  }

  /** Rejects with EngineError; resolves with null when a newer question of the same kind took this one's place. */
  ask<Name extends TaskName>(
    task: Name,
    question: Tasks[Name]['question'],
  ): Promise<Tasks[Name]['answer'] | null> {
    return new Promise((settle, fail) => {
      this.#waiting.get(task)?.settle(null);
      const asked = { id: ++this.#lastId, task, ...question } as Question;
      this.#waiting.set(task, { question: asked, settle, fail });
      this.#next();
    });
  }

  #next(): void {
    const next = this.#waiting.values().next().value;
    if (this.#running !== null || next === undefined) return;
    this.#waiting.delete(next.question.task);
    this.#running = next;
    this.#thread ??= this.#open();
    this.#wait(this.#isReady ? ANSWER_MS : OPENING_MS);
    this.#thread.postMessage(next.question);
  }

  #open(): Thread {
    const thread = this.#start();
    thread.addEventListener('message', (event) => this.#hear(event.data));
    // What it throws has a message; a script that did not come has none.
    thread.addEventListener('error', (event) =>
      this.#giveUp(event instanceof ErrorEvent ? 'broken' : 'unloaded'),
    );
    return thread;
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUp('slow'), ms);
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'ready') {
      this.#isReady = true;
      this.#wait(ANSWER_MS);
      return;
    }
    // Browsers keep that a part did not come: only a new thread asks for it again.
    if (reply.kind === 'refusal' && reply.reason === 'unloaded') {
      this.#giveUp('unloaded');
      return;
    }
    const asked = this.#running;
    if (asked?.question.id !== reply.id) return;
    clearTimeout(this.#timer);
    this.#running = null;
    if (reply.kind === 'refusal') asked.fail(new EngineError(reply.reason));
    else asked.settle(this.#waiting.has(asked.question.task) ? null : reply.answer);
    this.#next();
  }

  /** A thread that hangs or died cannot be asked again. */
  #giveUp(reason: EngineFailure): void {
    clearTimeout(this.#timer);
    this.#thread?.terminate();
    this.#thread = null;
    this.#isReady = false;
    const asked = this.#running;
    this.#running = null;
    asked?.fail(new EngineError(reason));
    this.#next();
  }
}

const startThread = (): Thread =>
  new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });

const reader = new EngineClient(startThread);
/** A thread of its own: what is typed has its colours at once, however long the search for a rhyme takes. */
const finder = new EngineClient(startThread);

/**
 * Groups, letters, syllables and stresses of a text, all offsets into exactly this text. `sureness` from -1 (every echo
 * is a rhyme) through 0 to 1 (only sure rhymes). Null when a newer text was given meanwhile; rejects with EngineError.
 */
export const read = (text: string, sureness = 0): Promise<Reading | null> =>
  reader.ask('read', { text, sureness });

/** What a pad shows of a text while it is typed. Null and failures as `read`. */
export const mark = (text: string): Promise<VerseMarks | null> => reader.ask('mark', { text });

/** Words and phrases that rhyme with a word or phrase, for each of its readings. Null and failures as `read`. */
export const rhymes = (word: string, options: RhymeOptions): Promise<RhymeAnswer | null> =>
  finder.ask('rhymes', { word, options });

/** All that the engine can tell of a text: feeling, themes, craft. Null and failures as `read`. */
export const analyse = (text: string): Promise<AlgorithmicAnalysis | null> => reader.ask('analyse', { text });
