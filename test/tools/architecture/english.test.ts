import { describe, expect, it } from 'vitest';
import { englishIn } from './english.ts';
import { texts } from './source.ts';

describe('the texts of the page', () => {
  it('stand in web/text alone', () => {
    const others = [...texts].filter(
      ([file]) => file.startsWith('src/web/') && !file.startsWith('src/web/text/'),
    );
    expect(others.length).toBeGreaterThan(100);
    expect(others.flatMap(([file, text]) => englishIn(file, text))).toEqual([]);
  });

  it.each([
    ['between tags', 'const a = <p>Nothing here</p>;'],
    ['one word between tags', 'const a = <b>songs</b>;'],
    ['in an attribute that is read aloud', 'const a = <nav aria-label="songs" />;'],
    ['in a table of labels', "const a = { wealth: 'Wealth' };"],
    ['in a sentence of a constant', "const a = 'less than a minute';"],
    ['around a value', `const a = \`By \${b}\`;`],
    ['around two values', `const a = \`\${b} songs of \${c}\`;`],
    ['between two values', `const a = \`\${b} of \${c}\`;`],
    ['in a choice', "const a = b ? 'Explicit' : c;"],
    ['in what a request fails with', "throw new ApiError({ title: 'It broke off' });"],
  ])('are found %s', (_, text) => {
    expect(englishIn('a.tsx', text)).toHaveLength(1);
  });

  it.each([
    ['a class', "const a = <p class={b ? 'hit hit-stale' : 'hit'} />;"],
    ['a key', "if (event.key === 'Escape') close();"],
    ['an import', "import { a } from './some file.ts';"],
    ['an error for the console', "throw new RangeError('The map is cut off');"],
    ['a type', "type A = 'Some words' | 'Others';"],
    ['a selector', `find('main input[type="search"]');`],
    ['a name from the API', "const a = 'street_life';"],
  ])('are not %s', (_, text) => {
    expect(englishIn('a.tsx', text)).toEqual([]);
  });
});
