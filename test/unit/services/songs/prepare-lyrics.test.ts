import { describe, expect, it } from 'vitest';
import { lyricsHash } from '../../../../src/services/songs/prepare-lyrics.ts';

describe('lyricsHash', () => {
  it('is the SHA-256 of the text alone', async () => {
    const hash = await lyricsHash('[Chorus]\nHold the rope, don’t let go');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await lyricsHash("hold THE rope\n\ndon't let go!")).toBe(hash);
    expect(await lyricsHash('hold the rope let go')).not.toBe(hash);
  });
});
