import { classifyText, type TextOutcome } from '../../lyrics/text/placeholders.ts';
import { MAX_LYRICS_CHARS, type StyledRange } from './lyrics-writer.ts';
import type { DomReading } from './parse-dom.ts';
import { readStateLyrics } from './parse-state.ts';
import type { SongState } from './state-song.ts';

/** The result of one of the two sides of a page. */
export interface SideReading {
  outcome: TextOutcome | 'blocked' | 'parse_error';
  evidence: string;
  lyrics: string;
  styled: StyledRange[];
  /** True if only an empty text was found, which any placeholder on the other side explains. */
  empty: boolean;
}

export function without(outcome: SideReading['outcome'], evidence: string): SideReading {
  return { outcome, evidence, lyrics: '', styled: [], empty: false };
}

const TOO_LONG = `the text does not end within ${MAX_LYRICS_CHARS} characters`;

const REASONS: Readonly<Record<string, TextOutcome>> = {
  instrumental: 'instrumental',
  unreleased: 'unreleased',
  untranscribed: 'untranscribed',
};

/** Judges the page state. The placeholder's reason is checked before the text, which may be "Instrumental". */
export function judgeState(state: SongState): SideReading {
  const reason = state.lyrics?.lyricsPlaceholderReason ?? state.song?.lyricsPlaceholderReason ?? null;
  const named = reason === null ? undefined : REASONS[reason.toLowerCase()];
  if (named) return without(named, `state: lyricsPlaceholderReason ${reason}`);
  const written = readStateLyrics(state.lyrics);
  if (written === null) return without('parse_error', 'the state holds no lyrics');
  if (written.text.length >= MAX_LYRICS_CHARS) return without('parse_error', TOO_LONG);
  const text = classifyText(written.text);
  if (text.outcome === 'ok') {
    return {
      outcome: 'ok',
      evidence: 'state: text with words',
      lyrics: written.text,
      styled: written.styled,
      empty: false,
    };
  }
  if (state.song?.instrumental) return without('instrumental', 'state: instrumental');
  if (state.song?.lyricsState?.toLowerCase() === 'unreleased')
    return without('unreleased', 'state: lyricsState unreleased');
  return { ...without(text.outcome, `state: ${text.evidence}`), empty: written.text === '' };
}

/** Judges the visible page: words in the containers first, otherwise the placeholder. */
export function judgeDom(dom: DomReading): SideReading {
  const { text, styled } = dom.written;
  if (text === '' && dom.placeholder)
    return without(dom.placeholder, `page: placeholder for ${dom.placeholder} songs`);
  if (text === '') {
    const seen = dom.recognised ? 'the lyrics root holds neither text nor placeholder' : 'no lyrics root';
    return without('parse_error', seen);
  }
  if (text.length >= MAX_LYRICS_CHARS) return without('parse_error', TOO_LONG);
  const judged = classifyText(text);
  if (judged.outcome !== 'ok') return without(judged.outcome, `page: ${judged.evidence}`);
  return { outcome: 'ok', evidence: 'page: text with words', lyrics: text, styled, empty: false };
}
