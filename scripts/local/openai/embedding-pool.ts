import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EmbeddingJob, EmbeddingReport } from './embedding-worker.ts';
import { LruMap } from './lru-map.ts';

export const MODEL = 'universal-sentence-encoder-lite';
export const DIMENSIONS = 512;

export interface Embedding {
  vector: Float32Array;
  tokens: number;
}

export interface EmbeddingPool {
  /** One embedding a text, in order. Waits for the model to be loaded. */
  embed(texts: string[]): Promise<Embedding[]>;
  close(): Promise<void>;
}

export interface PoolOptions {
  threads?: number;
  /** Texts whose embedding is kept; one takes two kilobytes. */
  cacheEntries?: number;
}

interface Task {
  text: string;
  resolve(embedding: Embedding): void;
  reject(error: Error): void;
}

/** Loads the model on its own threads, in the background. */
export function openEmbeddingPool(options: PoolOptions = {}): EmbeddingPool {
  return new ThreadPool(
    options.threads ?? Math.min(2, availableParallelism()),
    options.cacheEntries ?? 20_000,
  );
}

/** Few at once, so that both threads share a large request and a small one is not kept waiting long. */
const TEXTS_PER_JOB = 4;
const SMALL_REQUEST = 2;

class ThreadPool implements EmbeddingPool {
  /** A search waits for nothing but the running job; an import waits for searches. */
  readonly #urgent: Task[] = [];
  readonly #bulk: Task[] = [];
  readonly #cache: LruMap<string, Promise<Embedding>>;
  readonly #workers: Worker[];
  readonly #idle: Worker[] = [];
  readonly #running = new Map<Worker, Task[]>();
  #failure: Error | null = null;

  constructor(threads: number, cacheEntries: number) {
    this.#cache = new LruMap(cacheEntries);
    this.#workers = Array.from({ length: Math.max(1, threads) }, () => this.#startWorker());
  }

  async embed(texts: string[]): Promise<Embedding[]> {
    const lane = texts.length <= SMALL_REQUEST ? this.#urgent : this.#bulk;
    const embeddings = texts.map((text) => this.#embedOnce(text, lane));
    this.#dispatch();
    return await Promise.all(embeddings);
  }

  async close(): Promise<void> {
    this.#fail(new Error('The embedding model was stopped.'));
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #embedOnce(text: string, lane: Task[]): Promise<Embedding> {
    const key = createHash('sha256').update(text).digest('base64');
    const known = this.#cache.get(key);
    if (known) return known;
    const embedding = new Promise<Embedding>((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      else lane.push({ text, resolve, reject });
    });
    this.#cache.set(key, embedding);
    embedding.catch(() => this.#cache.delete(key));
    return embedding;
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./embedding-worker.ts', import.meta.url));
    worker.once('message', () => {
      worker.on('message', (report: EmbeddingReport) => this.#finish(worker, report));
      this.#release(worker);
    });
    worker.on('error', (error) => this.#fail(error));
    worker.unref();
    return worker;
  }

  #release(worker: Worker): void {
    this.#idle.push(worker);
    this.#dispatch();
  }

  #dispatch(): void {
    while (this.#idle.length > 0) {
      const lane = this.#urgent.length > 0 ? this.#urgent : this.#bulk;
      const tasks = lane.splice(0, TEXTS_PER_JOB);
      const worker = tasks.length > 0 ? this.#idle.pop() : undefined;
      if (!worker) return;
      this.#running.set(worker, tasks);
      worker.postMessage({ texts: tasks.map(({ text }) => text) } satisfies EmbeddingJob);
    }
  }

  #finish(worker: Worker, report: EmbeddingReport): void {
    const tasks = this.#running.get(worker) ?? [];
    this.#running.delete(worker);
    for (const [i, task] of tasks.entries()) {
      const vector = 'vectors' in report ? report.vectors[i] : undefined;
      if (vector && 'tokens' in report) task.resolve({ vector, tokens: report.tokens[i] ?? 0 });
      else task.reject(new Error('error' in report ? report.error : 'The model left a text out.'));
    }
    this.#release(worker);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    const waiting = [
      ...this.#urgent.splice(0),
      ...this.#bulk.splice(0),
      ...[...this.#running.values()].flat(),
    ];
    this.#running.clear();
    for (const task of waiting) task.reject(error);
  }
}
