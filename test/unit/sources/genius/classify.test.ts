import { describe, expect, it } from 'vitest';
import { classifySong, type SongKind } from '../../../../src/sources/genius/classify.ts';

describe('classifySong', () => {
  it.each<[string, SongKind]>([
    ['Two Keys', 'song'],
    ['Credits', 'song'],
    ['Interview', 'song'],
    ['Live Wire', 'song'],
    ['Live', 'song'],
    ['Demo Tape Days', 'song'],
    ['Remix Culture', 'song'],
    ['Lost in Translation', 'song'],
    ['Skitter', 'song'],
    ['Instrumental Figure', 'song'],
    ['Clean Money', 'song'],
    ['The Script', 'song'],
    ['Two Keys (Remix)', 'remix'],
    ['Two Keys (Night Shift Remix) [feat. Mox]', 'remix'],
    ['Two Keys - Lowell Remix', 'remix'],
    ['Two Keys (Live at the Tin Chapel)', 'live'],
    ['Two Keys (Unplugged)', 'live'],
    ['Two Keys (Acoustic)', 'acoustic'],
    ['Two Keys (Demo)', 'demo'],
    ['Two Keys (Instrumental)', 'instrumental'],
    ['Two Keys (Radio Edit)', 'version'],
    ['Two Keys (Clean)', 'version'],
    ['Two Keys (Sped Up)', 'version'],
    ['Two Keys (2011 Remaster)', 'version'],
    ['Landlord (Skit)', 'skit'],
    ['Skit #2', 'skit'],
    ['The Landlord Skit', 'skit'],
    ['Keys [Tracklist + Album Art]', 'non_song'],
    ['Keys Track List', 'non_song'],
    ['Keys Album Credits', 'non_song'],
    ['Keys [Booklet]', 'non_song'],
    ['Liner Notes for Keys', 'non_song'],
    ['March 2015 Release Calendar', 'non_song'],
    ['Ada Lund - Two Keys (Traducción al Español)', 'translation'],
    ['Ada Lund - Two Keys (English Translation)', 'translation'],
    ['하나 (Romanized)', 'translation'],
    ['Ada Lund - Two Keys (Перевод на русский)', 'translation'],
  ])('%s is a %s', (title, kind) => {
    expect(classifySong({ title }).kind).toBe(kind);
  });

  it.each<[Parameters<typeof classifySong>[0], SongKind]>([
    [{ title: 'Two Keys', artist: 'Genius English Translations' }, 'translation'],
    [{ title: 'Two Keys', artist: 'Genius Traductions françaises' }, 'translation'],
    [{ title: 'Two Keys', artist: 'Genius Romanizations' }, 'translation'],
    [{ title: 'Two Keys', artist: 'Genius P' }, 'song'],
    [{ title: 'Two Keys', url: 'https://genius.com/Ada-lund-two-keys-annotated?x=1' }, 'non_song'],
    [{ title: 'Two Keys', url: '/Ada-lund-annotated-lyrics' }, 'song'],
    [{ title: 'Two Keys', isMusic: false }, 'non_song'],
    [{ title: 'Two Keys', instrumental: true }, 'instrumental'],
  ])('%j is a %s, with evidence', (song, kind) => {
    const found = classifySong(song);
    expect(found.kind).toBe(kind);
    expect(found.evidence).not.toBe('');
  });
});
