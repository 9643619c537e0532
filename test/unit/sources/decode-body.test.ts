import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../src/sources/decode-body.ts';

const bytes = (...parts: (number[] | string)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

/** "Привет" in windows-1251. */
const PRIVET = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];

describe('decodeBody', () => {
  it.each([
    ['the header', bytes(PRIVET), 'text/html; charset=windows-1251', 'Привет', 'windows-1251'],
    ['a quoted header', bytes(PRIVET), 'text/html; charset="Windows-1251"', 'Привет', 'windows-1251'],
    [
      'a meta element',
      bytes('<meta charset=windows-1251>', PRIVET),
      'text/html',
      '<meta charset=windows-1251>Привет',
      'windows-1251',
    ],
    [
      'an http-equiv',
      bytes('<META content="text/html; charset=cp1251">', PRIVET),
      null,
      '<META content="text/html; charset=cp1251">Привет',
      'windows-1251',
    ],
    [
      'a byte order mark, whatever the header says',
      bytes([0xef, 0xbb, 0xbf], 'é'),
      'text/html; charset=latin1',
      'é',
      'utf-8',
    ],
    ['a mark of UTF-16', bytes([0xff, 0xfe, 0x41, 0x04]), 'text/html', '\u0441', 'utf-16le'],
    ['nothing: UTF-8', bytes('né'), null, 'né', 'utf-8'],
    ['an unknown name: UTF-8', bytes('né'), 'text/html; charset=klingon', 'né', 'utf-8'],
    [
      'a meta element that claims UTF-16: UTF-8',
      bytes('<meta charset=utf-16>né'),
      'text/html',
      '<meta charset=utf-16>né',
      'utf-8',
    ],
  ])('uses %s', (_, body, contentType, text, charset) => {
    expect(decodeBody(body, contentType)).toEqual({ text, charset, lossy: false });
  });

  it('reports undecodable bytes', () => {
    expect(decodeBody(bytes('a', PRIVET), 'text/html; charset=utf-8').lossy).toBe(true);
  });
});
