export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Record<string, unknown>;

/** JSON lines: Workers Logs parses and indexes each field. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  with(fields: LogFields): Logger;
}

export const createLogger = (level: LogLevel, fields: LogFields = {}): Logger =>
  new JsonLogger(level, fields);

// A class, because every request makes one.
class JsonLogger implements Logger {
  readonly #level: LogLevel;
  readonly #threshold: number;
  readonly #fields: LogFields;

  constructor(level: LogLevel, fields: LogFields) {
    this.#level = level;
    this.#threshold = LOG_LEVELS.indexOf(level);
    this.#fields = fields;
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
    return new JsonLogger(this.#level, { ...this.#fields, ...fields });
  }

  #write(name: LogLevel, message: string, fields?: LogFields): void {
    if (LOG_LEVELS.indexOf(name) < this.#threshold) return;
    const line = JSON.stringify({ level: name, message, ...this.#fields, ...fields });
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
