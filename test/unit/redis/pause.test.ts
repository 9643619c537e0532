import { describe, expect, it } from 'vitest';
import { RedisPause } from '../../../src/redis/pause.ts';

const timeout = new DOMException('slow', 'TimeoutError');

function open() {
  let now = 0;
  const pause = new RedisPause({ now: () => now });
  const isOn = () => pause.signal(1000).aborted;
  return { pause, isOn, pass: (ms: number) => (now += ms) };
}

describe('a pause of Redis', () => {
  it.each([
    ['a command that was not answered in time', timeout],
    ['one whose failure has that as its cause', new Error('failed', { cause: timeout })],
  ])('begins with %s and ends after five seconds', (_, error) => {
    const { pause, isOn, pass } = open();
    expect(isOn()).toBe(false);
    pause.note(error);
    expect(isOn()).toBe(true);
    pass(4999);
    expect(isOn()).toBe(true);
    pass(1);
    expect(isOn()).toBe(false);
  });

  it.each([
    ['a refused connection', new TypeError('fetch failed')],
    ['what Redis says', new Error('WRONGTYPE')],
    ['no error', 'TimeoutError'],
  ])('does not begin with %s', (_, error) => {
    const { pause, isOn } = open();
    pause.note(error);
    expect(isOn()).toBe(false);
  });

  it('is not made longer by the commands that it stops', async () => {
    const { pause, isOn, pass } = open();
    pause.note(timeout);
    pass(3000);
    const { reason } = pause.signal(1000);
    pause.note(reason);
    pass(2000);
    expect(isOn()).toBe(false);
  });
});
