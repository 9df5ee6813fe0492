import type { ItemCollectionMetrics } from "@aws-sdk/client-dynamodb";

/** The item collections of several tables to which a request has written. */
export class TableMetrics {
  readonly #byTable = new Map<string, ItemCollectionMetrics[]>();

  add(tableName: string, metrics: ItemCollectionMetrics | undefined): void {
    if (metrics) this.#byTable.set(tableName, [...(this.#byTable.get(tableName) ?? []), metrics]);
  }

  /** As a member of the answer, if there are any. */
  describe(): { readonly ItemCollectionMetrics?: Record<string, ItemCollectionMetrics[]> } {
    return this.#byTable.size > 0 ? { ItemCollectionMetrics: Object.fromEntries(this.#byTable) } : {};
  }
}
