import { spawnSync } from 'node:child_process';

/** CI installs it: there its absence is a failure. */
export const hasPromtool: boolean =
  Boolean(process.env.CI) || spawnSync('promtool', ['--version']).error === undefined;
