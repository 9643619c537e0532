import type { AlterTableCmd, AlterTableStmt, ColumnDef, Constraint, Node } from 'libpg-query';
import type { Fault, Rule } from './finding.ts';
import { findParts } from './parse-migration.ts';

/** Functions whose value is the same for all rows of a statement. With any other default every row is written anew. */
const STEADY_FUNCTIONS = new Set([
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'jsonb_build_object',
]);
const SERIAL_TYPES = new Set(['serial', 'bigserial', 'smallserial', 'serial4', 'serial8', 'serial2']);

/** Subcommands that change the catalogue only. */
const HARMLESS = new Set([
  ...['AT_DropNotNull', 'AT_SetStatistics', 'AT_SetOptions', 'AT_ResetOptions', 'AT_SetStorage'],
  ...['AT_SetCompression', 'AT_SetRelOptions', 'AT_ResetRelOptions', 'AT_ValidateConstraint'],
]);
/** By the names that Postgres gives: `on conflict` names neither of these. */
const DROPPABLE_CONSTRAINTS = ['_check', '_fkey', '_not_null'];

const lastName = (names: readonly Node[] | undefined): string => {
  const last = names?.at(-1);
  return last !== undefined && 'String' in last ? (last.String.sval ?? '') : '';
};

function isSteady(expression: Node | undefined): boolean {
  const calls = findParts(expression, 'funcname');
  return calls.every((names) => Array.isArray(names) && STEADY_FUNCTIONS.has(lastName(names)));
}

function judgeColumnConstraint(name: string, one: Constraint, hasDefault: boolean): Fault[] {
  const fault = (rule: Rule, what: string): Fault[] => [{ rule, what: `new column ${name} ${what}` }];
  switch (one.contype) {
    case 'CONSTR_GENERATED':
      return one.generated_kind === 'v'
        ? fault('unknown', 'is virtual, which Postgres 17 does not have')
        : fault('rewrite', 'is computed and stored');
    case 'CONSTR_IDENTITY':
      return fault('rewrite', 'numbers the rows');
    case 'CONSTR_DEFAULT':
      return isSteady(one.raw_expr) ? [] : fault('rewrite', 'has a default that may differ from row to row');
    case 'CONSTR_CHECK':
      return fault('scan', 'has a check; add it as a constraint that is not valid');
    case 'CONSTR_NOTNULL':
      return hasDefault ? [] : fault('fails', 'is not null and has no default');
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
      return fault('index', 'is unique; build the index concurrently');
    case 'CONSTR_FOREIGN':
      return hasDefault ? fault('scan', 'has a default and a reference that is checked') : [];
    default:
      return [];
  }
}

function judgeNewColumn({ colname = '', typeName, constraints = [] }: ColumnDef): Fault[] {
  const all = constraints.flatMap((one) => ('Constraint' in one ? [one.Constraint] : []));
  const hasDefault = all.some(({ contype }) => contype === 'CONSTR_DEFAULT');
  const serial: Fault[] = SERIAL_TYPES.has(lastName(typeName?.names))
    ? [{ rule: 'rewrite', what: `new column ${colname} numbers the rows` }]
    : [];
  return [...serial, ...all.flatMap((one) => judgeColumnConstraint(colname, one, hasDefault))];
}

function judgeConstraint({
  contype,
  conname = 'without a name',
  indexname,
  skip_validation,
}: Constraint): Fault[] {
  switch (contype) {
    case 'CONSTR_CHECK':
    case 'CONSTR_FOREIGN':
    case 'CONSTR_NOTNULL':
      return skip_validation
        ? []
        : [{ rule: 'scan', what: `constraint ${conname} is checked at once; add it as not valid` }];
    case 'CONSTR_UNIQUE':
      return indexname === undefined
        ? [
            {
              rule: 'index',
              what: `constraint ${conname} builds its index; build it concurrently and use it`,
            },
          ]
        : [];
    case 'CONSTR_PRIMARY':
      return [
        { rule: indexname === undefined ? 'index' : 'scan', what: `constraint ${conname} is a primary key` },
      ];
    default:
      return [{ rule: 'index', what: `constraint ${conname} builds an index` }];
  }
}

function judgeDefinition(subtype: string, def: Node | undefined): Fault[] {
  if (subtype === 'AT_AddColumn' && def !== undefined && 'ColumnDef' in def)
    return judgeNewColumn(def.ColumnDef);
  if (def !== undefined && 'Constraint' in def) return judgeConstraint(def.Constraint);
  return [{ rule: 'unknown', what: subtype }];
}

function judgeCommand({ subtype = 'AT_AddOf', name = '', def }: AlterTableCmd): Fault[] {
  if (HARMLESS.has(subtype)) return [];
  switch (subtype) {
    case 'AT_AddColumn':
    case 'AT_AddConstraint':
      return judgeDefinition(subtype, def);
    case 'AT_ColumnDefault':
      return def === undefined ? [{ rule: 'drop', what: `the default of ${name} is dropped` }] : [];
    case 'AT_DropColumn':
      return [{ rule: 'drop', what: `column ${name} is dropped` }];
    case 'AT_DropConstraint':
      return DROPPABLE_CONSTRAINTS.some((ending) => name.endsWith(ending))
        ? []
        : [{ rule: 'drop', what: `constraint ${name} is dropped, which "on conflict" may need` }];
    case 'AT_AlterColumnType':
      return [{ rule: 'rewrite', what: `column ${name} gets another type` }];
    case 'AT_SetNotNull':
      return [{ rule: 'scan', what: `column ${name} becomes not null` }];
    default:
      return [{ rule: 'unknown', what: subtype }];
  }
}

export const commandsOf = ({ cmds = [] }: AlterTableStmt): AlterTableCmd[] =>
  cmds.flatMap((one) => ('AlterTableCmd' in one ? [one.AlterTableCmd] : []));

/** The faults of an ALTER TABLE of a table that was there before the file. */
export const judgeAlterTable = (statement: AlterTableStmt): Fault[] =>
  commandsOf(statement).flatMap(judgeCommand);
