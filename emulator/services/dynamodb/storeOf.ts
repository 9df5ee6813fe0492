import type { CallContext } from "../../callContext.ts";
import type { DynamoDbStore } from "./dynamoDbStore.ts";
import type { Table } from "./table.ts";

/** The store that a table lives in: its owner's, not the caller's. */
export function storeOf({ instance, region }: CallContext, { accountId }: Pick<Table, "accountId">): DynamoDbStore {
  return instance.region(accountId, region).dynamodb;
}
