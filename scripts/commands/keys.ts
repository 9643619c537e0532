import { type Command, InvalidArgumentError, Option } from 'commander';
import { ROLES, type Role } from '../../src/lib/scopes.ts';
import type { KeyDto } from '../../src/services/access/keys/key-dto.ts';
import { nameText, type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { CommandError, explain } from '../explain.ts';
import { type KeyDesk, withKeys } from '../key-desk.ts';

const MAX_DAYS = 365;
const MAX_GRACE_HOURS = 24;
const DEFAULT_DAYS = 90;

interface KeyOptions extends TargetChoice {
  json?: boolean;
}

interface CreateOptions extends KeyOptions {
  name: string;
  role: Role;
  expires: number;
  requestsPerMinute?: number;
}

interface RotateOptions extends KeyOptions {
  expiring?: number;
  grace: number;
  expires: number;
}

/** `14d`: whole days from 1 to a year. */
export function dayCount(text: string): number {
  const days = Number(/^([1-9]\d{0,2})d$/.exec(text)?.[1] ?? 0);
  if (days >= 1 && days <= MAX_DAYS) return days;
  throw new InvalidArgumentError(`Expected days from 1d to ${MAX_DAYS}d.`);
}

/** `24h`: whole hours from none to a day. */
export function graceHours(text: string): number {
  const hours = Number(/^(\d{1,2})h$/.exec(text)?.[1] ?? -1);
  if (hours >= 0 && hours <= MAX_GRACE_HOURS) return hours;
  throw new InvalidArgumentError(`Expected hours from 0h to ${MAX_GRACE_HOURS}h.`);
}

const withExpiry = (command: Command): Command =>
  command.addOption(
    new Option('--expires <days>', 'when the key expires, 1d to 365d from now')
      .argParser(dayCount)
      .default(DEFAULT_DAYS, `${DEFAULT_DAYS}d`),
  );

export function addCreateKey(command: Command): void {
  withExpiry(withTarget(command))
    .requiredOption('--name <name>', 'who or what the key is for', nameText(100))
    .addOption(new Option('--role <role>', 'what the key may do').choices(ROLES).makeOptionMandatory())
    .option(
      '--requests-per-minute <n>',
      'a limit of its own, instead of that of its role',
      wholeNumber(1, 1_000_000),
    )
    .option('--json', 'print the response of the API')
    .action((options: CreateOptions) =>
      withKeys(options, async (desk) => {
        const { name, role, expires: expiresInDays, requestsPerMinute = null } = options;
        const created = await desk.create({ name, role, expiresInDays, requestsPerMinute });
        console.log(options.json ? JSON.stringify(created) : created.secret);
        if (!options.json)
          console.error(
            `${describeKey(created.key)}\nThe key stands on standard output and is not shown again.`,
          );
      }),
    );
}

export function addListKeys(command: Command): void {
  withTarget(command)
    .option('--expiring <days>', 'only those that work and expire within so many days, such as 14d', dayCount)
    .option('--json', 'print as one JSON array')
    .action((options: KeyOptions & { expiring?: number }) =>
      withKeys(options, async (desk) => {
        const keys = await desk.list(options.expiring ?? null);
        if (options.json) console.log(JSON.stringify(keys));
        else console.log(keys.length === 0 ? 'none' : keys.map(describeKey).join('\n'));
      }),
    );
}

export function addRevokeKey(command: Command): void {
  withTarget(command)
    .argument('<id>', 'the 12 characters after bl_<environment>_', keyId)
    .option('--json', 'print the response of the API')
    .action((id: string, options: KeyOptions) =>
      withKeys(options, async (desk) => {
        const key = await desk.revoke(id);
        console.log(options.json ? JSON.stringify(key) : describeKey(key));
      }),
    );
}

export function addRotateKeys(command: Command): void {
  withExpiry(withTarget(command))
    .argument('[id]', 'the key to replace', keyId)
    .option(
      '--expiring <days>',
      'instead all that work and expire within so many days, such as 14d',
      dayCount,
    )
    .addOption(
      new Option('--grace <hours>', 'for how long the old key works beside the new one, 0h to 24h')
        .argParser(graceHours)
        .default(MAX_GRACE_HOURS, `${MAX_GRACE_HOURS}h`),
    )
    .option('--json', 'print each response of the API on its own line')
    .action((id: string | undefined, options: RotateOptions) => rotate(id, options));
}

/** Prints each new key as soon as it is made; one that cannot be rotated does not keep the others from it. */
async function rotate(id: string | undefined, options: RotateOptions): Promise<void> {
  const { expiring = null } = options;
  if ((id === undefined) === (expiring === null)) throw new CommandError('Name a key, or take --expiring.');
  await withKeys(options, async (desk) => {
    const ids = id === undefined ? (await desk.list(expiring)).map((key) => key.id) : [id];
    const failures: string[] = [];
    for (const one of ids) {
      try {
        await rotateOne(desk, one, options);
      } catch (error) {
        failures.push(explain(error));
      }
    }
    if (!options.json) console.error(`${ids.length - failures.length} of ${ids.length} keys rotated`);
    if (failures.length > 0) throw new CommandError(failures.join('\n'));
  });
}

async function rotateOne(desk: KeyDesk, id: string, options: RotateOptions): Promise<void> {
  const { expiring = null, grace, expires } = options;
  const rotated = await desk.rotate({
    id,
    graceHours: grace,
    expiresInDays: expires,
    expiringInDays: expiring,
  });
  const until = rotated.replaced.grace_until;
  if (options.json) console.log(JSON.stringify(rotated));
  else console.log(`${rotated.secret}  replaces ${id} (${rotated.key.name}), which works until ${until}`);
}

function keyId(text: string): string {
  if (/^[0-9A-Za-z]{12}$/.test(text)) return text;
  throw new InvalidArgumentError('Expected the id of a key: the 12 characters after bl_<environment>_.');
}

function describeKey(key: KeyDto): string {
  const used = key.last_used_at === null ? 'never used' : `last used ${key.last_used_at}`;
  return `${key.id}  ${key.role}  ${key.status}  expires ${key.expires_at}  ${used}  ${key.name}`;
}
