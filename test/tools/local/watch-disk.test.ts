import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchDisk } from '../../../scripts/local/postgres/watch-disk.ts';

const MB = 2 ** 20;
let warned: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.useFakeTimers();
  warned = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function watch(free: () => number, ping: () => Promise<void>) {
  const full = vi.fn();
  const stop = watchDisk({ dataDir: '/data', ping, freeBytes: async () => free() }, full);
  return { full, stop };
}

describe('watching disk space', () => {
  it('prints nothing while there is space', async () => {
    const { full, stop } = watch(
      () => 1000 * MB,
      () => new Promise(() => undefined),
    );
    await vi.advanceTimersByTimeAsync(600_000);
    expect(full).not.toHaveBeenCalled();
    expect(warned).not.toHaveBeenCalled();
    stop();
  });

  it('warns once when space runs out, and continues while Postgres answers', async () => {
    const { full, stop } = watch(
      () => 3 * MB,
      async () => undefined,
    );
    await vi.advanceTimersByTimeAsync(600_000);
    expect(warned).toHaveBeenCalledOnce();
    expect(warned.mock.calls[0]?.[0]).toContain('3 MB left');
    expect(full).not.toHaveBeenCalled();
    stop();
  });

  it('stops with the name of the folder when Postgres does not answer on a full disk', async () => {
    const { full } = watch(
      () => 0,
      () => new Promise(() => undefined),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(full).toHaveBeenCalledOnce();
    expect(full.mock.calls[0]?.[0].message).toContain('/data is full');
  });

  it('does not stop for a long statement after space is free again', async () => {
    let free = 0;
    const { full, stop } = watch(
      () => free,
      () => new Promise(() => undefined),
    );
    await vi.advanceTimersByTimeAsync(20_000);
    free = 1000 * MB;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(full).not.toHaveBeenCalled();
    stop();
  });
});
