import { invalidParameter, validationException } from "../errors.ts";
import { pathsOf, type Condition } from "../expressions/condition.ts";
import type { DocumentPath } from "../expressions/documentPath.ts";
import type { IndexSchema, TableSchema } from "../storage/tableSchema.ts";

/** What queries and scans have of each other's members. */
export interface ReadRequest {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly Select?: string;
  readonly ConsistentRead?: boolean;
  readonly AttributesToGet?: readonly string[];
  readonly ProjectionExpression?: string;
}

/** The index that a request reads; nothing, if it reads the table. Throws ValidationException. */
export function findIndex(schema: TableSchema, { IndexName, ConsistentRead }: ReadRequest): IndexSchema | undefined {
  if (IndexName === undefined) return undefined;
  const index = schema.indexes.find(({ name }) => name === IndexName);
  if (!index) throw validationException(`The table does not have the specified index: ${IndexName}`);
  if (index.kind === "global" && ConsistentRead) {
    throw validationException("Consistent reads are not supported on global secondary indexes");
  }
  return index;
}

/**
 * Throws ValidationException if `Select` contradicts the rest of the request.
 * Source of the rules: DynamoDB API Reference, Query, `Select`; the first message is recorded in the project
 * dynamodb-conformance, the others were seen in public threads.
 */
export function checkSelect({ Select, IndexName, AttributesToGet, ProjectionExpression }: ReadRequest): void {
  if (Select === undefined) return;
  const given = AttributesToGet ? "AttributesToGet" : ProjectionExpression && "ProjectionExpression";
  if (Select === "SPECIFIC_ATTRIBUTES" && !given) {
    throw validationException(
      "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
    );
  }
  if (Select !== "SPECIFIC_ATTRIBUTES" && given) {
    throw validationException(`Cannot specify the ${given} when choosing to get ${Select}`);
  }
  if (Select === "ALL_PROJECTED_ATTRIBUTES" && IndexName === undefined) {
    throw invalidParameter("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
  }
}

/**
 * Whether items must be fetched from the table, because the index lacks attributes that are asked for. Throws
 * ValidationException for global secondary indexes, which cannot do that.
 */
export function needsFetch(
  index: IndexSchema | undefined,
  { Select }: ReadRequest,
  paths: readonly DocumentPath[] | undefined,
  filter: Condition | undefined,
): boolean {
  const { projected } = index ?? {};
  if (!index || !projected) return false;
  if (Select === "ALL_ATTRIBUTES") {
    if (index.kind === "local") return true;
    throw invalidParameter(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} ` +
        "because its projection type is not ALL",
    );
  }
  const missing = (paths ?? []).map(([name]) => name).filter((name) => !projected.includes(name));
  if (index.kind === "local") return [...missing, ...namesMissing(filter, projected)].length > 0;
  if (missing.length === 0) return false;
  // Seen in public threads.
  throw invalidParameter(`Global secondary index ${index.name} does not project [${missing.join(", ")}]`);
}

function namesMissing(filter: Condition | undefined, projected: readonly string[]): string[] {
  return filter ? pathsOf(filter).flatMap(([name]) => (projected.includes(name) ? [] : [name])) : [];
}
