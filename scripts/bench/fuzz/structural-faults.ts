import { isObject } from '../../openapi/closed-schemas.ts';

/** Codes that say that the request does not fit the document, other than by a rule that no schema can express. */
const STRUCTURAL =
  /^(?:INVALID_(?:TYPE|VALUE|FORMAT|UNION|KEY|ELEMENT)|TOO_(?:BIG|SMALL)|UNRECOGNIZED_KEYS|NOT_MULTIPLE_OF)$/;

/** The faults that a problem names with such a code, each as place and code. */
export function structuralFaults(body: Buffer): string[] {
  try {
    const problem: unknown = JSON.parse(body.toString());
    const errors = isObject(problem) && Array.isArray(problem.errors) ? problem.errors.filter(isObject) : [];
    return errors
      .filter(({ code }) => STRUCTURAL.test(String(code)))
      .map(({ path, code }) => `${path} ${code}`);
  } catch {
    return [];
  }
}
