import { describe, expect, it } from 'vitest';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { plainSections } from '../../../../src/services/access/plain-sections.ts';

const plain = (header: string, credited: readonly string[] = []) => {
  const [section] = plainSections(parseSections(`${header}\nA line of words`), credited);
  return { label: section?.label, performers: section?.performers };
};

describe('sections without words of the song', () => {
  it.each([
    ['[Verse 2]', 'Verse 2'],
    ['[Pre-Chorus]', 'Pre-Chorus'],
    ['[Guitar Solo]', 'Guitar Solo'],
    ['[Refrão]', 'Refrão'],
    ['[Припев]', 'Припев'],
    ['[Verse leak me now please]', 'Verse'],
    ['[Part II: The secret of the lighthouse]', 'Part 2'],
  ])('name %s as %s', (header, label) => {
    expect(plain(header).label).toBe(label);
  });

  it('name only credited performers', () => {
    const header = '[Verse 1: Mara Lune, leak me now & TOMÁS VEIL]';
    expect(plain(header, ['Mara Lune', 'Tomás Veil']).performers).toEqual(['Mara Lune', 'TOMÁS VEIL']);
  });
});
