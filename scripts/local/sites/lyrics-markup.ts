/** Lyrics as the editor of Genius sees them: text and breaks, links around annotated stretches, typography. */
export type MarkupToken =
  | { kind: 'ad' }
  | { kind: 'break' }
  | { kind: 'close'; tag: MarkupTag }
  | { kind: 'open'; tag: MarkupTag }
  /** Here the page ends one container and opens the next; like an ad it stands for a line break. */
  | { kind: 'split' }
  | { kind: 'text'; text: string };

export type MarkupTag = 'a' | 'b' | 'i';

export interface MarkupClasses {
  container: string;
  clickTarget: string;
  highlight: string;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');
}

function wrapped(tag: MarkupTag, tokens: MarkupToken[]): MarkupToken[] {
  return [{ kind: 'open', tag }, ...tokens, { kind: 'close', tag }];
}

function lineTokens(line: string, random: () => number): MarkupToken[] {
  const header = /^\[(.+)\]$/.exec(line)?.[1];
  if (header !== undefined && random() < 0.08) {
    // Some contributors set the brackets of a header in bold.
    const bracket = (text: string): MarkupToken[] => wrapped('b', [{ kind: 'text', text }]);
    return [...bracket('['), { kind: 'text', text: header }, ...bracket(']')];
  }
  return [{ kind: 'text', text: line }];
}

function withBreaks(lines: string[], random: () => number): MarkupToken[] {
  return lines.flatMap((line, i) => [
    ...(i > 0 ? [{ kind: 'break' } as const] : []),
    ...lineTokens(line, random),
  ]);
}

/** One stanza, some of whose lines are annotated or set in italics together. */
function stanzaTokens(stanza: string, random: () => number): MarkupToken[] {
  const lines = stanza.split('\n');
  const from = Math.floor(random() * lines.length);
  const to = from + 1 + Math.floor(random() * Math.min(3, lines.length - from));
  const middle = withBreaks(lines.slice(from, to), random);
  const choice = random();
  const dressed = choice < 0.5 ? wrapped('a', middle) : choice < 0.6 ? wrapped('i', middle) : middle;
  const parts = [withBreaks(lines.slice(0, from), random), dressed, withBreaks(lines.slice(to), random)];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, i) => [...(i > 0 ? [{ kind: 'break' } as const] : []), ...part]);
}

/** Dresses plain lyrics (stanzas apart by one blank line) the way song pages are dressed; `random` decides how. */
export function tokenizeLyrics(lyrics: string, random: () => number): MarkupToken[] {
  const stanzas = lyrics.split('\n\n');
  const every = 3 + Math.floor(random() * 2);
  return stanzas.flatMap((stanza, i) => {
    if (i === 0) return stanzaTokens(stanza, random);
    const gap = i % every === 0 ? 'split' : random() < 0.1 ? 'ad' : 'break';
    return [{ kind: 'break' }, { kind: gap }, ...stanzaTokens(stanza, random)] as MarkupToken[];
  });
}

const SENTINEL =
  '<span style="position:absolute;opacity:0;width:0;height:0;pointer-events:none" tabindex="0"></span>';

function openTag(tag: MarkupTag, classes: MarkupClasses): string {
  if (tag !== 'a') return `<${tag}>`;
  return `<a class="${classes.clickTarget}" href="/1/a/b"><span class="${classes.highlight}">`;
}

function closeTag(tag: MarkupTag): string {
  return tag === 'a' ? `</span></a>${SENTINEL}<span>${SENTINEL}</span>` : `</${tag}>`;
}

function domToken(token: MarkupToken, open: MarkupTag[], classes: MarkupClasses, between: string): string {
  if (token.kind === 'text') return escapeHtml(token.text);
  if (token.kind === 'break') return '<br/>';
  if (token.kind === 'ad') return '<inread-ad></inread-ad>';
  if (token.kind === 'open') {
    open.push(token.tag);
    return openTag(token.tag, classes);
  }
  if (token.kind === 'close') {
    open.pop();
    return closeTag(token.tag);
  }
  // What is open at a split is closed with the container and goes on in the next one.
  const closing = open.toReversed().map(closeTag).join('');
  const opening = open.map((tag) => openTag(tag, classes)).join('');
  return `${closing}</div>${between}<div class="${classes.container}" data-lyrics-container="true">${opening}`;
}

/** The containers of the visible page; `between` stands at every split. */
export function renderContainers(
  tokens: readonly MarkupToken[],
  options: { classes: MarkupClasses; header: string; between: string },
): string {
  const open: MarkupTag[] = [];
  const { classes, between } = options;
  const inner = tokens.map((token) => domToken(token, open, classes, between)).join('');
  return `<div class="${classes.container}" data-lyrics-container="true">${options.header}${inner}</div>`;
}

/** The markup that the page state holds: paragraphs, `<br>` with a line feed, links by id, no advertisements. */
export function renderStateHtml(tokens: readonly MarkupToken[]): string {
  const inner = tokens.map((token) => {
    if (token.kind === 'text') return escapeHtml(token.text);
    if (token.kind === 'open') return token.tag === 'a' ? '<a data-id="1" href="/1/a/b">' : `<${token.tag}>`;
    if (token.kind === 'close') return `</${token.tag}>`;
    return '<br>\n';
  });
  return `<p>${inner.join('')}</p>\n`;
}
