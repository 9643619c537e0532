import { describe, expect, it } from 'vitest';
import { searchText } from '../../../src/web/text/search.ts';

describe('the place of withheld lines', () => {
  it('is shown with line numbers counted from 1', () => {
    expect(searchText.hit.place({ start_line: 11, end_line: 13 }, 'Verse 2')).toBe('Lines 12-13, in Verse 2');
    expect(searchText.hit.place({ start_line: 0, end_line: 1 }, null)).toBe('Line 1');
  });
});
