import { messages } from '@electric-sql/pglite';
import { PostgresError, type QueryField, type QueryOutcome } from './engine.ts';

export interface Replies {
  outcomes: QueryOutcome[];
  error: PostgresError | null;
  /** False while a transaction is left open. */
  idle: boolean;
}

/** Sorts the messages of one exchange by the statement that each belongs to. */
export function readReplies(replies: messages.BackendMessage[]): Replies {
  const outcomes: QueryOutcome[] = [];
  let fields: QueryField[] = [];
  let rows: (string | null)[][] = [];
  let error: PostgresError | null = null;
  let idle = true;
  for (const reply of replies) {
    if (reply instanceof messages.RowDescriptionMessage) fields = reply.fields.map(toField);
    else if (reply instanceof messages.DataRowMessage) rows.push(reply.fields);
    else if (reply instanceof messages.CommandCompleteMessage || reply.name === 'emptyQuery') {
      const tag = reply instanceof messages.CommandCompleteMessage ? reply.text : '';
      outcomes.push({ fields, rows, ...parseTag(tag) });
      fields = [];
      rows = [];
    } else if (reply instanceof messages.DatabaseError) error ??= new PostgresError(reply.message, reply);
    else if (reply instanceof messages.ReadyForQueryMessage) idle = reply.status === 'I';
  }
  return { outcomes, error, idle };
}

function toField(field: messages.Field): QueryField {
  const { name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier } = field;
  return { name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier, format: 'text' };
}

/** "INSERT 0 3" counts three, "CREATE TABLE" counts nothing. */
function parseTag(tag: string): { command: string; rowCount: number | null } {
  const [command = '', ...rest] = tag.split(' ');
  const count = Number(rest.at(-1) ?? 'none');
  return { command, rowCount: Number.isNaN(count) ? null : count };
}
