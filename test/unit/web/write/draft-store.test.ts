import { beforeEach, describe, expect, it } from 'vitest';
import { DraftStore } from '../../../../src/web/write/drafts/draft-store.ts';
import { parseDraft } from '../../../../src/web/write/drafts/stored-draft.ts';
import { EMPTY_DRAFT, PadDocument } from '../../../../src/web/write/pad/pad-document.ts';

/** A storage with room for so many characters, as a browser's is. */
class SmallStorage implements Storage {
  readonly #entries = new Map<string, string>();
  readonly room: number;
  isRefusing = false;

  constructor(room = Number.POSITIVE_INFINITY) {
    this.room = room;
  }

  get length(): number {
    return this.#entries.size;
  }

  key = (at: number) => [...this.#entries.keys()][at] ?? null;
  getItem = (key: string) => this.#entries.get(key) ?? null;
  removeItem = (key: string) => void this.#entries.delete(key);
  clear = () => this.#entries.clear();

  setItem(key: string, value: string): void {
    if (this.isRefusing) throw new DOMException('', 'SecurityError');
    if (value.length > this.room) throw new DOMException('', 'QuotaExceededError');
    this.#entries.set(key, value);
  }
}

let storage: SmallStorage;
let store: DraftStore;

beforeEach(() => {
  storage = new SmallStorage();
  store = new DraftStore(storage);
});

function written(...lines: string[]) {
  const pad = new PadDocument(undefined, () => 0);
  for (const line of lines) pad.replace({ start: pad.text.length, end: pad.text.length }, `${line}\n`);
  return pad.content;
}

const save = (id: string, content = written('a line'), base: string | null = null, now = 1) =>
  store.save(id, content, { base, now });

it('gives a draft back with the steps that can be taken back', () => {
  const content = written('one', 'two');
  save('d1', content);
  const stored = store.read('d1');
  expect(stored).toMatchObject(content);
  const pad = new PadDocument(stored ?? EMPTY_DRAFT);
  pad.undo();
  expect(pad.text).toBe('one\n');
});

it('lists drafts, the last saved first, by their first words', () => {
  storage.setItem('something-else', '{}');
  save('old', written('', '  first words  '), null, 1);
  save('new', written(''), null, 2);
  expect(store.list()).toEqual([
    { id: 'new', title: null, lines: 0, savedAt: 2 },
    { id: 'old', title: 'first words', lines: 1, savedAt: 1 },
  ]);
  expect(store.count()).toBe(2);
});

describe('saving', () => {
  it('over what another tab has saved meanwhile is a conflict, and loses neither text', () => {
    const first = save('d1');
    save('d1', written('by the other tab'), first.outcome === 'saved' ? first.revision : null);
    expect(save('d1', written('by this tab'), first.outcome === 'saved' ? first.revision : null)).toEqual({
      outcome: 'conflict',
    });
    expect(store.read('d1')?.text).toBe('by the other tab\n');
  });

  it('the same text as another tab is none', () => {
    save('d1');
    expect(save('d1', written('a line'), 'unknown').outcome).toBe('saved');
  });

  it('leaves out the oldest steps where there is no room for all', () => {
    storage = new SmallStorage(4000);
    store = new DraftStore(storage);
    const content = written(...Array.from({ length: 40 }, (_, at) => `line number ${at}`));
    expect(save('d1', content).outcome).toBe('saved');
    const stored = store.read('d1');
    expect(stored?.text).toBe(content.text);
    expect(stored?.history.done.length).toBeGreaterThan(0);
    expect(stored?.history.done.at(-1)).toEqual(content.history.done.at(-1));
  });

  it('says that the storage is full where there is no room for the text', () => {
    store = new DraftStore(new SmallStorage(10));
    expect(save('d1')).toEqual({ outcome: 'full' });
  });

  it('says that the storage refuses', () => {
    storage.isRefusing = true;
    expect(save('d1')).toEqual({ outcome: 'refused' });
    expect(new DraftStore(null).save('d1', EMPTY_DRAFT, { base: null, now: 1 })).toEqual({
      outcome: 'refused',
    });
  });
});

it('a removed draft can be put back', () => {
  save('d1');
  const removed = store.remove('d1');
  expect(store.read('d1')).toBeNull();
  store.save('d1', removed ?? EMPTY_DRAFT, { base: null, now: 2 });
  expect(store.read('d1')?.text).toBe('a line\n');
});

describe('a stored draft that is damaged', () => {
  it.each([['not JSON'], ['null'], ['[]'], ['{"text":5}'], ['"text"']])('%s is none', (json) => {
    expect(parseDraft(json)).toBeNull();
  });

  it('keeps its text where its steps do not fit it', () => {
    const { history } = written('another text');
    const draft = parseDraft(JSON.stringify({ text: 'words', made: [{ start: 0, end: 99 }], history }));
    expect(draft).toMatchObject({ text: 'words', made: [], history: { done: [], undone: [] } });
  });

  it('that would be too deep or wrong in its steps keeps its text', () => {
    for (const history of [5, {}, { done: [{}], undone: [] }, { done: 'x', undone: [] }])
      expect(parseDraft(JSON.stringify({ text: 'words', history }))?.text).toBe('words');
  });
});
