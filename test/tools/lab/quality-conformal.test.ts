import { describe, expect, it } from 'vitest';
import { conformalMargin } from '../../../scripts/lab/quality/conformal.ts';
import { seeded } from '../../../src/ml/compose/random.ts';

const LEVEL = 0.8;

describe('the margin for an artist who was not seen', () => {
  it('weighs artists and not songs: a prolific artist moves it no more than another', () => {
    const rest = Array.from({ length: 20 }, (_, n) => ({ artist: `artist ${n}`, miss: n / 20 }));
    const prolific = Array.from({ length: 1000 }, () => ({ artist: 'prolific', miss: 5 }));
    expect(conformalMargin([...prolific, ...rest], LEVEL)).toBe(
      conformalMargin([...prolific.slice(0, 1), ...rest], LEVEL),
    );
  });

  it('keeps one share for the new artist', () => {
    // 19 artists of one song weigh 1/20 each: .8 is reached by the 16th.
    const misses = Array.from({ length: 19 }, (_, n) => ({ artist: `${n}`, miss: n + 1 }));
    expect(conformalMargin(misses, LEVEL)).toBe(16);
  });

  it('holds the truth of new artists as often as it says, also where artists differ', () => {
    const random = seeded(5);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const worlds = 400;
    let held = 0;
    for (let world = 0; world < worlds; world++) {
      const songs = Array.from({ length: 20 }, (_, n) => {
        const own = normal();
        const count = 1 + Math.floor(random() * 30);
        return Array.from({ length: count }, () => ({ artist: `${n}`, miss: Math.abs(own + normal() / 2) }));
      });
      const margin = conformalMargin(songs.slice(1).flat(), LEVEL);
      if ((songs[0]?.[0]?.miss ?? 0) <= margin) held += 1;
    }
    // Three standard errors of 400 draws are 6 %.
    expect(held / worlds).toBeGreaterThan(0.74);
    expect(held / worlds).toBeLessThan(0.91);
  });

  it('is refused with too few artists', () => {
    const misses = Array.from({ length: 3 }, (_, n) => ({ artist: `${n}`, miss: 0 }));
    expect(() => conformalMargin(misses, LEVEL)).toThrow('too few');
  });
});
