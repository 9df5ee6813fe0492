import {
  LookupEventsCommand,
  paginateLookupEvents,
  type Event,
  type LookupAttributeKey,
  type LookupEventsCommandInput,
} from "@aws-sdk/client-cloudtrail";
import { DescribeKeyCommand, ListKeysCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import * as z from "zod";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, oneDay, toAccount, type TestKey } from "../kms/keys.ts";
import { makeSecret } from "../secretsmanager/secrets.ts";
import { createRole, sessionOf } from "../sts/assuming.ts";

const account = "000000000000";
const everything = { Effect: "Allow", Action: "*", Resource: "*" } as const;
const record = z.looseObject({ eventName: z.string(), errorCode: z.string().optional() });

describe("LookupEvents", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  let alice: TestUser;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root);
    alice = await createUser(emulator, "Alice", [everything]);
    await alice.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id }));
  });
  afterEach(() => emulator.stop());

  const find = async (input: LookupEventsCommandInput = {}, { cloudTrail }: Clients = root) =>
    (await cloudTrail.send(new LookupEventsCommand(input))).Events ?? [];
  const having = (AttributeKey: LookupAttributeKey, AttributeValue: string) =>
    find({ LookupAttributes: [{ AttributeKey, AttributeValue }] });
  const names = (events: Event[]) => events.map(({ EventName }) => EventName);

  it("finds everything, newest first, itself included the next time", async () => {
    expect(names(await find())).to.deep.equal([
      "DescribeKey",
      "CreateAccessKey",
      "PutUserPolicy",
      "CreateUser",
      "CreateKey",
    ]);
    expect(names(await find())[0]).to.equal("LookupEvents");
  });

  it("shows an event's attributes, and the whole of it as text", async () => {
    const [event] = await having("EventName", "DescribeKey");
    const [kept] = emulator.instance.audit.eventsOf(account).filter(({ eventName }) => eventName === "DescribeKey");
    const { CloudTrailEvent: text, ...rest } = event ?? {};
    expect(JSON.parse(text ?? "")).to.deep.equal(JSON.parse(JSON.stringify(kept)));
    expect(rest).to.deep.equal({
      EventId: kept?.eventID,
      EventName: "DescribeKey",
      ReadOnly: "true",
      AccessKeyId: alice.credentials.accessKeyId,
      EventTime: new Date(kept?.eventTime ?? ""),
      EventSource: "kms.amazonaws.com",
      Username: "Alice",
      Resources: [{ ResourceType: "AWS::KMS::Key", ResourceName: key.arn }],
    });
  });

  const attributes: { key: LookupAttributeKey; value: () => string; found: string[] }[] = [
    { key: "EventName", value: () => "CreateKey", found: ["CreateKey"] },
    { key: "EventName", value: () => "createKey", found: [] },
    { key: "EventSource", value: () => "kms.amazonaws.com", found: ["DescribeKey", "CreateKey"] },
    { key: "ReadOnly", value: () => "true", found: ["DescribeKey"] },
    { key: "ReadOnly", value: () => "false", found: ["CreateAccessKey", "PutUserPolicy", "CreateUser", "CreateKey"] },
    { key: "Username", value: () => "Alice", found: ["DescribeKey"] },
    { key: "Username", value: () => "root", found: ["CreateAccessKey", "PutUserPolicy", "CreateUser", "CreateKey"] },
    { key: "ResourceType", value: () => "AWS::KMS::Key", found: ["DescribeKey", "CreateKey"] },
    { key: "ResourceName", value: () => key.arn, found: ["DescribeKey", "CreateKey"] },
    { key: "ResourceName", value: () => key.id, found: [] },
    { key: "AccessKeyId", value: () => alice.credentials.accessKeyId, found: ["DescribeKey"] },
    { key: "EventId", value: () => emulator.instance.audit.eventsOf(account)[0]?.eventID ?? "", found: ["CreateKey"] },
  ];
  for (const { key: attribute, value, found } of attributes) {
    it(`finds by ${attribute}: ${found.join(", ") || "nothing"}`, async () => {
      expect(names(await having(attribute, value()))).to.deep.equal(found);
    });
  }

  it("finds a session by its name", async () => {
    const trust = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: alice.arn }, Action: "sts:AssumeRole" }],
    });
    const role = await createRole(emulator, "reader", trust);
    const session = await sessionOf(emulator, alice.clients, role.arn);
    await refusalOf(session.kms.send(new ListKeysCommand({})));
    expect(names(await having("Username", "work"))).to.deep.equal(["ListKeys"]);
  });

  it("finds the kms:Decrypt that Secrets Manager was denied", async () => {
    await makeSecret(root, "secret", { SecretString: "opened", KmsKeyId: key.arn });
    const bob = await createUser(emulator, "Bob", [{ Effect: "Allow", Action: "secretsmanager:*", Resource: "*" }]);
    await refusalOf(bob.clients.secretsManager.send(new GetSecretValueCommand({ SecretId: "secret" })));
    const records = (await having("Username", "Bob")).map(({ CloudTrailEvent: text = "" }) =>
      record.parse(JSON.parse(text)),
    );
    expect(records.map(({ eventName, errorCode }) => [eventName, errorCode])).to.deep.equal([
      ["GetSecretValue", "AccessDenied"],
      ["Decrypt", "AccessDenied"],
    ]);
    expect(records[1]).to.deep.include({
      eventSource: "kms.amazonaws.com",
      errorMessage: `User: ${bob.arn} is not authorized to perform: kms:Decrypt on resource: ${key.arn} because no identity-based policy allows the kms:Decrypt action`,
      requestParameters: null,
      responseElements: null,
      sourceIPAddress: "secretsmanager.amazonaws.com",
      userAgent: "secretsmanager.amazonaws.com",
    });
    expect(records[1]).not.to.have.property("resources");
    expect(records[1]?.userIdentity).to.deep.include({
      type: "IAMUser",
      userName: "Bob",
      invokedBy: "secretsmanager.amazonaws.com",
    });
    expect(records[0]).to.include({ errorMessage: "Access to KMS is not allowed" });
  });

  it("finds what happened between two times", async () => {
    const { clock } = emulator.instance;
    const day = (days: number) => new Date(Date.now() + days * oneDay);
    clock.advance(10 * oneDay);
    await root.kms.send(new ListKeysCommand({}));
    clock.advance(10 * oneDay);
    expect(names(await find({ StartTime: day(9) }))).to.deep.equal(["ListKeys"]);
    expect(names(await find({ StartTime: day(9), EndTime: day(11) }))).to.deep.equal(["ListKeys"]);
    expect(names(await find({ EndTime: day(9) })))
      .to.have.length(5)
      .and.not.include("ListKeys");
    expect(names(await find({ StartTime: day(1), EndTime: day(9) }))).to.deep.equal([]);
    expect(names(await find({ StartTime: clock.now() }))).to.have.length.at.least(1);
  });

  it("forgets after 90 days", async () => {
    emulator.instance.clock.advance(89 * oneDay);
    expect(await find()).to.have.length(5);
    emulator.instance.clock.advance(oneDay + 60_000);
    expect(names(await find({ StartTime: new Date(0) }))).to.deep.equal(["LookupEvents"]);
  });

  it("answers in pages of at most 50, which new events do not move", async () => {
    for (let index = 0; index < 56; index++) await root.kms.send(new ListKeysCommand({}));
    expect(await find()).to.have.length(50);
    const pages: number[] = [];
    const lookup = {
      LookupAttributes: [{ AttributeKey: "EventSource", AttributeValue: "kms.amazonaws.com" }],
    } as const;
    const ids = new Set<string | undefined>();
    for await (const { Events = [] } of paginateLookupEvents(
      { client: root.cloudTrail, pageSize: 25 },
      { LookupAttributes: [...lookup.LookupAttributes] },
    )) {
      pages.push(Events.length);
      for (const { EventId } of Events) ids.add(EventId);
      await root.kms.send(new ListKeysCommand({}));
    }
    expect(pages).to.deep.equal([25, 25, 8]);
    expect(ids.size).to.equal(58);
  });

  const invalidToken = "Invalid token or token that was previously used in a request with different parameters.";
  const refused: { name: string; input: LookupEventsCommandInput; code: string; message: string }[] = [
    {
      name: "a start after the end",
      input: { StartTime: new Date(2_000), EndTime: new Date(1_000) },
      code: "InvalidTimeRangeException",
      message: "The start time of the lookup is after its end time.",
    },
    {
      name: "two attributes",
      input: {
        LookupAttributes: [
          { AttributeKey: "EventName", AttributeValue: "a" },
          { AttributeKey: "EventId", AttributeValue: "b" },
        ],
      },
      code: "InvalidLookupAttributesException",
      message: "A lookup takes one attribute.",
    },
    {
      name: "a ReadOnly that is neither true nor false",
      input: { LookupAttributes: [{ AttributeKey: "ReadOnly", AttributeValue: "yes" }] },
      code: "InvalidLookupAttributesException",
      message: "The attribute ReadOnly is true or false.",
    },
    {
      name: "a token that is none",
      input: { NextToken: "nonsense" },
      code: "InvalidNextTokenException",
      message: invalidToken,
    },
    {
      name: "51 events",
      input: { MaxResults: 51 },
      code: "ValidationException",
      message:
        "1 validation error detected: Value '51' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 50",
    },
    {
      name: "Insights",
      input: { EventCategory: "insight" },
      code: "ValidationException",
      message: "The embedded AWS does not carry the parameter 'EventCategory' of cloudtrail:LookupEvents yet.",
    },
  ];
  for (const { name, input, code, message } of refused) {
    it(`refuses ${name}`, async () =>
      expect(await refusalOf(find(input))).to.deep.equal({ code, message, status: 400 }));
  }

  it("refuses the token of another lookup", async () => {
    const { NextToken } = await root.cloudTrail.send(new LookupEventsCommand({ MaxResults: 1 }));
    expect(await find({ NextToken, MaxResults: 2 })).to.have.length(2);
    const other = find({ NextToken, LookupAttributes: [{ AttributeKey: "Username", AttributeValue: "root" }] });
    expect(await refusalOf(other)).to.deep.equal({
      code: "InvalidNextTokenException",
      message: invalidToken,
      status: 400,
    });
  });

  it("keeps accounts and regions apart", async () => {
    expect(await find({}, clientsFor(emulator, rootOf("444455556666")))).to.deep.equal([]);
    expect(await find({}, clientsFor(emulator, rootOf(), "eu-west-1"))).to.deep.equal([]);
  });

  it("shows the owner of a key who came from another account, without a name", async () => {
    const carol = await createUser(emulator, "Carol", [everything], "444455556666");
    await root.kms.send(
      new PutKeyPolicyCommand({ KeyId: key.id, Policy: keyPolicy(toAccount(), toAccount("444455556666")) }),
    );
    await carol.clients.kms.send(new DescribeKeyCommand({ KeyId: key.arn }));
    const [event] = await having("EventName", "DescribeKey");
    expect(event).not.to.have.any.keys("Username", "AccessKeyId");
    expect(event?.CloudTrailEvent).to.contain('"type":"AWSAccount"').and.to.contain(carol.id);
  });

  it("is for those who may", async () => {
    const { clients } = await createUser(emulator, "Bob");
    expect(await refusalOf(find({}, clients))).to.deep.equal({
      code: "AccessDeniedException",
      message:
        "User: arn:aws:iam::000000000000:user/Bob is not authorized to perform: cloudtrail:LookupEvents because no identity-based policy allows the cloudtrail:LookupEvents action",
      status: 400,
    });
    const reader = await createUser(emulator, "Carl", [
      { Effect: "Allow", Action: "cloudtrail:LookupEvents", Resource: "*" },
    ]);
    expect(await find({}, reader.clients)).not.to.have.length(0);
  });
});
