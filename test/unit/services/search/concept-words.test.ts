import { expect, it } from 'vitest';
import { conceptWords, labelsOf } from '../../../../src/services/search/concept-words.ts';

it.each([
  [['grief'], 'funeral'],
  [['prison', 'letters'], 'cell'],
])('the theme of %j is widened by what songs about it say', (content, word) => {
  expect(conceptWords(content)).toContain(word);
  for (const asked of content) expect(conceptWords(content)).not.toContain(asked);
});

it.each([[['lobsters']], [['waiting', 'years', 'friend', 'prison']], [[]]])(
  '%j is left as it is',
  (content) => {
    expect(conceptWords(content)).toEqual([]);
  },
);

it('words name labels of analyses in any inflection, several where they mean several', () => {
  expect(labelsOf(['mourning', 'the', 'lovers', 'lobsters'])).toEqual({
    mourning: 'themelossgrief',
    lovers: 'themelove feelinglove',
  });
  expect(labelsOf(['heartbreak'])).toEqual({ heartbreak: 'themelossgrief feelingsadness' });
});
