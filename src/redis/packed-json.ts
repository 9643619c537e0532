/**
 * JSON values in fewer characters: lists of objects with the same keys become columns, and lists of whole numbers
 * become their differences, which repeat where positions in a text rise evenly. `unpack` restores the value given to
 * `pack`.
 */
/** The first element of a packed list says how to read the others. */
const PLAIN = 0;
const DIFFERENCES = 1;
const COLUMNS = 2;

/** Packs any JSON value; its keys are the program's own (none is `__proto__`). */
export function pack(value: unknown): unknown {
  if (Array.isArray(value)) return packList(value);
  return isRecord(value) ? mapValues(value, pack) : value;
}

function packList(list: readonly unknown[]): unknown[] {
  if (list.length > 1 && list.every(isSmallWhole)) {
    const numbers = list as readonly number[];
    return [DIFFERENCES, ...numbers.map((n, i) => n - (numbers[i - 1] ?? 0))];
  }
  const keys = sharedKeys(list);
  if (keys === null) return [PLAIN, ...list.map(pack)];
  const rows = list as readonly Record<string, unknown>[];
  return [COLUMNS, keys, ...keys.map((key) => packList(rows.map((row) => row[key])))];
}

/** The keys of every element, in their order; null if the elements differ or are not objects. */
function sharedKeys(list: readonly unknown[]): string[] | null {
  if (list.length < 2 || !list.every(isRecord)) return null;
  const keys = Object.keys(list[0] ?? {});
  const same = list.every((row) => {
    const own = Object.keys(row as object);
    return own.length === keys.length && own.every((key, i) => key === keys[i]);
  });
  return same && keys.length > 0 ? keys : null;
}

/** Throws a TypeError for input that `pack` did not produce. */
export function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return unpackList(value);
  return isRecord(value) ? mapValues(value, unpack) : value;
}

function unpackList([kind, ...rest]: readonly unknown[]): unknown[] {
  switch (kind) {
    case PLAIN:
      return rest.map(unpack);
    case DIFFERENCES: {
      let sum = 0;
      return (rest as readonly number[]).map((difference) => {
        sum += difference;
        return sum;
      });
    }
    case COLUMNS: {
      const [keys, ...packed] = rest as [readonly string[], ...(readonly unknown[])[]];
      return toRows(keys, packed.map(unpackList));
    }
    default:
      throw new TypeError('not a packed list');
  }
}

/** Converts columns to rows; a plain loop, because this is most of the cost of reading a cached analysis. */
function toRows(keys: readonly string[], columns: readonly unknown[][]): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  for (let i = 0; i < (columns[0]?.length ?? 0); i++) {
    const row: Record<string, unknown> = {};
    for (let k = 0; k < keys.length; k++) row[keys[k] as string] = columns[k]?.[i];
    rows.push(row);
  }
  return rows;
}

/** Whole and small enough that a difference is exact. -0 is excluded: JSON keeps it, a sum does not. */
function isSmallWhole(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 51 && !Object.is(value, -0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(record: Record<string, unknown>, map: (value: unknown) => unknown) {
  const mapped: Record<string, unknown> = {};
  for (const key of Object.keys(record)) mapped[key] = map(record[key]);
  return mapped;
}
