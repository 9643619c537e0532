import type { Stretch } from '../pad/edit.ts';
import { type History, NO_HISTORY, type Step } from '../pad/history.ts';
import type { DraftContent } from '../pad/pad-document.ts';

/** A draft as it lies in the browser's storage. */
export interface StoredDraft extends DraftContent {
  /** Another with each save: two tabs see by it that the other has written. */
  revision: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isPlace = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

const isStretch = (value: unknown): value is Stretch =>
  isFields(value) && isPlace(value.start) && isPlace(value.end) && value.start < value.end;

const isStretches = (value: unknown): value is Stretch[] => Array.isArray(value) && value.every(isStretch);

const isStep = (value: unknown): value is Step =>
  isFields(value) &&
  isPlace(value.start) &&
  typeof value.removed === 'string' &&
  typeof value.inserted === 'string' &&
  typeof value.at === 'number' &&
  typeof value.isTyped === 'boolean' &&
  isStretches(value.madeBefore) &&
  isStretches(value.madeAfter);

const isSteps = (value: unknown): value is Step[] => Array.isArray(value) && value.every(isStep);

/** Steps fit a text if they can be taken back one after another. */
function stepsFit(text: string, { done, undone }: History): boolean {
  let now = text;
  for (const { start, removed, inserted } of done.toReversed()) {
    if (now.slice(start, start + inserted.length) !== inserted) return false;
    now = now.slice(0, start) + removed + now.slice(start + inserted.length);
  }
  now = text;
  for (const { start, removed, inserted } of undone.toReversed()) {
    if (now.slice(start, start + removed.length) !== removed) return false;
    now = now.slice(0, start) + inserted + now.slice(start + removed.length);
  }
  return true;
}

/** The steps of a stored draft; none where they are damaged, because the text alone is still worth having. */
function readHistory(value: unknown, text: string): History {
  if (!isFields(value) || !isSteps(value.done) || !isSteps(value.undone)) return NO_HISTORY;
  const history = { done: value.done, undone: value.undone };
  return stepsFit(text, history) ? history : NO_HISTORY;
}

/** A stored draft; null where it holds no text that can be read. */
export function parseDraft(json: string): StoredDraft | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isFields(value) || typeof value.text !== 'string') return null;
  const { text } = value;
  const made = isStretches(value.made) ? value.made.filter(({ end }) => end <= text.length) : [];
  return {
    text,
    made,
    history: readHistory(value.history, text),
    revision: typeof value.revision === 'string' ? value.revision : '',
    savedAt: typeof value.savedAt === 'number' ? value.savedAt : 0,
  };
}
