import type { Node } from 'libpg-query';
import { lockedRelations, madeRelation } from './file-relations.ts';
import type { Fault, Finding } from './finding.ts';
import { droppedNames, type FileState, judgeStatement, takesLong } from './judge-statement.ts';
import { isOutsideTransaction, parseMigration, relationName } from './parse-migration.ts';

const triggerName = (node: Node): string | null =>
  'CreateTrigStmt' in node && node.CreateTrigStmt.relation !== undefined
    ? `${relationName(node.CreateTrigStmt.relation)}.${node.CreateTrigStmt.trigname ?? ''}`
    : null;

function judgeHeld(node: Node, state: FileState, locked: ReadonlySet<string>): Fault[] {
  if (state.isOutsideTransaction || locked.size === 0 || !takesLong(node, state)) return [];
  return [
    { rule: 'held', what: `rows are worked through while ${[...locked].join(', ')} cannot be written to` },
  ];
}

/**
 * What makes a migration unsafe while the deployed version serves requests: long locks, and what the deployed version
 * would miss. An empty list is no proof: a trigger or a new constraint can still refuse what the deployed version writes.
 */
export async function lintMigration(sql: string): Promise<Finding[]> {
  const statements = await parseMigration(sql);
  const made = new Set<string>();
  const droppedIndexes = new Set<string>();
  const locked = new Set<string>();
  const madeTriggers = new Set(statements.flatMap(({ node }) => triggerName(node) ?? []));
  const state = { isOutsideTransaction: isOutsideTransaction(sql), made, madeTriggers, droppedIndexes };
  const findings: Finding[] = [];
  for (const { node, line } of statements) {
    const faults = [...judgeStatement(node, state), ...judgeHeld(node, state, locked)];
    findings.push(...faults.map((fault) => ({ ...fault, line })));
    const relation = madeRelation(node);
    if (relation !== null) made.add(relation);
    if ('DropStmt' in node && node.DropStmt.concurrent)
      for (const name of droppedNames(node.DropStmt)) droppedIndexes.add(name);
    for (const name of lockedRelations(node)) if (!made.has(name)) locked.add(name);
  }
  return findings;
}
