interface ApiDocument {
  paths?: Record<string, Record<string, { responses?: Record<string, { description?: string }> }>>;
}

export interface ProblemCode {
  code: string;
  status: string;
  title: string;
}

const ENTRY = /^([A-Z][A-Z_]+): (.+)$/;

/** Every problem code that the document's responses name ("CODE: title; CODE: title"), by status and name. */
export function problemCodes(document: ApiDocument): ProblemCode[] {
  const found = new Map<string, ProblemCode>();
  for (const operations of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(operations)) {
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        for (const part of response.description?.split('; ') ?? []) {
          const [, code, title] = ENTRY.exec(part) ?? [];
          if (code !== undefined && title !== undefined) found.set(code, { code, status, title });
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.status.localeCompare(b.status) || a.code.localeCompare(b.code));
}
