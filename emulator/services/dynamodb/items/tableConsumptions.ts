import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import { Consumption } from "./consumedCapacity.ts";

/** What a request has taken of several tables. */
export class TableConsumptions {
  readonly #byTable = new Map<string, Consumption>();

  of(tableName: string): Consumption {
    const known = this.#byTable.get(tableName);
    if (known) return known;
    const consumption = new Consumption();
    this.#byTable.set(tableName, consumption);
    return consumption;
  }

  /** As a member of the answer, if `ReturnConsumedCapacity` asks for it. */
  describe(asked: string | undefined, kind?: "read" | "write"): { readonly ConsumedCapacity?: ConsumedCapacity[] } {
    const described = [...this.#byTable].flatMap(
      ([name, consumption]) => consumption.describe(name, asked, kind) ?? [],
    );
    return described.length > 0 ? { ConsumedCapacity: described } : {};
  }
}
