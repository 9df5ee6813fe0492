import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { attributesOf, type AttributeNames } from "./attributeNames.ts";
import { queriedKey } from "./queriedKey.ts";
import type { Table } from "./table.ts";

/** The types that a key may have, of all those of an attribute. */
interface KeyValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: Uint8Array;
}

type Attributes = Readonly<Record<string, KeyValue>>;

/** What the requests on items have of each other's members. */
export interface ItemRequest {
  readonly Key?: Attributes;
  /** Several keys, as BatchGetItem has them. */
  readonly Keys?: readonly Attributes[];
  readonly Item?: Attributes;
  readonly IndexName?: string;
  readonly Select?: string;
  readonly AttributesToGet?: readonly string[];
  readonly ProjectionExpression?: string;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly FilterExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeNames?: AttributeNames;
  readonly ExpressionAttributeValues?: Attributes;
  readonly AttributeUpdates?: Readonly<Record<string, unknown>>;
  readonly Expected?: Readonly<Record<string, unknown>>;
  readonly ScanFilter?: Readonly<Record<string, unknown>>;
  readonly QueryFilter?: Readonly<Record<string, unknown>>;
  readonly KeyConditions?: Readonly<Record<string, { readonly AttributeValueList?: readonly KeyValue[] }>>;
  readonly ReturnValues?: string;
  readonly ReturnConsumedCapacity?: string;
  /** The transaction that the request is a part of. */
  readonly enclosingOperation?: "TransactGetItems" | "TransactWriteItems";
}

/**
 * The condition keys of a request that reads or writes items of a table. What the request leaves to AWS's defaults counts as
 * stated; the documentation does not say so. Source: DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained
 * access control".
 */
export function itemConditions(
  definition: Table["definition"] | undefined,
  request: ItemRequest,
  kind: "read" | "write" | "batch write",
): ConditionValues {
  return {
    "dynamodb:Attributes": some(requestedAttributes(request)),
    "dynamodb:LeadingKeys": definition && some(leadingKeys(definition, request)),
    "dynamodb:Select": kind === "read" ? selection(request) : undefined,
    "dynamodb:ReturnValues": kind === "write" ? (request.ReturnValues ?? "NONE") : undefined,
    "dynamodb:ReturnConsumedCapacity": request.ReturnConsumedCapacity ?? "NONE",
    "dynamodb:EnclosingOperation": request.enclosingOperation,
  };
}

function requestedAttributes(request: ItemRequest): string[] {
  const { AttributeUpdates, Expected, ScanFilter, QueryFilter, KeyConditions, AttributesToGet = [] } = request;
  const parameters = [AttributeUpdates, Expected, ScanFilter, QueryFilter, KeyConditions, request.Item, request.Key];
  const expressions = [
    request.ProjectionExpression,
    request.ConditionExpression,
    request.UpdateExpression,
    request.FilterExpression,
    request.KeyConditionExpression,
  ];
  return [
    ...[...parameters, ...(request.Keys ?? [])].flatMap((named) => Object.keys(named ?? {})),
    ...AttributesToGet,
    ...attributesOf(expressions, request.ExpressionAttributeNames),
  ];
}

/** The values of the partition key that the request names: of the index, where it asks an index. */
function leadingKeys(definition: Table["definition"], request: ItemRequest): string[] {
  const partitionKey = partitionKeyOf(definition, request.IndexName);
  if (partitionKey === undefined) return [];
  const named = [request.Key, request.Item, ...(request.Keys ?? [])].map((item) => item?.[partitionKey]);
  const asked = queriedKey(request, partitionKey);
  const conditions = request.KeyConditions?.[partitionKey]?.AttributeValueList ?? [];
  return [...named, asked, ...conditions].flatMap((value) => (value ? (keyText(value) ?? []) : []));
}

function partitionKeyOf(definition: Table["definition"], indexName: string | undefined): string | undefined {
  const indexes = [...(definition.GlobalSecondaryIndexes ?? []), ...(definition.LocalSecondaryIndexes ?? [])];
  const index = indexes.find(({ IndexName }) => IndexName === indexName);
  return (index ?? definition).KeySchema?.find(({ KeyType }) => KeyType === "HASH")?.AttributeName;
}

function keyText({ S, N, B }: KeyValue): string | undefined {
  return S ?? N ?? (B && Buffer.from(B).toString("base64"));
}

/** Source of the defaults: DynamoDB API Reference, Query, `Select`. */
function selection({ Select, AttributesToGet, ProjectionExpression, IndexName }: ItemRequest): string {
  if (Select !== undefined) return Select;
  if (AttributesToGet !== undefined || ProjectionExpression !== undefined) return "SPECIFIC_ATTRIBUTES";
  return IndexName === undefined ? "ALL_ATTRIBUTES" : "ALL_PROJECTED_ATTRIBUTES";
}

/** A key with no value is missing. Each value is named once. */
function some(values: readonly string[]): readonly string[] | undefined {
  return values.length > 0 ? [...new Set(values)] : undefined;
}
