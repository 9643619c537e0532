import { formatCount, plural } from './format.ts';

type Value = string | number | boolean | readonly string[] | Readonly<Record<string, object>> | null;

interface Variable {
  is_set: boolean;
  shown: 'value' | 'host' | 'presence';
  value: Value;
}

function valueText(value: Exclude<Value, null>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return Object.keys(value).join(', ');
}

/** The settings in use. */
export const settingsText = {
  title: 'Settings in use',
  caption: 'Secrets are never shown, only whether they are set; of addresses, only the host',
  summary: (environment: string, version: string, engine: string) =>
    `Barline ${version}, ${engine}, set up as “${environment}”.`,
  anonymous: (scopes: readonly string[]) =>
    scopes.length === 0
      ? 'Callers without a key may do nothing.'
      : `Callers without a key may do ${plural(scopes.length, 'thing')}: ${scopes.join(', ')}.`,
  show: 'Show',
  filters: { set: 'Set', all: 'All' },
  columns: { name: 'Setting', value: 'Value', purpose: 'What it is for' },
  value: ({ is_set, shown, value }: Variable): string => {
    if (shown === 'presence') return is_set ? 'set (secret)' : 'not set';
    if (value === null) return 'not set';
    return is_set ? valueText(value) : `${valueText(value)} (as shipped)`;
  },
  fault: (fault: string) => `Cannot be used: ${fault}`,
  missing: 'Needed and not set',
} as const;
