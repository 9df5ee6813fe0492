import type {
  AttributeValue,
  ComparisonOperator,
  DeleteItemCommandInput,
  GetItemCommandInput,
  PutItemCommandInput,
  QueryCommandInput,
  ScanCommandInput,
  UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import fc from "fast-check";

/** A request without its table, of which one member is there for sure. */
type Asked<Input, Required extends keyof Input = never> = Omit<Input, "TableName" | Required> & {
  readonly [Name in Required]: NonNullable<Input[Name]>;
};

/** Conditions as `KeyConditions`, `QueryFilter` and `ScanFilter` have them. */
type LegacyConditions = Record<
  string,
  { readonly ComparisonOperator: ComparisonOperator; readonly AttributeValueList?: AttributeValue[] }
>;

type Legacy = "KeyConditions" | "QueryFilter" | "ScanFilter";

/** A request about the items of the table `orders`. */
export type ItemRequest =
  | { readonly kind: "get"; readonly input: Asked<GetItemCommandInput, "Key"> }
  | { readonly kind: "put"; readonly input: Asked<PutItemCommandInput, "Item"> }
  | { readonly kind: "update"; readonly input: Asked<UpdateItemCommandInput, "Key"> }
  | { readonly kind: "delete"; readonly input: Asked<DeleteItemCommandInput, "Key"> }
  | {
      readonly kind: "query";
      readonly input: Omit<Asked<QueryCommandInput>, Legacy> & Partial<Record<Legacy, LegacyConditions>>;
    }
  | {
      readonly kind: "scan";
      readonly input: Omit<Asked<ScanCommandInput>, Legacy> & Partial<Record<Legacy, LegacyConditions>>;
    };

/** Few keys, so that requests meet. */
export const Key = fc.record({
  customer: fc.constantFrom("ann", "bob", "zoë").map((S) => ({ S })),
  number: fc.constantFrom("1", "2", "10", "-3.5", "0").map((N) => ({ N })),
});

export const scalar: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.constantFrom("", "a", "ab", "open").map((S) => ({ S })),
  fc.constantFrom("0", "1", "-7", "2.5", "100").map((N) => ({ N })),
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constant({ NULL: true }),
);
const set: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }).map((SS) => ({ SS })),
  fc.uniqueArray(fc.constantFrom("1", "2", "3"), { minLength: 1 }).map((NS) => ({ NS })),
);
export const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: set },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("m", "n"), scalar).map((M) => ({ M })) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }).map((L) => ({ L })) },
);

export const attribute = fc.constantFrom("a", "b", "c");
export const path = fc.oneof(attribute, fc.constantFrom("a.m", "b.n", "c[0]", "c[1]"));
const state = fc.option(fc.constantFrom("open", "paid", "sent"), { nil: undefined });

export const Item = fc
  .tuple(Key, fc.dictionary(attribute, value), state)
  .map(([key, attributes, S]) => ({ ...attributes, ...key, ...(S !== undefined && { state: { S } }) }));
