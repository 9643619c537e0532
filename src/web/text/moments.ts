import { plural } from './format.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** How long something took or waits, in its largest unit: "3 hours". */
export function formatSpan(ms: number): string {
  if (ms < MINUTE_MS) return plural(Math.max(0, Math.round(ms / 1000)), 'second');
  if (ms < 2 * HOUR_MS) return plural(Math.round(ms / MINUTE_MS), 'minute');
  return ms < 2 * DAY_MS ? plural(Math.round(ms / HOUR_MS), 'hour') : plural(Math.round(ms / DAY_MS), 'day');
}

/** What must not be parted at the end of a line. */
const whole = (text: string): string => text.replaceAll(' ', '\u00A0');

/** A moment before `now` in milliseconds: "12 minutes ago". */
export const formatAgo = (iso: string, now: number): string => `${formatSpan(now - Date.parse(iso))} ago`;

export const formatDay = (iso: string): string => whole(day.format(new Date(iso)));

/** A moment as an operator says it: its time on this day, with its weekday within a week, else its date. */
export function formatMoment(iso: string | null, now = Date.now()): string {
  if (iso === null) return '';
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  if (date.toDateString() === new Date(now).toDateString()) return clock.format(date);
  const isNear = Math.abs(now - date.getTime()) < WEEK_MS - DAY_MS;
  return whole(isNear ? `${weekday.format(date)} ${clock.format(date)}` : day.format(date));
}
