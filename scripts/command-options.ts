import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_DATA_DIR } from './local/data-folder.ts';

/** Highest value of Postgres' integer, the type of every id. */
export const MAX_ID = 2_147_483_647;

/** Highest seed of a command that draws. */
export const MAX_SEED = 2_147_483_647;

const INTEGER = /^(0|[1-9]\d{0,14})$/;
const DECIMAL = /^(0|[1-9]\d{0,14})(\.\d{1,20})?$/;

/** Parses a whole number from `min` to `max` in decimal digits: no `1e3`, no `0x10`, no sign, no blank. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (INTEGER.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${min} to ${max}.`);
  };
}

/** Parses a number from `min` to `max` in decimal digits, without an exponent. */
export function decimal(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (DECIMAL.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Expected a number from ${min} to ${max}.`);
  };
}

/** Parses a list of whole numbers with commas. */
export function wholeNumbers(min: number, max: number): (text: string) => number[] {
  const parse = wholeNumber(min, max);
  return (text) => text.split(',').map((part) => parse(part.trim()));
}

/** The names of a list with commas, each once, in their order. */
export const namesIn = (list: string): string[] => [
  ...new Set(list.split(',').flatMap((name) => name.trim() || [])),
];

/** Text that is not blank and has at most `max` characters. */
export function filledText(max: number): (text: string) => string {
  return (text) => {
    if (text.trim() !== '' && text.length <= max && !text.includes('\0')) return text;
    throw new InvalidArgumentError(`Expected 1 to ${max} characters, not only blanks.`);
  };
}

/** The same in one line, without control characters, which a terminal that lists it would obey. */
export function nameText(max: number): (text: string) => string {
  const parse = filledText(max);
  return (text) => {
    if (!/\p{Cc}/u.test(text)) return parse(text);
    throw new InvalidArgumentError('Expected one line without control characters.');
  };
}

/** As `filledText`, for each value of a repeated argument. */
export function filledTexts(max: number): (text: string, previous?: readonly string[]) => string[] {
  const parse = filledText(max);
  return (text, previous = []) => [...previous, parse(text)];
}

const LANGUAGE = /^[a-z]{2,3}$/;

/** An ISO 639 code. */
export function languageCode(text: string): string {
  if (LANGUAGE.test(text)) return text;
  throw new InvalidArgumentError('Expected an ISO 639 code of two or three small letters, such as en.');
}

/** The address of a server, without a trailing slash. */
export function httpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text.replace(/\/$/, '');
  throw new InvalidArgumentError('Expected an address that begins with http:// or https://.');
}

/** A connection string of Postgres. */
export function postgresUrl(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text;
  throw new InvalidArgumentError('Expected a connection string that begins with postgresql://.');
}

/** A file that exists and may be read. */
export function inputFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new InvalidArgumentError(`The file ${path} does not exist.`);
  if (found.isDirectory()) throw new InvalidArgumentError(`${path} is a folder, not a file.`);
  if (!isAllowed(path, constants.R_OK))
    throw new InvalidArgumentError(`${path} may not be read by this user.`);
  return path;
}

/** As `inputFile`, for every value of a repeated option. */
export const inputFiles = (path: string, previous: readonly string[] = []): string[] => [
  ...previous,
  inputFile(path),
];

/** As `inputFile`; `-` is standard input. */
export const inputFileOrStdin = (path: string): string => (path === '-' ? path : inputFile(path));

/** A file that can be written: its folder exists. */
export function outputFile(path: string): string {
  const folder = dirname(resolve(path));
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new InvalidArgumentError(`${path} is a folder, not a file.`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InvalidArgumentError(`The folder ${folder} does not exist.`);
  const target = statSync(path, { throwIfNoEntry: false }) === undefined ? folder : path;
  if (!isAllowed(target, constants.W_OK))
    throw new InvalidArgumentError(`${join(folder, basename(path))} may not be written by this user.`);
  return path;
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

export interface StackChoice {
  data: string;
}

/** A Worker anywhere, or the stack of a data folder. */
export interface TargetChoice extends StackChoice {
  url?: string;
  token?: string;
}

const folderOption = () =>
  new Option('--data <dir>', 'data folder of the stack, which need not run')
    .argParser(filledText(4096))
    .default(DEFAULT_DATA_DIR);

/** For a command that needs the database itself. */
export const withStack = (command: Command): Command => command.addOption(folderOption());

/** For a command that the API serves, too. */
export const withTarget = (command: Command): Command =>
  command
    .addOption(folderOption())
    .addOption(new Option('--url <url>', 'ask the Worker at this address instead').argParser(httpUrl))
    .addOption(new Option('--token <token>', 'key or admin token for --url').env('ADMIN_TOKEN'));
