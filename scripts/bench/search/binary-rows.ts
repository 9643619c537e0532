/** A value in the binary format of COPY; null for SQL null. */
export type Field = Buffer | null;

const SIGNATURE = Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1');
const EPOCH_2000_DAYS = 10_957;
const DAY_MS = 86_400_000;
const TEXT_OID = 25;

export const int2 = (value: number): Field => {
  const field = Buffer.alloc(2);
  field.writeInt16BE(value);
  return field;
};

export const int4 = (value: number): Field => {
  const field = Buffer.alloc(4);
  field.writeInt32BE(value);
  return field;
};

export const float4 = (value: number): Field => {
  const field = Buffer.alloc(4);
  field.writeFloatBE(value);
  return field;
};

export const text = (value: string): Field => Buffer.from(value);
export const bool = (value: boolean): Field => Buffer.from([value ? 1 : 0]);
export const date = (iso: string): Field => int4(Date.parse(iso) / DAY_MS - EPOCH_2000_DAYS);
/** Binary jsonb is its text after the number of its version. */
export const jsonb = (value: unknown): Field => Buffer.from(`\u0001${JSON.stringify(value)}`);

export function textArray(values: readonly string[]): Field {
  const head = Buffer.alloc(12);
  head.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  head.writeInt32BE(TEXT_OID, 8);
  if (values.length === 0) return head;
  const bounds = Buffer.alloc(8);
  bounds.writeInt32BE(values.length, 0);
  bounds.writeInt32BE(1, 4);
  return Buffer.concat([head, bounds, ...values.flatMap((value) => sized(text(value)))]);
}

/** pgvector's vector: dimensions, an unused word, then each number. */
export function vector(values: Float32Array): Field {
  const field = Buffer.alloc(4 + values.length * 4);
  field.writeInt16BE(values.length, 0);
  values.forEach((value, i) => {
    field.writeFloatBE(value, 4 + i * 4);
  });
  return field;
}

/** pgvector's halfvec, each number rounded to 16 bits. */
export function halfvec(values: Float32Array): Field {
  const field = Buffer.alloc(4 + values.length * 2);
  field.writeInt16BE(values.length, 0);
  const halves = new Uint16Array(Float16Array.from(values).buffer);
  halves.forEach((value, i) => {
    field.writeUInt16BE(value, 4 + i * 2);
  });
  return field;
}

function sized(field: Field): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeInt32BE(field === null ? -1 : field.length);
  return field === null ? [length] : [length, field];
}

/** Rows for COPY … FROM … WITH (FORMAT binary). */
export function binaryRows(rows: readonly (readonly Field[])[]): Buffer {
  const parts: Buffer[] = [SIGNATURE, Buffer.alloc(8)];
  for (const row of rows) {
    const count = Buffer.alloc(2);
    count.writeInt16BE(row.length);
    parts.push(count);
    for (const field of row) parts.push(...sized(field));
  }
  const end = Buffer.alloc(2);
  end.writeInt16BE(-1);
  return Buffer.concat([...parts, end]);
}
