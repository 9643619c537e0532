import type { Node, RangeVar } from 'libpg-query';
import { z } from 'zod';
import { commandsOf } from './judge-alter-table.ts';
import { findParts, relationName } from './parse-migration.ts';

const RelationSchema = z.object({ relname: z.string(), schemaname: z.string().optional() });
const WrittenSchema = z.object({ relation: RelationSchema });

const nameOf = ({ relname, schemaname }: z.infer<typeof RelationSchema>): string =>
  schemaname === undefined ? relname : `${schemaname}.${relname}`;

/** The relation that a statement makes; null: none, or one that may have been there before. */
export function madeRelation(node: Node): string | null {
  const name = (relation: RangeVar | undefined): string | null =>
    relation === undefined ? null : relationName(relation);
  if ('CreateStmt' in node) return node.CreateStmt.if_not_exists ? null : name(node.CreateStmt.relation);
  if ('ViewStmt' in node) return node.ViewStmt.replace ? null : name(node.ViewStmt.view);
  if ('CreateTableAsStmt' in node) {
    const { into, if_not_exists } = node.CreateTableAsStmt;
    return if_not_exists ? null : name(into?.rel);
  }
  return null;
}

/** The relations that a statement reads. */
export const readRelations = (node: Node): string[] =>
  findParts(node, 'RangeVar').flatMap((one) => {
    const { data } = RelationSchema.safeParse(one);
    return data === undefined ? [] : [nameOf(data)];
  });

/** The tables whose rows a statement changes or removes, in its own parts and in those of its WITH. */
export const changedRelations = (node: Node): string[] =>
  ['UpdateStmt', 'DeleteStmt', 'MergeStmt'].flatMap((kind) =>
    findParts(node, kind).flatMap((one) => {
      const { data } = WrittenSchema.safeParse(one);
      return data === undefined ? [] : [nameOf(data.relation)];
    }),
  );

/** The tables that foreign keys of the statement point to: Postgres keeps writers away from them until the file ends. */
const referencedRelations = (node: Node): string[] =>
  findParts(node, 'pktable').flatMap((one) => {
    const { data } = RelationSchema.safeParse(one);
    return data === undefined ? [] : [nameOf(data)];
  });

const WEAK_COMMANDS = new Set(['AT_ValidateConstraint', 'AT_SetStatistics']);

/** The relations on which a statement keeps a lock that stops writers, until the transaction ends. */
export function lockedRelations(node: Node): string[] {
  const own = (relation: RangeVar | undefined): string[] =>
    relation === undefined ? [] : [relationName(relation)];
  if ('AlterTableStmt' in node) {
    const isWeak = commandsOf(node.AlterTableStmt).every(({ subtype = '' }) => WEAK_COMMANDS.has(subtype));
    return [...(isWeak ? [] : own(node.AlterTableStmt.relation)), ...referencedRelations(node)];
  }
  if ('CreateTrigStmt' in node) return own(node.CreateTrigStmt.relation);
  if ('IndexStmt' in node) return own(node.IndexStmt.relation);
  if ('RenameStmt' in node) return own(node.RenameStmt.relation);
  return referencedRelations(node);
}
