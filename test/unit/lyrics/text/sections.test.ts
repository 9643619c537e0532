import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHeader } from '../../../../src/lyrics/text/header-grammar.ts';
import { isHeaderLine, parseSections, stripHeaders } from '../../../../src/lyrics/text/sections.ts';

const song = `Lanterns on the water

[Intro: Marlow & *Sable*]
Check the tide (tide)

[Verse 1: Marlow]
Copper on the kettle and the morning in my sleeve
Every clock is lying but the harbour won't leave

[Chorus] (x2)
Hold the rope, hold the rope
[?]
Let it go, let it go`;

describe('header grammar', () => {
  it.each([
    ['[Verse 2: A & *B*]', { kind: 'verse', label: 'Verse 2', number: 2, performers: ['A', 'B'], repeat: 1 }],
    ['[Chorus x2: A]', { kind: 'chorus', label: 'Chorus', number: null, performers: ['A'], repeat: 2 }],
    ['(Chorus 3 times)', { kind: 'chorus', label: 'Chorus', number: null, performers: [], repeat: 3 }],
    ['Verse 1 (Marlow):', { kind: 'verse', label: 'Verse 1', number: 1, performers: ['Marlow'], repeat: 1 }],
    ['**hook**', { kind: 'hook', label: 'hook', number: null, performers: [], repeat: 1 }],
    [
      '[Part II: The Ferry]',
      { kind: 'part', label: 'Part II: The Ferry', number: 2, performers: [], repeat: 1 },
    ],
    [
      '[Couplet 1 : Nadia]',
      { kind: 'verse', label: 'Couplet 1', number: 1, performers: ['Nadia'], repeat: 1 },
    ],
    [
      '[Куплет 2: Ян & Зоя]',
      { kind: 'verse', label: 'Куплет 2', number: 2, performers: ['Ян', 'Зоя'], repeat: 1 },
    ],
    ['[Pré-Refrão]', { kind: 'pre_chorus', label: 'Pré-Refrão', number: null, performers: [], repeat: 1 }],
    ['[Guitar Solo]', { kind: 'solo', label: 'Guitar Solo', number: null, performers: [], repeat: 1 }],
    ['[Refrain/Intro]', { kind: 'refrain', label: 'Refrain/Intro', number: null, performers: [], repeat: 1 }],
  ])('reads %s', (line, expected) => {
    expect(parseHeader(line)).toEqual(expected);
  });

  it.each([
    '[?]',
    '[laughs]',
    '[Breaks glass]',
    '(Drop)',
    'Bridge',
    'Break it down',
    'Hook me up with two of those',
    '[Verse 1] and then a line',
    'Chorus: hold the rope',
    '',
  ])('keeps %j as text', (line) => {
    expect(isHeaderLine(line)).toBe(false);
  });

  it('keeps a stage name with a comma whole', () => {
    expect(parseHeader('[Intro: Tyler, The Creator with Q + Z]')?.performers).toEqual([
      'Tyler, The Creator',
      'Q',
      'Z',
    ]);
  });
});

describe('parseSections', () => {
  it('gives line numbers of the text', () => {
    expect(
      parseSections(song).map((s) => [s.label, s.header_line, s.start_line, s.end_line, s.repeat]),
    ).toEqual([
      ['', null, 0, 2, 1],
      ['Intro', 2, 3, 5, 1],
      ['Verse 1', 5, 6, 9, 1],
      ['Chorus', 9, 10, 13, 2],
    ]);
  });

  it('reads a header behind its time stamp', () => {
    const sections = parseSections(
      '[00:01.00][Verse 1]\n[00:02.00]Salt\n[00:03.00] [Chorus]\n[00:04.00]Rope',
    );
    expect(sections.map((s) => [s.kind, s.header_line, s.start_line])).toEqual([
      ['verse', 0, 1],
      ['chorus', 2, 3],
    ]);
  });

  it('gives an empty section for a header followed by another', () => {
    const sections = parseSections('[Part I: Low Tide]\n[Verse 1]\nSalt on the glass');
    expect(sections.map((s) => [s.kind, s.start_line, s.end_line])).toEqual([
      ['part', 1, 1],
      ['verse', 2, 3],
    ]);
  });

  it('joins a header that runs over two lines', () => {
    const sections = parseSections('[Chorus: Marlow,\nSable]\nHold the rope');
    expect(sections).toMatchObject([
      { performers: ['Marlow', 'Sable'], header_line: 0, start_line: 2, end_line: 3 },
    ]);
  });

  it('finds the chorus by repetition when there are no headers', () => {
    const chorus = [
      'Hold the rope and never let it go',
      'Every harbour has a light below',
      'Row until the water says hello',
    ];
    const verse = (n: number) =>
      Array.from({ length: 6 }, (_, i) => `Verse ${n} line ${i} carries copper through the door`);
    const sections = parseSections([...verse(1), ...chorus, ...verse(2), ...chorus].join('\n'));
    expect(sections.map((s) => [s.label, s.start_line, s.end_line])).toEqual([
      ['Verse 1', 0, 6],
      ['Chorus', 6, 9],
      ['Verse 2', 9, 15],
      ['Chorus', 15, 18],
    ]);
  });

  it('finds no chorus when nothing is repeated', () => {
    const kinds = parseSections('one red kite\ntwo slow trains\n\nthree old doors\nfour').map((s) => s.kind);
    expect(kinds).toEqual(['unlabelled', 'unlabelled']);
  });

  const line = fc.oneof(
    fc.constantFrom(
      '[Verse 1]',
      '[Chorus: A & B]',
      '(Hook)',
      '[Part I: X]',
      '[Chorus: A,',
      'B]',
      '[?]',
      '',
      '  ',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', ' ')),
    fc.constantFrom('hold the rope and row', 'every harbour has a light', 'copper kettle on the shore'),
  );

  it('takes blank lines between all lines for spacing, not for the ends of stanzas', () => {
    const lines = [
      'Salt upon the ledger',
      'Smoke above the town',
      'Nine and then eleven',
      'Bells are coming down',
    ];
    const sectionsOf = (text: string) => parseSections(text).map((one) => [one.start_line, one.end_line]);
    expect(sectionsOf(lines.join('\n\n'))).toEqual([[0, 7]]);
    expect(sectionsOf(lines.join('\n \n\n'))).toEqual([[0, 10]]);
    expect(sectionsOf(lines.slice(0, 3).join('\n\n'))).toHaveLength(3);
    expect(sectionsOf(`${lines.join('\n\n')}\nFound the rope`)).toHaveLength(4);
  });

  it('puts every sung line in exactly one section, and no header in any', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const owners = lines.map(() => 0);
        for (const section of parseSections(lines.join('\n'))) {
          expect(section.end_line).toBeGreaterThanOrEqual(section.start_line);
          for (let at = section.start_line; at < section.end_line; at++) owners[at] = (owners[at] ?? 0) + 1;
        }
        const headerLines = headerIndexes(lines);
        lines.forEach((text, at) => {
          if (headerLines.has(at)) expect(owners[at]).toBe(0);
          else if (text.trim() !== '') expect(owners[at]).toBe(1);
          else expect(owners[at]).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('loses only header lines when headers are stripped', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const headers = headerIndexes(lines);
        const sung = lines.filter((text, at) => !headers.has(at) && text.trim() !== '');
        expect(
          stripHeaders(lines.join('\n'))
            .split('\n')
            .filter((text) => text.trim() !== ''),
        ).toEqual(sung);
      }),
    );
  });
});

// Headers may wrap: everything between a section's header line and its first line is header.
function headerIndexes(lines: string[]): Set<number> {
  const headers = new Set<number>();
  for (const section of parseSections(lines.join('\n'))) {
    if (section.header_line === null) continue;
    for (let at = section.header_line; at < section.start_line; at++) headers.add(at);
  }
  return headers;
}
