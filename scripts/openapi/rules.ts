/** Redocly's rules that the document has to pass. https://redocly.com/docs/cli/rules/built-in-rules */
export const REDOCLY_RULES = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-unused-components': 'error',
  'no-enum-type-mismatch': 'error',
  'no-required-schema-properties-undefined': 'error',
  'info-license-strict': 'error',
  'tag-description': 'error',
  'operation-tag-defined': 'error',
  'operation-operationId': 'error',
  'operation-operationId-unique': 'error',
  'operation-operationId-url-safe': 'error',
  'operation-summary': 'error',
  'operation-parameters-unique': 'error',
  'operation-2xx-response': 'error',
  'operation-4xx-response': 'error',
  'security-defined': 'error',
  'path-parameters-defined': 'error',
  'path-declaration-must-exist': 'error',
  'path-not-include-query': 'error',
  'no-path-trailing-slash': 'error',
  'no-identical-paths': 'error',
  'parameter-description': 'error',
  'no-invalid-media-type-examples': 'error',
  'no-invalid-schema-examples': 'error',
  'no-invalid-parameter-examples': 'error',
} as const;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every object of the document with its JSON pointer. */
function* walk(node: unknown, pointer: string): Generator<[string, Json]> {
  if (Array.isArray(node)) {
    for (const [i, one] of node.entries()) yield* walk(one, `${pointer}/${i}`);
  } else if (isObject(node)) {
    yield [pointer, node];
    for (const [key, value] of Object.entries(node)) yield* walk(value, `${pointer}/${key}`);
  }
}

const allowsNull = ({ type, anyOf, oneOf }: Json): boolean =>
  listOf(type).includes('null') ||
  [...listOf(anyOf), ...listOf(oneOf)].some((one) => isObject(one) && one.type === 'null');

/** A component that may be null makes null of every place that names it; `orNull` stands at the place instead. */
function nullableComponents(schemas: Json): string[] {
  return Object.entries(schemas).flatMap(([name, schema]) =>
    isObject(schema) && allowsNull(schema) ? [`#/components/schemas/${name} may be null: use orNull`] : [],
  );
}

/** `allOf` demands every part: null beside a reference to what is never null allows nothing. */
function brokenNulls(document: Json): string[] {
  return Array.from(walk(document, '#')).flatMap(([pointer, { allOf }]) =>
    listOf(allOf).some((part) => isObject(part) && allowsNull(part))
      ? [`${pointer} can never be null: use orNull`]
      : [],
  );
}

/** Generators of types take a property with a default for one that is always there, unless it stands in a request. */
function defaultsInComponents(schemas: Json): string[] {
  return Array.from(walk(schemas, '#/components/schemas')).flatMap(([pointer, schema]) =>
    'default' in schema && !pointer.endsWith('/properties')
      ? [`${pointer} has a default: leave its schema unnamed`]
      : [],
  );
}

function operationsOf(document: Json): [string, Json][] {
  return Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, methods]) =>
    Object.entries(isObject(methods) ? methods : {}).flatMap(([method, operation]): [string, Json][] =>
      isObject(operation) ? [[`${method.toUpperCase()} ${path}`, operation]] : [],
    ),
  );
}

/** Values that are only ever copied from an answer. */
const OPAQUE = new Set(['cursor']);

const hasExample = (schema: unknown): boolean =>
  isObject(schema) && ['example', 'examples', 'default', 'enum'].some((key) => key in schema);
const speaksForItself = (schema: unknown): boolean =>
  hasExample(schema) || (isObject(schema) && schema.type === 'boolean');

function missingExamples(document: Json): string[] {
  return operationsOf(document).flatMap(([name, { parameters, requestBody }]) => {
    const silent = listOf(parameters).filter(
      (one) => isObject(one) && !OPAQUE.has(String(one.name)) && !speaksForItself(one.schema),
    );
    const body = Array.from(walk(requestBody, '')).find(([pointer]) =>
      pointer.endsWith('/application/json'),
    )?.[1];
    return [
      ...silent.map((one) => `${name}: the parameter ${isObject(one) ? one.name : ''} has no example`),
      ...(body === undefined || hasExample(body) || hasExample(body.schema)
        ? []
        : [`${name}: the body has no example`]),
    ];
  });
}

/** Rules of our own, which no linter knows. Each fault names its place. */
export function houseFaults(document: unknown): string[] {
  if (!isObject(document)) return ['The document is not an object.'];
  const components = isObject(document.components) ? document.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  return [
    ...nullableComponents(schemas),
    ...brokenNulls(document),
    ...defaultsInComponents(schemas),
    ...missingExamples(document),
  ];
}
