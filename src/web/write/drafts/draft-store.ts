import { halved, NO_HISTORY } from '../pad/history.ts';
import type { DraftContent } from '../pad/pad-document.ts';
import { parseDraft, type StoredDraft } from './stored-draft.ts';

const PREFIX = 'barline.draft.';
const PROBE = 'barline.probe';
const TITLE_CHARACTERS = 60;

export interface DraftSummary {
  id: string;
  /** Its first line with words; null where it has none. */
  title: string | null;
  lines: number;
  savedAt: number;
}

/** How saving ended: `conflict`: another tab has saved another text meanwhile; `full` and `refused`: nothing was saved. */
export type SaveOutcome =
  | { outcome: 'saved'; revision: string }
  | { outcome: 'conflict' | 'full' | 'refused' };

const isFull = (error: unknown): boolean => error instanceof DOMException && /quota/i.test(error.name);

/** The browser's storage of this origin; null where it keeps nothing for this page. */
export function openStorage(): Storage | null {
  try {
    const { localStorage } = window;
    localStorage.setItem(PROBE, '');
    localStorage.removeItem(PROBE);
    return localStorage;
  } catch (error) {
    // What is full can still be read.
    return isFull(error) ? window.localStorage : null;
  }
}

export const newDraftId = (): string => crypto.randomUUID().slice(0, 8);

const summaryOf = (id: string, { text, savedAt }: StoredDraft): DraftSummary => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const title = lines[0]?.trim().slice(0, TITLE_CHARACTERS) ?? null;
  return { id, title, lines: lines.length, savedAt };
};

/** The drafts of this browser. Each is one entry, so that its text and its steps are saved together or not at all. */
export class DraftStore {
  readonly #storage: Storage | null;

  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  get isOpen(): boolean {
    return this.#storage !== null;
  }

  #ids(): string[] {
    const keys = Array.from({ length: this.#storage?.length ?? 0 }, (_, at) => this.#storage?.key(at) ?? '');
    return keys.flatMap((key) => this.idOf(key) ?? []);
  }

  count(): number {
    return this.#ids().length;
  }

  /** The drafts that can be read, the last saved first. */
  list(): DraftSummary[] {
    const found = this.#ids().flatMap((id) => {
      const draft = this.read(id);
      return draft === null ? [] : [summaryOf(id, draft)];
    });
    return found.sort((a, b) => b.savedAt - a.savedAt);
  }

  /** The draft that an entry of the storage belongs to; null for other entries. */
  idOf(key: string): string | null {
    return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
  }

  /** A draft as it is stored now; null where there is none. */
  read(id: string): StoredDraft | null {
    const json = this.#storage?.getItem(PREFIX + id) ?? null;
    return json === null ? null : parseDraft(json);
  }

  /** Saves a draft over the revision it was made from; null: over nothing. Without room for all steps the oldest are left out. */
  save(id: string, content: DraftContent, { base, now }: { base: string | null; now: number }): SaveOutcome {
    if (this.#storage === null) return { outcome: 'refused' };
    const stored = this.read(id);
    if (stored !== null && stored.revision !== base && stored.text !== content.text)
      return { outcome: 'conflict' };
    const revision = crypto.randomUUID();
    for (let { history } = content; ; history = halved(history)) {
      const draft: StoredDraft = { ...content, history, revision, savedAt: now };
      try {
        this.#storage.setItem(PREFIX + id, JSON.stringify(draft));
        return { outcome: 'saved', revision };
      } catch (error) {
        const hasSteps = history.done.length + history.undone.length > 0;
        if (!isFull(error)) return { outcome: 'refused' };
        if (!hasSteps) return { outcome: 'full' };
        if (history.done.length <= 1) history = NO_HISTORY;
      }
    }
  }

  /** Removes a draft, and gives what it held, so that it can be put back. */
  remove(id: string): StoredDraft | null {
    const draft = this.read(id);
    this.#storage?.removeItem(PREFIX + id);
    return draft;
  }
}
