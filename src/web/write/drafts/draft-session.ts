import { EMPTY_DRAFT, PadDocument } from '../pad/pad-document.ts';
import { type DraftStore, newDraftId } from './draft-store.ts';
import { parseDraft, type StoredDraft } from './stored-draft.ts';

/** `new`: nothing written yet. `full`, `refused`: what is on the screen is not saved. */
export type SaveState = 'new' | 'saving' | 'saved' | 'full' | 'refused';

/** `forked`: another tab changed the draft at the same time, and this text went on as a draft of its own. */
export type DraftNotice = 'forked' | 'removed';

export interface SessionState {
  id: string;
  save: SaveState;
  notice: DraftNotice | null;
}

const SETTLE_MS = 250;

type Listener = (state: SessionState) => void;

/**
 * One draft while it is open: saved shortly after each change and when the page is left, taken over where another tab
 * changes it. Two tabs that change it at once end as two drafts, so that neither text is lost.
 */
export class DraftSession {
  /** Names the session: its draft may get another name. */
  readonly key = crypto.randomUUID();
  readonly document: PadDocument;
  readonly #store: DraftStore;
  readonly #listeners = new Set<Listener>();
  #state: SessionState;
  /** The revision that the text was made from; null: it is not stored yet. */
  #base: string | null;
  #savedText: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: DraftStore, id: string) {
    const stored = store.read(id);
    this.#store = store;
    this.document = new PadDocument(stored ?? EMPTY_DRAFT);
    this.#base = stored?.revision ?? null;
    this.#savedText = stored?.text ?? '';
    this.#state = { id, save: stored === null ? 'new' : 'saved', notice: null };
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Whether closing the page now would lose words. */
  get isUnsaved(): boolean {
    return this.document.text !== this.#savedText;
  }

  onState(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Watches the text, other tabs and the end of the page until what it gives is called, which saves. */
  open(): () => void {
    const forget = this.document.onChange(() => this.#changed());
    const events = new AbortController();
    const { signal } = events;
    window.addEventListener('storage', (event) => this.#heard(event), { signal });
    window.addEventListener('pagehide', () => this.save(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.save(), { signal });
    window.addEventListener('beforeunload', (event) => this.#warn(event), { signal });
    return () => {
      this.save();
      forget();
      events.abort();
    };
  }

  /** Saves now what has changed since. */
  save(): void {
    clearTimeout(this.#timer);
    if (this.#state.save !== 'saving' && !this.isUnsaved) return;
    const now = Date.now();
    const saved = this.#store.save(this.#state.id, this.document.content, { base: this.#base, now });
    if (saved.outcome === 'conflict') this.#fork();
    else if (saved.outcome !== 'saved') this.#set({ save: saved.outcome });
    else this.#saved(saved.revision);
  }

  #saved(revision: string): void {
    this.#base = revision;
    this.#savedText = this.document.text;
    this.#set({ save: 'saved' });
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), SETTLE_MS);
    if (this.#state.save === 'new' || this.#state.save === 'saved') this.#set({ save: 'saving' });
  }

  #fork(): void {
    this.#base = null;
    this.#set({ id: newDraftId(), notice: 'forked', save: 'saving' });
    this.save();
  }

  #heard({ key, newValue, storageArea }: StorageEvent): void {
    if (storageArea !== window.localStorage) return;
    if (key !== null && this.#store.idOf(key) !== this.#state.id) return;
    const theirs = newValue === null ? null : parseDraft(newValue);
    if (theirs === null) this.#removed();
    // What is not saved yet meets the other text when it is.
    else if (!this.isUnsaved && theirs.revision !== this.#base) this.#adopt(theirs);
  }

  #adopt(theirs: StoredDraft): void {
    this.#base = theirs.revision;
    this.#savedText = theirs.text;
    this.document.adopt(theirs);
    clearTimeout(this.#timer);
    this.#set({ save: 'saved', notice: null });
  }

  /** Another tab deleted the draft, or all of the storage: what is on the screen stays, and is saved with the next change. */
  #removed(): void {
    if (this.#base === null) return;
    this.#base = null;
    this.#savedText = '';
    this.#set({ save: 'new', notice: 'removed' });
  }

  #warn(event: BeforeUnloadEvent): void {
    this.save();
    if (this.isUnsaved) event.preventDefault();
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener(this.#state);
  }
}
