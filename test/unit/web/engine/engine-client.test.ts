import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineClient, type Thread } from '../../../../src/web/engine/engine.ts';
import type { Question, Reply } from '../../../../src/web/engine/messages.ts';

/** A thread that answers when the test says so. */
class HeldThread extends EventTarget implements Thread {
  readonly asked: Question[] = [];
  isEnded = false;

  postMessage(question: Question): void {
    this.asked.push(question);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(reply: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }

  answer(answer: unknown): void {
    const id = this.asked.at(-1)?.id ?? 0;
    this.say({ kind: 'answer', id, answer } as Reply);
  }
}

const threads: HeldThread[] = [];
const newClient = (): EngineClient => {
  threads.length = 0;
  return new EngineClient(() => {
    const thread = new HeldThread();
    threads.push(thread);
    return thread;
  });
};
const latest = (): HeldThread => {
  const thread = threads.at(-1);
  if (!thread) throw new Error('No thread was started');
  return thread;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const read = (client: EngineClient, text: string) => client.ask('read', { text, sureness: 0 });

describe('the client of the engine', () => {
  it('starts no thread before the first question, and one for all', async () => {
    const client = newClient();
    expect(threads).toEqual([]);
    const first = read(client, 'one');
    latest().answer({ text: 'one' });
    expect(await first).toEqual({ text: 'one' });
    const second = read(client, 'two');
    latest().answer({ text: 'two' });
    expect(await second).toEqual({ text: 'two' });
    expect(threads).toHaveLength(1);
  });

  it('asks only the newest of the questions that wait, and answers the others with null', async () => {
    const client = newClient();
    const answers = Promise.all(['a', 'ab', 'abc'].map((text) => read(client, text)));
    latest().answer({ text: 'a' });
    latest().answer({ text: 'abc' });
    expect(await answers).toEqual([null, null, { text: 'abc' }]);
    expect(latest().asked.map((question) => 'text' in question && question.text)).toEqual(['a', 'abc']);
  });

  it('keeps questions of different kinds apart', async () => {
    const client = newClient();
    const reading = read(client, 'a');
    const found = client.ask('rhymes', { word: 'cat', options: { kind: 'perfect', limit: 5 } });
    latest().answer({ text: 'a' });
    latest().answer({ items: [] });
    expect(await Promise.all([reading, found])).toEqual([{ text: 'a' }, { items: [] }]);
  });

  it('says why there is no answer, and asks again', async () => {
    const client = newClient();
    const failed = read(client, 'a');
    latest().say({ kind: 'refusal', id: 1, reason: 'lexicon' });
    await expect(failed).rejects.toMatchObject({ name: 'EngineError', reason: 'lexicon' });
    const again = read(client, 'a');
    latest().answer({ text: 'a' });
    expect(await again).toEqual({ text: 'a' });
  });

  it('ends a thread that does not answer in time, and starts another', async () => {
    const client = newClient();
    const slow = read(client, 'a');
    const refused = expect(slow).rejects.toMatchObject({ reason: 'slow' });
    latest().say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(latest().isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    await refused;
    expect(latest().isEnded).toBe(true);
    const again = read(client, 'a');
    expect(threads).toHaveLength(2);
    latest().answer({ text: 'a' });
    expect(await again).toEqual({ text: 'a' });
  });

  it('waits longer while the word list is on its way', async () => {
    const client = newClient();
    const reading = read(client, 'a');
    await vi.advanceTimersByTimeAsync(60_000);
    latest().say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(9_000);
    latest().answer({ text: 'a' });
    expect(await reading).toEqual({ text: 'a' });
  });

  it('goes on with what waits when its thread dies', async () => {
    const client = newClient();
    const dying = read(client, 'a');
    const refused = expect(dying).rejects.toMatchObject({ reason: 'broken' });
    const waiting = client.ask('rhymes', { word: 'cat', options: { kind: 'perfect', limit: 5 } });
    latest().dispatchEvent(new ErrorEvent('error', { message: 'it broke' }));
    await refused;
    latest().answer({ items: [] });
    expect(await waiting).toEqual({ items: [] });
    expect(threads).toHaveLength(2);
  });

  it('starts a new thread after one that did not load, or a part of it', async () => {
    const client = newClient();
    const unloaded = expect(read(client, 'a')).rejects.toMatchObject({ reason: 'unloaded' });
    latest().dispatchEvent(new Event('error'));
    await unloaded;
    const halfLoaded = expect(client.ask('analyse', { text: 'a' })).rejects.toMatchObject({
      reason: 'unloaded',
    });
    latest().say({ kind: 'refusal', id: latest().asked[0]?.id ?? 0, reason: 'unloaded' });
    await halfLoaded;
    const again = read(client, 'a');
    latest().answer({ text: 'a' });
    expect(await again).toEqual({ text: 'a' });
    expect(threads).toHaveLength(3);
  });
});

describe('the engine of the page', () => {
  it('colours what is typed while a rhyme is looked for: the search has a thread of its own', async () => {
    const started: HeldThread[] = [];
    vi.stubGlobal(
      'Worker',
      class extends HeldThread {
        constructor() {
          super();
          started.push(this);
        }
      },
    );
    vi.resetModules();
    const { mark, rhymes } = await import('../../../../src/web/engine/engine.ts');
    void rhymes('cat', { kind: 'perfect', limit: 5 });
    const marked = mark('a');
    const reader = started.find(({ asked }) => asked[0]?.task === 'mark');
    reader?.answer({ letters: '-' });
    expect(await marked).toEqual({ letters: '-' });
    vi.unstubAllGlobals();
  });
});
