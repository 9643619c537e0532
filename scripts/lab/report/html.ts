import { element, escapeText } from '../charts/markup.ts';

/** A cell: text, which is escaped, or a number set with tabular figures. */
export type Cell = string | number | null;

const cell = (value: Cell, tag: 'td' | 'th', attributes: Record<string, string> = {}): string =>
  element(
    tag,
    typeof value === 'number' ? { class: 'number', ...attributes } : attributes,
    value === null ? '–' : escapeText(String(value)),
  );

export interface TableContent {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Cells are figures and short names, which are not broken into lines. */
  isFigures?: boolean;
}

/** A table that scrolls in its own frame where it is wider than the page; the first column names the row. */
export function table({ caption, head, rows, isFigures = false }: TableContent): string {
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((value, at) => (at === 0 ? cell(value, 'th', { scope: 'row' }) : cell(value, 'td'))).join(''),
    ),
  );
  const isNumber = (at: number): boolean =>
    rows.length > 0 && rows.every((row) => typeof row[at] === 'number');
  const heads = head.map((name, at) =>
    cell(name, 'th', { scope: 'col', ...(isNumber(at) ? { class: 'number' } : {}) }),
  );
  const inner = element('thead', {}, element('tr', {}, heads.join(''))) + element('tbody', {}, body.join(''));
  const attributes = { 'aria-label': caption, ...(isFigures ? { class: 'figures' } : {}) };
  // Outside of the frame, so that it stays where the table is scrolled.
  return (
    element('p', { class: 'caption' }, escapeText(caption)) +
    frame(element('table', attributes, inner), caption)
  );
}

/** Wide content: keyboards can scroll it, too. */
export const frame = (content: string, label: string): string =>
  element('div', { class: 'frame', tabindex: '0', role: 'region', 'aria-label': label }, content);

export const paragraph = (text: string): string => element('p', {}, escapeText(text));

export const list = (items: readonly string[], attributes: Record<string, string> = {}): string =>
  element('ul', attributes, items.map((item) => element('li', {}, escapeText(item))).join(''));

export const section = (id: string, title: string, content: string): string =>
  element('section', { 'aria-labelledby': id }, element('h2', { id }, escapeText(title)) + content);

export const figure = (chart: string, caption: string): string =>
  element('figure', {}, frame(chart, caption) + element('figcaption', {}, escapeText(caption)));

/** Longer values take a line of their own. */
const LONG = 24;

/** Names and values in columns. */
export function facts(entries: readonly (readonly [string, Cell])[]): string {
  const one = ([name, value]: readonly [string, Cell]): string => {
    const text = value === null ? '–' : String(value);
    return element(
      'div',
      text.length > LONG ? { class: 'long' } : {},
      element('dt', {}, escapeText(name)) + element('dd', {}, escapeText(text)),
    );
  };
  return element('dl', {}, entries.map(one).join(''));
}
