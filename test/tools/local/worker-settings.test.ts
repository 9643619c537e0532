import { describe, expect, it } from 'vitest';
import { workerSettings } from '../../../scripts/local/start-barline.ts';

const DEFAULTS = { PUBLIC_LYRICS: 'true', LOG_LEVEL: 'warn' };

describe('the settings of a local Worker', () => {
  it('are those of the environment where it gives any, so that PUBLIC_LYRICS=false npm run demo withholds lyrics', () => {
    expect(workerSettings({ PUBLIC_LYRICS: 'false' }, DEFAULTS)).toEqual({
      PUBLIC_LYRICS: 'false',
      LOG_LEVEL: 'warn',
    });
  });

  it('are the defaults for what is absent or empty', () => {
    expect(workerSettings({ PUBLIC_LYRICS: '' }, DEFAULTS)).toEqual(DEFAULTS);
  });

  it("leave out what is none of the Worker's business", () => {
    expect(workerSettings({ HOME: '/home', LYRICS_LINES_PER_DAY: '20' })).toEqual({
      LYRICS_LINES_PER_DAY: '20',
    });
  });
});
