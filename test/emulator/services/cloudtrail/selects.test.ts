import { expect } from "chai";
import type { CloudTrailEvent } from "../../../../emulator/audit/cloudTrailEvent.ts";
import { AwsError } from "../../../../emulator/awsError.ts";
import { checkSelectors } from "../../../../emulator/services/cloudtrail/checkSelectors.ts";
import { selects } from "../../../../emulator/services/cloudtrail/selects.ts";
import type { TrailSelectors } from "../../../../emulator/services/cloudtrail/trail.ts";

const table = "arn:aws:dynamodb:us-east-1:000000000000:table/people";

function event(changes: Partial<CloudTrailEvent> = {}): CloudTrailEvent {
  return {
    eventVersion: "1.11",
    userIdentity: { arn: "arn:aws:iam::000000000000:user/Alice" },
    eventTime: "2020-01-01T00:00:00Z",
    eventSource: "kms.amazonaws.com",
    eventName: "Decrypt",
    awsRegion: "us-east-1",
    sourceIPAddress: "127.0.0.1",
    userAgent: "",
    requestParameters: null,
    responseElements: null,
    requestID: "",
    eventID: "",
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "000000000000",
    eventCategory: "Management",
    ...changes,
  };
}

const data = (type: string, ARN: string): CloudTrailEvent =>
  event({
    managementEvent: false,
    eventCategory: "Data",
    eventName: "GetItem",
    resources: [{ accountId: "000000000000", type, ARN }],
  });
const item = data("AWS::DynamoDB::Table", table);
const object = data("AWS::S3::Object", "arn:aws:s3:::photos/2020/a.jpg");

const tables = (...Values: string[]): TrailSelectors => ({
  basic: [{ DataResources: [{ Type: "AWS::DynamoDB::Table", Values }] }],
});
const objects = (...Values: string[]): TrailSelectors => ({
  basic: [{ DataResources: [{ Type: "AWS::S3::Object", Values }] }],
});
const ofData = (field: object): TrailSelectors => ({
  advanced: [
    {
      FieldSelectors: [
        { Field: "eventCategory", Equals: ["Data"] },
        { Field: "resources.type", Equals: ["AWS::DynamoDB::Table"] },
        { Field: "resources.ARN", ...field },
      ],
    },
  ],
});
const ofManagement = (Field: string, operators: object): TrailSelectors => ({
  advanced: [
    {
      FieldSelectors: [
        { Field: "eventCategory", Equals: ["Management"] },
        { Field, ...operators },
      ],
    },
  ],
});

describe("the selectors of a trail:", () => {
  const cases: { name: string; selectors: TrailSelectors; of: CloudTrailEvent; selected: boolean }[] = [
    { name: "none, of a management event", selectors: {}, of: event(), selected: true },
    { name: "none, of a data event", selectors: {}, of: item, selected: false },
    { name: "reads, of a read", selectors: { basic: [{ ReadWriteType: "ReadOnly" }] }, of: event(), selected: true },
    { name: "writes, of a read", selectors: { basic: [{ ReadWriteType: "WriteOnly" }] }, of: event(), selected: false },
    {
      name: "no management events",
      selectors: { basic: [{ IncludeManagementEvents: false }] },
      of: event(),
      selected: false,
    },
    {
      name: "all but KMS, of KMS",
      selectors: { basic: [{ ExcludeManagementEventSources: ["kms.amazonaws.com"] }] },
      of: event(),
      selected: false,
    },
    {
      name: "all but KMS, of IAM",
      selectors: { basic: [{ ExcludeManagementEventSources: ["kms.amazonaws.com"] }] },
      of: event({ eventSource: "iam.amazonaws.com" }),
      selected: true,
    },
    { name: "the table", selectors: tables(table), of: item, selected: true },
    { name: "all tables", selectors: tables("arn:aws:dynamodb"), of: item, selected: true },
    { name: "a table whose name begins so", selectors: tables(table.slice(0, -1)), of: item, selected: false },
    { name: "another kind of resource", selectors: objects("arn:aws:s3"), of: item, selected: false },
    { name: "objects under a prefix", selectors: objects("arn:aws:s3:::photos/2020/"), of: object, selected: true },
    {
      name: "objects under another prefix",
      selectors: objects("arn:aws:s3:::photos/2021/"),
      of: object,
      selected: false,
    },
    { name: "advanced, equal", selectors: ofData({ Equals: [table] }), of: item, selected: true },
    {
      name: "advanced, a beginning",
      selectors: ofData({ StartsWith: ["arn:aws:dynamodb:"] }),
      of: item,
      selected: true,
    },
    { name: "advanced, an end", selectors: ofData({ EndsWith: ["/people"] }), of: item, selected: true },
    { name: "advanced, another end", selectors: ofData({ EndsWith: ["/cars"] }), of: item, selected: false },
    { name: "advanced, not equal", selectors: ofData({ NotEquals: [table] }), of: item, selected: false },
    { name: "advanced, no such beginning", selectors: ofData({ NotStartsWith: ["arn:"] }), of: item, selected: false },
    { name: "advanced, no such end", selectors: ofData({ NotEndsWith: ["/cars"] }), of: item, selected: true },
    { name: "advanced data, of management", selectors: ofData({ Equals: [table] }), of: event(), selected: false },
    {
      name: "advanced, writes",
      selectors: ofManagement("readOnly", { Equals: ["false"] }),
      of: event(),
      selected: false,
    },
    {
      name: "advanced, all but KMS",
      selectors: ofManagement("eventSource", { NotEquals: ["kms.amazonaws.com"] }),
      of: event(),
      selected: false,
    },
    {
      name: "advanced, a caller",
      selectors: ofManagement("userIdentity.arn", { EndsWith: ["user/Alice"] }),
      of: event(),
      selected: true,
    },
  ];
  for (const { name, selectors, of, selected } of cases) {
    it(`${name}: ${selected ? "recorded" : "left out"}`, () => {
      if (Object.keys(selectors).length > 0) checkSelectors(selectors);
      expect(selects(selectors, of)).to.equal(selected);
    });
  }

  const wrong: { name: string; selectors: TrailSelectors }[] = [
    { name: "none at all", selectors: {} },
    { name: "both kinds", selectors: { basic: [{}], advanced: [] } },
    { name: "six", selectors: { basic: [{}, {}, {}, {}, {}, {}] } },
    { name: "another type", selectors: { basic: [{ DataResources: [{ Type: "AWS::SNS::Topic", Values: [] }] }] } },
    { name: "a value that is no ARN", selectors: tables("people") },
    { name: "a source that cannot be excluded", selectors: { basic: [{ ExcludeManagementEventSources: ["iam"] }] } },
    { name: "an unknown field", selectors: ofManagement("vpcEndpointId", { Equals: ["vpce-1"] }) },
    { name: "no category", selectors: { advanced: [{ FieldSelectors: [{ Field: "readOnly", Equals: ["true"] }] }] } },
    {
      name: "data of no type",
      selectors: { advanced: [{ FieldSelectors: [{ Field: "eventCategory", Equals: ["Data"] }] }] },
    },
  ];
  for (const { name, selectors } of wrong) {
    it(`refuse ${name}`, () =>
      expect(() => checkSelectors(selectors))
        .to.throw(AwsError)
        .with.property("code", "InvalidEventSelectorsException"));
  }
});
