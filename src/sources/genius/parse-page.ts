import { isSnippet } from '../../lyrics/text/placeholders.ts';
import { challengeSign } from '../challenge.ts';
import { classifySong } from './classify.ts';
import { firstDifference, type LyricsDifference } from './compare-lyrics.ts';
import { judgeDom, judgeState, type SideReading, without } from './judge-sides.ts';
import type { StyledRange } from './lyrics-writer.ts';
import { factsFromPage, type PageSongFacts } from './page-facts.ts';
import { readPageState } from './page-state.ts';
import { type DomReading, readDom } from './parse-dom.ts';
import { pickSongState, type SongState } from './state-song.ts';

export type PageOutcome =
  | 'blocked'
  | 'instrumental'
  | 'not_a_song'
  | 'ok'
  | 'parse_error'
  | 'unreleased'
  | 'untranscribed';

export interface PageContext {
  url?: string | undefined;
  status?: number | undefined;
  headers?: Headers | undefined;
  /** True if the body was cut at the byte limit. */
  truncated?: boolean | undefined;
  /** The requested song: the page of another song is an error. */
  songId?: number | undefined;
}

export interface SongPage {
  outcome: PageOutcome;
  /** The sign that decided the outcome. */
  evidence: string;
  /** Text with its header lines and stanza breaks; empty unless the outcome is `ok`. */
  lyrics: string;
  /** Bold and italic stretches of `lyrics`, by line. */
  styled: StyledRange[];
  source: 'dom' | 'state' | null;
  /** Whether page state and DOM agree; null if only one of them could be read. */
  agreed: boolean | null;
  difference: LyricsDifference | null;
  warnings: string[];
  song: PageSongFacts;
}

interface Readings {
  state: SongState | null;
  dom: DomReading | null;
  warnings: string[];
}

function readState(html: string, warnings: string[]): SongState | null {
  const page = readPageState(html);
  if (!page.found) {
    warnings.push(page.error === null ? 'state_missing' : `state_unreadable: ${page.error}`);
    return null;
  }
  const state = pickSongState(page.value);
  if (state === null) warnings.push('state_unreadable: it describes no song page');
  return state;
}

function readPage(html: string, context: PageContext): Readings {
  const warnings: string[] = [];
  if (context.truncated) warnings.push('page_too_large: the body was cut');
  else if (!/<\/html\s*>/i.test(html.slice(-4096))) warnings.push('html_truncated: the page has no end');
  if (html.includes('\uFFFD')) warnings.push('replacement_characters: some bytes did not fit the encoding');
  const state = readState(html, warnings);
  const dom = readDom(html);
  if (dom === null) warnings.push('dom_unreadable: too many tags');
  return { state, dom, warnings };
}

function isRecognised({ state, dom }: Readings): boolean {
  return state !== null || dom?.recognised === true;
}

function wasCut(warnings: readonly string[]): boolean {
  return warnings.some(
    (warning) => warning.startsWith('html_truncated') || warning.startsWith('page_too_large'),
  );
}

/** Whether a page says of itself that it is of an instrumental, which has the address of a page about music. */
function isNoticed({ state, dom }: Readings): boolean {
  const reason = state?.lyrics?.lyricsPlaceholderReason ?? state?.song?.lyricsPlaceholderReason;
  return dom?.placeholder === 'instrumental' || reason?.toLowerCase() === 'instrumental';
}

/** The result of a reply that is not a song page; null if it may be one. */
function refusal(html: string, context: PageContext, readings: Readings): SideReading | null {
  const { status } = context;
  const sign = challengeSign(context.headers, isRecognised(readings) ? '' : html);
  if (sign !== null) return without('blocked', sign);
  if (status === 403 || status === 503) return without('blocked', `HTTP ${status}`);
  if (status !== undefined && (status < 200 || status > 299)) return without('parse_error', `HTTP ${status}`);
  return null;
}

interface Verdict {
  chosen: SideReading;
  source: 'dom' | 'state' | null;
  agreed: boolean | null;
  difference: LyricsDifference | null;
}

function compareSides(stateSide: SideReading | null, domSide: SideReading | null): Verdict {
  const state = stateSide?.outcome === 'parse_error' ? null : stateSide;
  const dom = domSide?.outcome === 'parse_error' ? null : domSide;
  if (!state || !dom) {
    const chosen = state ?? dom ?? stateSide ?? domSide ?? without('parse_error', 'nothing to read');
    return { chosen, source: state ? 'state' : dom ? 'dom' : null, agreed: null, difference: null };
  }
  // An empty text in the state is weak evidence: the page gives the reason, or does contain the words.
  if (state.empty && dom.outcome !== 'ok')
    return { chosen: dom, source: 'dom', agreed: true, difference: null };
  const difference = firstDifference(state, dom);
  const preferDom = state.outcome === 'untranscribed' && dom.outcome === 'ok';
  return {
    chosen: preferDom ? dom : state,
    source: preferDom ? 'dom' : 'state',
    agreed: difference === null,
    difference,
  };
}

function judge({ state, dom, warnings }: Readings): Verdict {
  const stateSide = state === null ? null : judgeState(state);
  let domSide = dom === null ? null : judgeDom(dom);
  if (dom && dom.written.text !== '' && wasCut(warnings) && !dom.footer) {
    // A truncated text looks complete, so only the state can be trusted: if truncated, it fails to parse.
    domSide = without('parse_error', 'the page ends inside the lyrics');
  }
  for (const [name, side] of [
    ['state', stateSide],
    ['dom', domSide],
  ] as const) {
    if (side?.outcome === 'parse_error') warnings.push(`${name}_unreadable: ${side.evidence}`);
  }
  return compareSides(stateSide, domSide);
}

/**
 * Reads a Genius song page. Page state and DOM are each read by a walker and compared; the state has priority, the DOM
 * verifies it and replaces it if it is missing. Never throws for any page content.
 */
export function parseSongPage(html: string, context: PageContext = {}): SongPage {
  const readings = readPage(html, context);
  const { warnings } = readings;
  const song = factsFromPage(readings.state, readings.dom, context.url);
  const refused = refusal(html, context, readings);
  const empty = { lyrics: '', styled: [], source: null, agreed: null, difference: null, warnings, song };
  if (refused) return { ...empty, outcome: refused.outcome, evidence: refused.evidence };
  const kind = classifySong({
    title: song.title ?? '',
    url: song.path ?? context.url,
    isMusic: song.isMusic,
  });
  if (isRecognised(readings) && kind.kind === 'non_song' && !isNoticed(readings))
    return { ...empty, outcome: 'not_a_song', evidence: kind.evidence };
  if (context.songId !== undefined && song.id !== null && song.id !== context.songId) {
    return { ...empty, outcome: 'parse_error', evidence: `the page is of song ${song.id}` };
  }
  const { chosen, ...verdict } = judge(readings);
  const { empty: _, ...reading } = chosen;
  if (reading.outcome === 'ok' && isSnippet(reading.lyrics)) warnings.push('snippet: taken from a preview');
  return { ...reading, ...verdict, warnings, song };
}
