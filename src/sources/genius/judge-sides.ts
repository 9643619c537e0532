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
  if (named) return without(named, `Genius gives "${reason}" as the reason why there are no lyrics`);
  const written = readStateLyrics(state.lyrics);
  if (written === null) return without('parse_error', 'the data in the page contain no lyrics');
  if (written.text.length >= MAX_LYRICS_CHARS) return without('parse_error', TOO_LONG);
  const text = classifyText(written.text);
  if (text.outcome === 'ok') {
    return {
      outcome: 'ok',
      evidence: 'the data in the page contain a text with words',
      lyrics: written.text,
      styled: written.styled,
      empty: false,
    };
  }
  if (state.song?.instrumental)
    return without('instrumental', 'the data in the page mark the song as an instrumental');
  if (state.song?.lyricsState?.toLowerCase() === 'unreleased')
    return without('unreleased', 'the data in the page mark the song as unreleased');
  return {
    ...without(text.outcome, `in the data of the page, ${text.evidence}`),
    empty: written.text === '',
  };
}

/** Judges the visible page: words in the containers first, otherwise the placeholder. */
export function judgeDom(dom: DomReading): SideReading {
  const { text, styled } = dom.written;
  if (text === '' && dom.placeholder)
    return without(dom.placeholder, `the page shows the notice for ${dom.placeholder} songs`);
  if (text === '') {
    const seen = dom.recognised ? 'the lyrics on the page are empty' : 'the page has no place for lyrics';
    return without('parse_error', seen);
  }
  if (text.length >= MAX_LYRICS_CHARS) return without('parse_error', TOO_LONG);
  const judged = classifyText(text);
  if (judged.outcome !== 'ok') return without(judged.outcome, `on the page, ${judged.evidence}`);
  return { outcome: 'ok', evidence: 'the page shows a text with words', lyrics: text, styled, empty: false };
}
