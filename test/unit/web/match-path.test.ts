import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPath } from '../../../src/web/router/match-path.ts';

describe('matchPath', () => {
  it('names the segments of a path that fits', () => {
    expect(matchPath('/app/tracks/:id', '/app/tracks/12')).toEqual({ id: '12' });
    expect(matchPath('/app/tracks/:id', '/app/tracks/12/')).toEqual({ id: '12' });
    expect(matchPath('/', '/')).toEqual({});
  });

  it('rejects a path of another shape', () => {
    expect(matchPath('/app/tracks/:id', '/app/tracks')).toBeNull();
    expect(matchPath('/app/tracks/:id', '/app/artists/12')).toBeNull();
    expect(matchPath('/', '/app')).toBeNull();
  });

  it('rejects a segment with invalid escapes', () => {
    expect(matchPath('/app/tracks/:id', '/app/tracks/%E0%A4%A')).toBeNull();
  });

  it('returns any segment that was escaped into the path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        expect(matchPath('/app/x/:id', `/app/x/${encodeURIComponent(id)}`)).toEqual({ id });
      }),
    );
  });
});
