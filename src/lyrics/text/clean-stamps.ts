import { bareStamp, hasBareStamps, INLINE_STAMP } from './bare-stamps.ts';
import type { Note } from './clean.ts';

const TIME = String.raw`(\d{1,3}):(\d{2})(?::(\d{2}))?(?:[.,:](\d{1,3}))?`;
const OPENING = new RegExp(`^\\s?\\[${TIME}\\]`);
const TAG =
  /^\[(?:ar|ti|al|au|by|la|re|ve|id|lr|length|offset|tool|encoding|artist|title|album|author|lang|language|key|#)\s?:[^\]]{0,200}\]$/i;
const CUE = /^(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3} +--> +(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3}/;
const CUE_NUMBER = /^\d{1,5}$/;
const MIN_TAGS = 2;

interface Timed {
  /** In seconds; a row without a time has the one before it. */
  readonly at: number;
  readonly text: string;
}

/**
 * The rows of a file with time stamps (LRC, its enhanced form, times without brackets, SRT, WebVTT) without its stamps and
 * tags. A row with several times is sung at each of them, so it stands there each time. A text without a stamped row or
 * two tags is left as it is.
 */
export function dropStamps(given: readonly string[], note: Note): string[] {
  if (given.some((line) => CUE.test(line))) return dropCues(given, note);
  const isTimed = given.some((line) => OPENING.test(line));
  const lines = isTimed ? given.flatMap(splitJoined) : given;
  const isBare = hasBareStamps(lines);
  const hasWordTimes = lines.some((line) => line.search(INLINE_STAMP) >= 0);
  const hasTags = lines.filter((line) => TAG.test(line.trim())).length >= MIN_TAGS;
  if (!isTimed && !isBare && !hasTags && !hasWordTimes) return [...lines];
  const rows: Timed[] = [];
  let isRepeated = false;
  for (const line of lines) {
    if (TAG.test(line.trim()) && (isTimed || isBare || hasTags)) {
      note('time_stamps');
      continue;
    }
    const { times, rest } = takeTimes(isBare ? line.slice(bareStamp(line)) : line);
    const text = rest.replace(INLINE_STAMP, '').replace(isTimed ? SQUARE_STAMP : NEVER, '');
    if (times.length > 0 || text !== line) note('time_stamps');
    if (isBare && text === '' && line.trim() !== '') continue;
    isRepeated ||= times.length > 1;
    for (const at of times.length > 0 ? times : [rows.at(-1)?.at ?? 0]) rows.push({ at, text });
  }
  return (isRepeated ? rows.toSorted((a, b) => a.at - b.at) : rows).map(({ text }) => text);
}

/** The lines of a song that were joined to one, when the text between its times is whole lines and not single words. */
function splitJoined(line: string): string[] {
  const parts = line.split(JOINED);
  const words = line.replace(SQUARE_STAMP, ' ').split(/\s+/).length;
  return words >= parts.length * MIN_JOINED_WORDS ? parts : [line];
}

const MIN_JOINED_WORDS = 3;
/** In front of a time that follows words and is followed by words. */
const JOINED = /(?<=[^\]\s]\s{0,9})(?=\[\d{1,3}:\d{2}(?:[:.,]\d{1,3}){0,2}\]\s{0,9}[^\s[])/;
const SQUARE_STAMP = new RegExp(`\\[${TIME}\\]`, 'g');
const NEVER = /(?!)/;

// Subtitles: the number and the times of each cue go, a blank line between cues is none of the song.
function dropCues(lines: readonly string[], note: Note): string[] {
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    const isNumber = CUE_NUMBER.test(line.trim()) && CUE.test(lines[at + 1] ?? '');
    if (isNumber || CUE.test(line) || /^WEBVTT\b/.test(line)) note('time_stamps');
    else if (line.trim() !== '') kept.push(line);
  }
  return kept;
}

function takeTimes(line: string): { times: number[]; rest: string } {
  const times: number[] = [];
  let rest = line;
  for (let stamp = OPENING.exec(rest); stamp; stamp = OPENING.exec(rest)) {
    times.push(secondsOf(stamp));
    rest = rest.slice(stamp[0].length);
  }
  return { times, rest };
}

// "[01:02:03]" counts hours, "[01:02.03]" hundredths.
function secondsOf([, first = '0', second = '0', third, fraction = '0']: RegExpExecArray): number {
  const [a, b] = [Number(first), Number(second)];
  const whole = third === undefined ? a * 60 + b : a * 3600 + b * 60 + Number(third);
  return whole + Number(`0.${fraction}`);
}
