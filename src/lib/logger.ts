import { createRedactor } from './redact.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Record<string, unknown>;
type Redact = (text: string) => string;

const REDACT_FORMS = createRedactor();

/** JSON lines: Workers Logs parses and indexes each field. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  with(fields: LogFields): Logger;
}

/** `redact` takes secrets out of every line. */
export const createLogger = (
  level: LogLevel,
  fields: LogFields = {},
  redact: Redact = REDACT_FORMS,
): Logger => new JsonLogger(level, fields, redact);

// A class, because every request makes one.
class JsonLogger implements Logger {
  readonly #level: LogLevel;
  readonly #threshold: number;
  readonly #fields: LogFields;
  readonly #redact: Redact;

  constructor(level: LogLevel, fields: LogFields, redact: Redact) {
    this.#level = level;
    this.#threshold = LOG_LEVELS.indexOf(level);
    this.#fields = fields;
    this.#redact = redact;
  }

  debug(message: string, fields?: LogFields): void {
    this.#write('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.#write('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.#write('warn', message, fields);
  }

  error(message: string, fields?: LogFields): void {
    this.#write('error', message, fields);
  }

  with(fields: LogFields): Logger {
    return new JsonLogger(this.#level, { ...this.#fields, ...fields }, this.#redact);
  }

  #write(name: LogLevel, message: string, fields?: LogFields): void {
    if (LOG_LEVELS.indexOf(name) < this.#threshold) return;
    const line = this.#redact(JSON.stringify({ level: name, message, ...this.#fields, ...fields }));
    // In a command, standard output contains only its result.
    if (name === 'error') console.error(line);
    else if (name === 'warn') console.warn(line);
    else console.log(line);
  }
}

const ignore = () => {};

/** For commands and tests that print their own output. */
export const silentLogger: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  with: () => silentLogger,
};
