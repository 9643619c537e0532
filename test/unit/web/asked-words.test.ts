import { expect, it } from 'vitest';
import { askedWords } from '../../../src/web/shell/asked-words.ts';

it.each([
  ['/app/night-bus', 'night bus'],
  ['/artists/Marlow%20Vane', 'Marlow Vane'],
  ['/songs/snow_day.html', 'songs snow day'],
  ['/app/tracks/d%C3%A9j%C3%A0-vu', 'déjà vu'],
])('%s asks for "%s"', (path, words) => {
  expect(askedWords(path)).toBe(words);
});

it.each(['/app', '/app/tracks/1/2', '/%', '/app/tracks/%E0%A4%A', `/${'a'.repeat(90)}`])(
  '%s asks for nothing',
  (path) => {
    expect(askedWords(path)).toBeNull();
  },
);
