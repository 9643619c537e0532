import { describe, expect, it } from 'vitest';
import { workerSettings } from '../../../scripts/local/start-barline.ts';

const DEFAULTS = { PUBLIC_LYRICS: 'true', LOG_LEVEL: 'warn' };

describe('the settings of a local Worker', () => {
  it('come from the environment when set, so that PUBLIC_LYRICS=false npm run demo withholds lyrics', () => {
    expect(workerSettings({ PUBLIC_LYRICS: 'false' }, DEFAULTS)).toEqual({
      PUBLIC_LYRICS: 'false',
      LOG_LEVEL: 'warn',
    });
  });

  it('have defaults for absent or empty variables', () => {
    expect(workerSettings({ PUBLIC_LYRICS: '' }, DEFAULTS)).toEqual(DEFAULTS);
  });

  it('leave out variables that the Worker does not use', () => {
    expect(workerSettings({ HOME: '/home', LYRICS_LINES_PER_DAY: '20' })).toEqual({
      LYRICS_LINES_PER_DAY: '20',
    });
  });
});
