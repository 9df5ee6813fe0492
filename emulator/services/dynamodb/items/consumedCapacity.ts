import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import type { IndexSchema } from "../storage/tableSchema.ts";

/**
 * Bytes for which one unit is enough. Source: DynamoDB Developer Guide, "DynamoDB read and write operations" (capacity
 * unit consumption).
 */
const readBlock = 4096;
const writeBlock = 1024;

/** Read units for so many bytes. An eventually consistent read costs half; within a transaction each costs double. */
export function readUnits(size: number, consistency: "eventual" | "strong" | "transaction" = "eventual"): number {
  const factor = { eventual: 0.5, strong: 1, transaction: 2 }[consistency];
  return blocks(size, readBlock) * factor;
}

/** Write units for an item of so many bytes. */
export function writeUnits(size: number): number {
  return blocks(size, writeBlock);
}

function blocks(size: number, block: number): number {
  return Math.max(1, Math.ceil(size / block));
}

/** What a request has taken of one table and of its indexes. */
export class Consumption {
  #table = 0;
  readonly #local = new Map<string, number>();
  readonly #global = new Map<string, number>();

  addToTable(units: number): void {
    this.#table += units;
  }

  addToIndex({ name, kind }: IndexSchema, units: number): void {
    const indexes = kind === "local" ? this.#local : this.#global;
    indexes.set(name, (indexes.get(name) ?? 0) + units);
  }

  add(other: Consumption, factor = 1): void {
    this.#table += other.#table * factor;
    for (const [name, units] of other.#local) this.#local.set(name, (this.#local.get(name) ?? 0) + units * factor);
    for (const [name, units] of other.#global) this.#global.set(name, (this.#global.get(name) ?? 0) + units * factor);
  }

  /**
   * As `ReturnConsumedCapacity` asks for it; nothing, if it does not.
   * @param kind within a transaction units are also told by their kind
   */
  describe(tableName: string, asked: string | undefined, kind?: "read" | "write"): ConsumedCapacity | undefined {
    if (asked !== "TOTAL" && asked !== "INDEXES") return undefined;
    const total = [this.#table, ...this.#local.values(), ...this.#global.values()].reduce((sum, units) => sum + units);
    const described: ConsumedCapacity = { TableName: tableName, ...unitsOf(total, kind) };
    if (asked === "TOTAL") return described;
    return {
      ...described,
      Table: unitsOf(this.#table, kind),
      ...(this.#local.size > 0 && { LocalSecondaryIndexes: byIndex(this.#local, kind) }),
      ...(this.#global.size > 0 && { GlobalSecondaryIndexes: byIndex(this.#global, kind) }),
    };
  }
}

function unitsOf(units: number, kind: "read" | "write" | undefined) {
  return {
    CapacityUnits: units,
    ...(kind === "read" && { ReadCapacityUnits: units }),
    ...(kind === "write" && { WriteCapacityUnits: units }),
  };
}

function byIndex(indexes: ReadonlyMap<string, number>, kind: "read" | "write" | undefined) {
  return Object.fromEntries([...indexes].map(([name, units]) => [name, unitsOf(units, kind)]));
}
