import type { DropStmt, IndexStmt, Node } from 'libpg-query';
import { changedRelations, readRelations } from './file-relations.ts';
import type { Fault } from './finding.ts';
import { commandsOf, judgeAlterTable } from './judge-alter-table.ts';
import { findParts, OUTSIDE_TRANSACTION, relationName } from './parse-migration.ts';

/** What is known of the file before a statement. */
export interface FileState {
  isOutsideTransaction: boolean;
  /** Relations that the file has made: nobody uses them yet. */
  made: ReadonlySet<string>;
  /** Triggers that the file makes, by `table.name`: dropping one before replaces it. */
  madeTriggers: ReadonlySet<string>;
  /** Indexes that earlier statements dropped concurrently, if they were there. */
  droppedIndexes: ReadonlySet<string>;
}

/** Statements that change the catalogue only, or make something that nobody uses yet. */
const HARMLESS = new Set([
  ...[
    'CreateStmt',
    'CreateFunctionStmt',
    'AlterFunctionStmt',
    'CreateExtensionStmt',
    'ViewStmt',
    'CommentStmt',
  ],
  ...[
    'CreateTrigStmt',
    'CreateEnumStmt',
    'CreateSeqStmt',
    'CreateSchemaStmt',
    'GrantStmt',
    'CreateTableAsStmt',
  ],
]);

const kindOf = (node: Node): string => Object.keys(node)[0] ?? '';

/** Names of what is dropped; a trigger with its table. */
export function droppedNames({ objects = [] }: DropStmt): string[] {
  return objects.map((object) =>
    findParts(object, 'sval')
      .filter((part) => typeof part === 'string')
      .join('.'),
  );
}

function judgeIndex(
  { idxname = 'without a name', relation, concurrent }: IndexStmt,
  state: FileState,
): Fault[] {
  if (relation !== undefined && state.made.has(relationName(relation))) return [];
  if (!concurrent) return [{ rule: 'index', what: `index ${idxname} is not built concurrently` }];
  if (!state.isOutsideTransaction)
    return [
      { rule: 'repeat', what: `index ${idxname} needs a file that begins with "${OUTSIDE_TRANSACTION}"` },
    ];
  return state.droppedIndexes.has(idxname)
    ? []
    : [{ rule: 'repeat', what: `index ${idxname} has no "drop index concurrently if exists" before it` }];
}

function judgeDrop(drop: DropStmt, state: FileState): Fault[] {
  const names = droppedNames(drop);
  if (drop.removeType === 'OBJECT_INDEX') {
    if (!drop.concurrent)
      return [{ rule: 'index', what: `index ${names.join(', ')} is not dropped concurrently` }];
    return state.isOutsideTransaction && drop.missing_ok
      ? []
      : [
          {
            rule: 'repeat',
            what: `drop index needs "if exists" and a file that begins with "${OUTSIDE_TRANSACTION}"`,
          },
        ];
  }
  if (drop.removeType === 'OBJECT_TRIGGER') {
    const gone = names.filter((name) => !state.madeTriggers.has(name));
    return gone.map((name) => ({ rule: 'drop' as const, what: `trigger ${name} is dropped` }));
  }
  const kind = (drop.removeType ?? 'OBJECT').replace('OBJECT_', '').toLowerCase();
  return names
    .filter((name) => !state.made.has(name))
    .map((name) => ({ rule: 'drop' as const, what: `${kind} ${name} is dropped` }));
}

/** Rows of existing tables that are changed, and rows that are copied into an existing table. */
function judgeWrites(node: Node, state: FileState): Fault[] {
  const changed = changedRelations(node).filter((name) => !state.made.has(name));
  const faults: Fault[] = changed.map((name) => ({ rule: 'write', what: `rows of ${name} are changed` }));
  if (!('InsertStmt' in node)) return faults;
  const { relation, selectStmt } = node.InsertStmt;
  const target = relation === undefined ? '' : relationName(relation);
  if (!state.made.has(target) && findParts(selectStmt, 'fromClause').length > 0)
    faults.push({ rule: 'write', what: `rows are copied into ${target}` });
  return faults;
}

function judgeKind(node: Node, state: FileState): Fault[] {
  if ('AlterTableStmt' in node) {
    const { relation } = node.AlterTableStmt;
    return relation !== undefined && state.made.has(relationName(relation))
      ? []
      : judgeAlterTable(node.AlterTableStmt);
  }
  if ('IndexStmt' in node) return judgeIndex(node.IndexStmt, state);
  if ('DropStmt' in node) return judgeDrop(node.DropStmt, state);
  if ('RenameStmt' in node) {
    const { relation, subname, newname } = node.RenameStmt;
    const table = relation === undefined ? '' : relationName(relation);
    if (state.made.has(table)) return [];
    return [{ rule: 'drop', what: `${[table, subname].filter(Boolean).join('.')} is renamed to ${newname}` }];
  }
  if ('VariableSetStmt' in node)
    return [{ rule: 'settings', what: `${node.VariableSetStmt.name ?? 'a setting'} is set` }];
  if (
    ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'].includes(kindOf(node)) ||
    HARMLESS.has(kindOf(node))
  )
    return [];
  return [{ rule: 'unknown', what: kindOf(node) }];
}

/** The faults of a statement by itself, whatever ran before it in its transaction. */
export function judgeStatement(node: Node, state: FileState): Fault[] {
  const faults = [...judgeKind(node, state), ...judgeWrites(node, state)];
  if (!state.isOutsideTransaction || faults.length > 0) return faults;
  const isRepeatable =
    'IndexStmt' in node ||
    'DropStmt' in node ||
    ('AlterTableStmt' in node &&
      commandsOf(node.AlterTableStmt).every(({ subtype }) => subtype === 'AT_ValidateConstraint'));
  return isRepeatable ? [] : [{ rule: 'repeat', what: `${kindOf(node)} belongs into a transaction` }];
}

/** Whether a statement works through the rows of a table. */
export function takesLong(node: Node, state: FileState): boolean {
  if (judgeWrites(node, state).length > 0) return true;
  if ('AlterTableStmt' in node)
    return commandsOf(node.AlterTableStmt).some(({ subtype }) => subtype === 'AT_ValidateConstraint');
  const copies = 'InsertStmt' in node || 'CreateTableAsStmt' in node;
  return copies && readRelations(node).some((name) => !state.made.has(name));
}
