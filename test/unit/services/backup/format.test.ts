import { describe, expect, it } from 'vitest';
import {
  BACKUP_ID,
  backupId,
  tableFile,
  takedownKey,
} from '../../../../src/services/backup/format/object-keys.ts';
import { vectorText } from '../../../../src/services/backup/format/vector-text.ts';

const base64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));

describe('the keys of a backup', () => {
  it('sort as the times of the backups', () => {
    const ids = ['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:06Z', '2026-10-01T00:00:00Z'].map((time) =>
      backupId(new Date(time), 'abc123'),
    );
    expect(ids[0]).toBe('20260102T030405Z-abc123');
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.every((id) => BACKUP_ID.test(id))).toBe(true);
  });

  it.each([
    ['tracks', 'tracks.ndjson.gz'],
    ['Odd "t$1/..\\', 'Odd~20~22t~241~2f~2e~2e~5c.ndjson.gz'],
    ['tæble~', 't~c3~a6ble~7e.ndjson.gz'],
  ])('name the file of the table %s', (table, file) => {
    expect(tableFile(table)).toBe(file);
  });

  it('tell takedowns of one id apart by their time', () => {
    expect(takedownKey(7, new Date('2026-01-02T03:04:05.678Z'))).toBe('takedowns/20260102T030405678Z-7.json');
  });
});

describe('the binary form of vectors', () => {
  it.each([
    ['vector(3)', [0, 3, 0, 0, 0x3f, 0x80, 0, 0, 0x80, 0, 0, 0, 0xbf, 0, 0, 0], '[1,-0,-0.5]'],
    ['halfvec(4)', [0, 4, 0, 0, 0x3c, 0, 0x80, 0, 0x7b, 0xff, 0, 1], `[1,-0,65504,${2 ** -24}]`],
    ['halfvec', [0, 0, 0, 0], '[]'],
  ])('of a %s is read as text', (type, bytes, text) => {
    expect(vectorText(base64(bytes), type)).toBe(text);
  });

  it.each([
    ['cut', [0, 3, 0, 0, 0x3f, 0x80]],
    ['empty', []],
    ['too long', [0, 1, 0, 0, 0, 0, 0, 0, 1]],
  ])('that is %s is refused', (_, bytes) => {
    expect(() => vectorText(base64(bytes), 'vector(3)')).toThrow(TypeError);
  });
});
