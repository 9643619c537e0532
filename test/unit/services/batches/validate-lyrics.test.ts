import { describe, expect, it } from 'vitest';
import { validateLyrics } from '../../../../src/services/batches/validate-lyrics.ts';
import { INJECTIONS } from '../../../support/injections.ts';
import { VERSE } from '../../../support/judged-verse.ts';

const codesOf = (text: string) => validateLyrics(text).findings.map(({ code }) => code);

describe('validation', () => {
  it('accepts a song with headers and lists its sections', () => {
    const { valid, findings, sections, language, words, lines, repeated_lines } = validateLyrics(VERSE);
    expect({ valid, findings }).toEqual({ valid: true, findings: [] });
    expect(sections.map(({ kind }) => kind)).toEqual(['verse', 'chorus', 'verse']);
    expect(language?.code).toBe('en');
    expect({ lines, repeated_lines }).toEqual({ lines: 14, repeated_lines: 1 });
    expect(words).toBeGreaterThan(100);
  });

  it.each([
    ['[Verse 1]\n\n[Chorus]', 'no_words'],
    ['12345 67890 !!', 'placeholder'],
    ['Lyrics for this song have yet to be released. Please check back', 'placeholder'],
    ['[Instrumental break] instrumental', 'few_words'],
  ])('of %j finds %s', (text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it('rejects a text without words and accepts a weak one', () => {
    expect(validateLyrics('[Verse 1]\n\n[Chorus]').valid).toBe(false);
    expect(validateLyrics('A line of a few words').valid).toBe(true);
  });

  it.each([
    [
      'language_not_english',
      'Cuando la noche cae sobre el barrio\nyo camino solo por la calle vacía\ny nadie me espera en la puerta de mi casa',
    ],
    ['no_headers', 'One line of a song\nAnd another line'],
    ['empty_section', '[Verse 1]\nA line of a song that goes on\n\n[Chorus]\n[Outro]\nThe last line of it'],
    ['unclean_text', 'A line\u200b of a song\u00a0that hides things'],
  ])('warns: %s', (code, text) => {
    const { valid, findings } = validateLyrics(text);
    expect(valid).toBe(true);
    expect(findings).toContainEqual(expect.objectContaining({ code, severity: 'warning' }));
  });

  it('names every line addressed to a model', () => {
    for (const line of INJECTIONS) {
      const { findings } = validateLyrics(`${VERSE}\n${line}`);
      const at = VERSE.split('\n').length;
      expect(findings).toContainEqual(expect.objectContaining({ code: 'instruction_line', line: at }));
    }
  });
});
