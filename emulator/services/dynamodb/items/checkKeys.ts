import type { DocumentPath } from "../expressions/documentPath.ts";
import { invalidParameter, validationException } from "../errors.ts";
import { keyAttributes, type KeyAttribute, type KeySchema, type TableSchema } from "../storage/tableSchema.ts";
import { attributeOf, typeOf, type AttributeValue, type Item } from "../values/attributeValue.ts";

/** In bytes. Source: DynamoDB Developer Guide, "Service, account, and table quotas". */
const maximumHashSize = 2048;
const maximumRangeSize = 1024;

/** Throws ValidationException for a key that is not one of the table. Source of the messages: dynalite's recordings. */
export function checkKey(schema: KeySchema, key: Item): void {
  const attributes = keyAttributes(schema);
  if (attributes.length !== Object.keys(key).length) throw keyMismatch();
  checkKeyParts(schema, key);
}

/** As {@link checkKey}; other attributes may be there. */
export function checkKeyParts(schema: KeySchema, item: Item): void {
  for (const { name, type } of keyAttributes(schema)) {
    const value = attributeOf(item, name);
    if (!value || typeOf(value) !== type) throw keyMismatch();
  }
  checkNotEmpty(schema, item);
  checkSizes(schema, item);
}

/** Throws ValidationException for an item that cannot be put into the table, for its key or for those of its indexes. */
export function checkItemKeys(schema: TableSchema, item: Item): void {
  for (const { name, type } of keyAttributes(schema)) {
    const value = attributeOf(item, name);
    if (!value) throw invalidParameter(`Missing the key ${name} in the item`);
    if (typeOf(value) !== type) {
      throw invalidParameter(`Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`);
    }
  }
  checkSizes(schema, item);
  checkIndexTypes(schema, item);
}

/** Throws ValidationException if an attribute is of another type than an index wants that has it as key. */
export function checkIndexTypes({ indexes }: TableSchema, item: Item): void {
  for (const index of indexes) {
    for (const { name, type } of keyAttributes(index)) {
      const value = attributeOf(item, name);
      if (!value || typeOf(value) === type) continue;
      throw invalidParameter(
        `Type mismatch for Index Key ${name} Expected: ${type} Actual: ${typeOf(value)} IndexName: ${index.name}`,
      );
    }
  }
}

/** Throws ValidationException if an attribute of the key is empty. Source of the messages: dynamodb-conformance. */
export function checkNotEmpty(schema: KeySchema, item: Item): void {
  for (const { name } of keyAttributes(schema)) {
    const what = emptiness(attributeOf(item, name));
    if (what)
      throw validationException(`One or more parameter values are not valid. ${cannotBeEmpty(what)} Key: ${name}`);
  }
}

/** Throws ValidationException if an attribute is empty that an index has as key. */
export function checkIndexKeysNotEmpty({ indexes }: TableSchema, item: Item): void {
  for (const index of indexes) {
    for (const { name } of keyAttributes(index)) {
      const what = emptiness(attributeOf(item, name));
      if (!what) continue;
      throw validationException(
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. " +
          `${cannotBeEmpty(what)} IndexName: ${index.name}, IndexKey: ${name}`,
      );
    }
  }
}

/** Throws ValidationException if an update has made an attribute empty that an index has as key. */
export function checkUpdatedIndexKeys({ indexes }: TableSchema, item: Item): void {
  for (const { name, type } of indexes.flatMap(keyAttributes)) {
    const value = attributeOf(item, name);
    if (value && typeOf(value) !== type) {
      throw validationException(
        "The update expression attempted to update the secondary index key to unsupported type",
      );
    }
    const what = emptiness(value);
    if (!what) continue;
    throw validationException(
      "One or more parameter values are not valid. The update expression attempted to update a secondary index key " +
        `to a value that is not supported. ${cannotBeEmpty(what)}`,
    );
  }
}

/** Throws ValidationException for paths into attributes of keys, which have no members. */
export function checkKeyPaths(schema: TableSchema, paths: readonly DocumentPath[]): void {
  if (paths.every((path) => path.length === 1)) return;
  const nested = new Set(paths.filter((path) => path.length > 1).map(([name]) => name));
  const check = (attributes: readonly KeyAttribute[], label: string) => {
    const wrong = attributes.find(({ name }) => nested.has(name));
    if (!wrong) return;
    throw validationException(
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: " +
        `${label}: ${wrong.name}`,
    );
  };
  check(keyAttributes(schema), "Key");
  check(schema.indexes.flatMap(keyAttributes), "IndexKey");
}

export function keyMismatch() {
  return validationException("The provided key element does not match the schema");
}

function checkSizes({ hash, range }: KeySchema, item: Item): void {
  if (sizeOf(attributeOf(item, hash.name)) > maximumHashSize) {
    throw invalidParameter(`Size of hashkey has exceeded the maximum size limit of${maximumHashSize} bytes`);
  }
  if (range && sizeOf(attributeOf(item, range.name)) > maximumRangeSize) {
    throw invalidParameter(
      `Aggregated size of all range keys has exceeded the size limit of ${maximumRangeSize} bytes`,
    );
  }
}

/** Numbers are always small enough. */
function sizeOf(value: AttributeValue | undefined): number {
  return value?.B?.length ?? Buffer.byteLength(value?.S ?? "");
}

function emptiness(value: AttributeValue | undefined): "string" | "binary" | undefined {
  if (value?.S === "") return "string";
  return value?.B?.length === 0 ? "binary" : undefined;
}

function cannotBeEmpty(what: "string" | "binary"): string {
  return `The AttributeValue for a key attribute cannot contain an empty ${what} value.`;
}
