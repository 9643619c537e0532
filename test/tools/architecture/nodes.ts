/** A node of a parsed source file. */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The nodes directly inside a node. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** The name of an identifier; null for any other node. */
export const nameOf = (key: unknown): string | null =>
  isNode(key) && (key.type === 'Identifier' || key.type === 'PrivateIdentifier') ? String(key.name) : null;
