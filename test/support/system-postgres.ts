import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** The programs of the newest Postgres that Debian's packages have installed; null: there is none. */
export async function findSystemPostgres(): Promise<string | null> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a)).at(0);
  return newest === undefined ? null : join(DEBIAN, newest, 'bin');
}

export interface SystemPostgres {
  /** Connection string of the superuser, over TCP. */
  url: string;
  stop(): Promise<void>;
}

/** Postgres refuses to run as root, so it then runs as the user of the package. */
async function runAs(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

type User = Awaited<ReturnType<typeof runAs>>;

async function ownFolder(user: User): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'barline-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  return folder;
}

/** Serves the folder `data` of this one until `stop`, which removes it. */
async function serve(bin: string, folder: string, user: User): Promise<SystemPostgres> {
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const data = join(folder, 'data');
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...user,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (/ready to accept (?:read-only )?connections/.test(log)) resolve();
    });
    void ended.then(() => reject(new Error(`Postgres did not start: ${log}`)));
  });
  return {
    url: `postgresql://barline@127.0.0.1:${port}/postgres`,
    async stop() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A Postgres that can cancel a query, which PGlite cannot, in a folder of its own under /tmp. */
export async function startSystemPostgres(bin: string): Promise<SystemPostgres> {
  const user = await runAs();
  const folder = await ownFolder(user);
  const data = join(folder, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'barline', '--auth=trust', '--no-sync'], user);
  return await serve(bin, folder, user);
}

/** A standby that follows a running Postgres by streaming replication, and answers reads. */
export async function startStandby(bin: string, primary: SystemPostgres): Promise<SystemPostgres> {
  const user = await runAs();
  const folder = await ownFolder(user);
  const args = ['-D', join(folder, 'data'), '-d', primary.url, '-R', '--checkpoint=fast', '--no-sync'];
  await run(join(bin, 'pg_basebackup'), args, user);
  return await serve(bin, folder, user);
}
