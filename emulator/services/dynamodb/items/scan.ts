import { validationException } from "../errors.ts";
import { checkParameters } from "../expressions/checkParameters.ts";
import { pathsOf } from "../expressions/condition.ts";
import { parseExpressions } from "../expressions/requestExpressions.ts";
import { legacyFilter } from "../legacy/legacyFilter.ts";
import type { Items } from "../storage/itemStorage.ts";
import { bucketOf, compareSortKeys, numberOfBuckets, startOfBucket, type SortKey } from "../storage/sortKey.ts";
import type { StoredItem } from "../storage/storedItem.ts";
import type { IndexSchema } from "../storage/tableSchema.ts";
import { checkKeyPaths } from "./checkKeys.ts";
import { checkSelect, findIndex, needsFetch } from "./indexRead.ts";
import type { FindTable, OpenTable } from "./openTable.ts";
import { checkAttributesToGet, requestedPaths } from "./projection.ts";
import { readPage } from "./readPage.ts";
import { parseStartKey, startOf } from "./startKey.ts";

type ScanRequest = Parameters<Items["scan"]>[0];

/** Reads the items of a table or an index, or of one of the segments into which parallel scans divide it. */
export function scan(find: FindTable, request: ScanRequest): ReturnType<Items["scan"]> {
  const { TableName, Limit, Select, ConsistentRead, ReturnConsumedCapacity } = request;
  const { filter, paths, startKey } = parseScan(request);
  checkSelect(request);
  const open = find(TableName);
  const { schema } = open.table;
  const index = findIndex(schema, request);
  const segment = segmentOf(request);
  const isFetching = needsFetch(index, request, paths, filter);
  const start = startKey && startOf(schema, index, startKey);
  if (start && !segment.includes(start)) throw wrongSegment(request);
  checkKeyPaths(schema, [...(paths ?? []), ...(filter ? pathsOf(filter) : [])]);
  const entries = entriesOf(open, index, segment, start);
  const read = readPage({ open, index, entries, Limit, Select, ConsistentRead, filter, paths, isFetching });
  return { ...read.page, ConsumedCapacity: read.consumption.describe(TableName, ReturnConsumedCapacity) };
}

function parseScan(request: ScanRequest) {
  checkParameters(request, {
    expressions: ["ProjectionExpression", "FilterExpression"],
    legacy: ["AttributesToGet", "ScanFilter", "ConditionalOperator"],
  });
  checkAttributesToGet(request);
  const legacy = legacyFilter(request.ScanFilter, request.ConditionalOperator);
  const startKey = parseStartKey(request.ExclusiveStartKey);
  checkSegment(request);
  const { filter = legacy, projection } = parseExpressions(request);
  return { filter, paths: requestedPaths(request, projection), startKey };
}

function checkSegment({ Segment, TotalSegments }: ScanRequest): void {
  if (TotalSegments === undefined) {
    if (Segment === undefined) return;
    throw validationException(
      "The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
    );
  }
  if (Segment === undefined) {
    throw validationException(
      "The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
    );
  }
  if (Segment < TotalSegments) return;
  throw validationException(
    "The Segment parameter is zero-based and must be less than parameter TotalSegments: " +
      `Segment: ${Segment} is not less than TotalSegments: ${TotalSegments}`,
  );
}

/** A part of the buckets of partitions. */
interface ScanSegment {
  readonly first: SortKey;
  includes(key: SortKey): boolean;
}

function segmentOf({ Segment = 0, TotalSegments = 1 }: ScanRequest): ScanSegment {
  return {
    first: startOfBucket(Math.ceil((numberOfBuckets * Segment) / TotalSegments)),
    includes: (key) => Math.floor((bucketOf(key) * TotalSegments) / numberOfBuckets) === Segment,
  };
}

function wrongSegment({ Segment = 0, TotalSegments = 1 }: ScanRequest) {
  return validationException(
    "The provided starting key is invalid: Invalid ExclusiveStartKey. " +
      `Please use ExclusiveStartKey with correct Segment. TotalSegments: ${TotalSegments} Segment: ${Segment}`,
  );
}

function* entriesOf(
  { table }: OpenTable,
  index: IndexSchema | undefined,
  segment: ScanSegment,
  start: SortKey | undefined,
): Generator<[SortKey, StoredItem]> {
  for (const entry of table.entries(index, start ?? segment.first)) {
    if (start && compareSortKeys(entry[0], start) === 0) continue;
    if (!segment.includes(entry[0])) return;
    yield entry;
  }
}
