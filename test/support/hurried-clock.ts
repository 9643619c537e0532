import { type Clock, systemClock } from '../../src/lib/clock.ts';

/** Waits as long as this are between tries of an upstream, or for a slot of a rate: nothing happens meanwhile. */
const LONG_MS = 1000;
const TIMES = 20;

/** The time of the system, in which long waits take a twentieth: a file of tests does not wait for a model that is down. */
export const hurriedClock: Clock = {
  now: systemClock.now,
  sleep: (ms) => systemClock.sleep(ms < LONG_MS ? ms : ms / TIMES),
};
