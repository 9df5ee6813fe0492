import type { TableDefinition } from "./itemStorage.ts";

/** The types that a key may have. */
export type KeyType = "S" | "N" | "B";

/** An attribute of a key. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: KeyType;
}

/** The key of a table or an index. */
export interface KeySchema {
  readonly hash: KeyAttribute;
  readonly range?: KeyAttribute;
}

/** A secondary index. */
export interface IndexSchema extends KeySchema {
  readonly name: string;
  readonly kind: "local" | "global";
  /** The attributes that it has of an item, keys included; absent: all. */
  readonly projected?: readonly string[];
}

/** The key of a table, and its indexes in the order of their names. */
export interface TableSchema extends KeySchema {
  readonly indexes: readonly IndexSchema[];
}

/** The attributes of a key, the partition key first. */
export function keyAttributes({ hash, range }: KeySchema): KeyAttribute[] {
  return range ? [hash, range] : [hash];
}

export function keyNames(schema: KeySchema): string[] {
  return keyAttributes(schema).map(({ name }) => name);
}

/** Reads a definition that has been checked. */
export function readSchema(definition: TableDefinition): TableSchema {
  const { LocalSecondaryIndexes = [], GlobalSecondaryIndexes = [] } = definition;
  const key = readKey(definition, definition.KeySchema);
  const read = (kind: IndexSchema["kind"]) => (index: Index) => readIndex(definition, key, index, kind);
  const indexes = [...LocalSecondaryIndexes.map(read("local")), ...GlobalSecondaryIndexes.map(read("global"))];
  return { ...key, indexes: indexes.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

type Index = NonNullable<TableDefinition["LocalSecondaryIndexes"]>[number];
type KeyElements = TableDefinition["KeySchema"];

function readIndex(
  definition: TableDefinition,
  tableKey: KeySchema,
  { IndexName, KeySchema, Projection }: Index,
  kind: IndexSchema["kind"],
): IndexSchema {
  const key = readKey(definition, KeySchema);
  const projected = [...keyNames(tableKey), ...keyNames(key), ...(Projection.NonKeyAttributes ?? [])];
  const isAll = Projection.ProjectionType === "ALL";
  return { ...key, name: IndexName, kind, projected: isAll ? undefined : [...new Set(projected)] };
}

function readKey({ AttributeDefinitions = [] }: TableDefinition, elements: KeyElements = []): KeySchema {
  const [hash, range] = elements.map(({ AttributeName: name }) => {
    const type = AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
    if (!type) throw new Error(`The key attribute ${name} has no definition, although definitions are checked.`);
    return { name, type };
  });
  if (!hash) throw new Error("A key schema without elements has passed the checks.");
  return { hash, range };
}
