import type { UpdateTableCommandInput } from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import { invalidParameter, validationException } from "./errors.ts";

/**
 * UpdateTable changes one thing in a request; but capacity and the throughput of indexes go together. Throws
 * ValidationException. Source of the rules and messages: recorded answers.
 */
export function checkSingleChange({
  SSESpecification,
  TableClass,
  DeletionProtectionEnabled,
  BillingMode,
  ProvisionedThroughput,
  GlobalSecondaryIndexUpdates: updates,
}: Input<UpdateTableCommandInput>): void {
  if (updates?.length === 0) throw invalidParameter("List of GlobalSecondaryIndexUpdates is empty");
  const capacity = BillingMode ?? ProvisionedThroughput;
  const alone = [
    { change: SSESpecification, name: "Server-Side Encryption" },
    { change: TableClass, name: "TableClass" },
    { change: DeletionProtectionEnabled, name: "DeletionProtection" },
  ].filter(({ change }) => change !== undefined);
  const [first] = alone;
  if (!first && !capacity && !updates) throw nothingToDo();
  if (first && (alone.length > 1 || capacity || updates)) {
    throw invalidParameter(`${first.name} modification must be the only operation in the request`);
  }
  if (capacity && updates?.some(({ Create, Delete }) => Create ?? Delete)) {
    throw invalidParameter("You cannot create or delete index while updating table IOPS");
  }
}

function nothingToDo() {
  return validationException(
    "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, " +
      "SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, " +
      "DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required",
  );
}
