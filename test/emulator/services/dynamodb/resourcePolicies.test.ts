import {
  CreateTableCommand,
  DeleteResourcePolicyCommand,
  DescribeTableCommand,
  GetResourcePolicyCommand,
  PutResourcePolicyCommand,
  QueryCommand,
  type PutResourcePolicyCommandInput,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { allow, allowDynamoDb, byName, getOne, makeTable, policyOf, tableArn, tableInput } from "./fixtures.ts";

const ResourceArn = tableArn("people");
const account = "000000000000";
const notFound = `Resource-based policy not found for the provided ResourceArn: `;
const malformed = "One or more parameter values were invalid: Invalid policy document: ";

describe("A table's resource policy", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeTable(root, "people", byName);
  });
  afterEach(() => emulator.stop());

  const put = (Policy: string, more: Partial<PutResourcePolicyCommandInput> = {}, { dynamoDb } = root) =>
    dynamoDb.send(new PutResourcePolicyCommand({ ResourceArn, Policy, ...more }));
  const show = ({ dynamoDb } = root) => dynamoDb.send(new GetResourcePolicyCommand({ ResourceArn }));
  const remove = (ExpectedRevisionId?: string, { dynamoDb } = root) =>
    dynamoDb.send(new DeleteResourcePolicyCommand({ ResourceArn, ExpectedRevisionId }));
  const readers = policyOf({ Principal: { AWS: account }, Action: "dynamodb:GetItem" });

  it("is shown without white space, in its revision, until it is deleted", async () => {
    const { RevisionId } = await put(JSON.stringify(JSON.parse(readers), undefined, 4));
    expect(await show()).to.include({ Policy: readers, RevisionId });
    expect((await remove()).RevisionId).to.equal(RevisionId);
    expect(await refusalOf(show())).to.deep.equal({
      code: "PolicyNotFoundException",
      message: `${notFound}${ResourceArn}`,
      status: 400,
    });
    expect((await remove()).RevisionId).to.equal(undefined);
  });

  it("keeps its revision when it is put again, and gets another with another text", async () => {
    const { RevisionId: first } = await put(readers);
    expect((await put(readers)).RevisionId).to.equal(first);
    const { RevisionId: second } = await put(policyOf({ Principal: { AWS: account }, Action: "dynamodb:Query" }));
    expect(second).to.match(/^\d{13}$/);
    expect(Number(second)).to.be.greaterThan(Number(first));
  });

  it("is changed and deleted only in the revision that is expected", async () => {
    const expected = (ExpectedRevisionId: string) => refusalOf(put(readers, { ExpectedRevisionId }));
    expect((await expected("1")).code).to.equal("PolicyNotFoundException");
    const { RevisionId: revision } = await put(readers, { ExpectedRevisionId: "NO_POLICY" });

    expect(await expected("NO_POLICY")).to.deep.equal({
      code: "PolicyNotFoundException",
      message: `${notFound}Requested policy update expecting none to be present for table people, but a policy exists with revision id ${revision}.`,
      status: 400,
    });
    const stale =
      `${notFound}Requested update for policy with revision id 1, ` +
      `but the policy associated to target table people has revision id ${revision}.`;
    expect((await expected("1")).message).to.equal(stale);
    expect((await refusalOf(remove("1"))).message).to.equal(stale);
    await put(readers, { ExpectedRevisionId: revision });
    await remove(revision);
    expect((await refusalOf(remove(revision))).code).to.equal("PolicyNotFoundException");
  });

  it("is enough for a user of the account whom it names, and for nobody else", async () => {
    const ada = await createUser(emulator, "Ada");
    const bob = await createUser(emulator, "Bob");
    await put(policyOf({ Principal: { AWS: ada.arn }, Action: "dynamodb:GetItem" }));
    expect((await ada.clients.dynamoDb.send(getOne("people"))).Item).to.deep.equal({ id: { S: "1" } });
    expect((await refusalOf(bob.clients.dynamoDb.send(getOne("people")))).message).to.equal(
      `User: ${bob.arn} is not authorized to perform: dynamodb:GetItem on resource: ${ResourceArn} because no identity-based policy allows the dynamodb:GetItem action`,
    );
  });

  it("denies what it denies, also to those whose own policies allow it", async () => {
    const ada = await createUser(emulator, "Ada", [allowDynamoDb]);
    const denied = { Effect: "Deny", Principal: "*", Action: "dynamodb:GetItem" };
    await put(policyOf(denied));
    expect((await refusalOf(ada.clients.dynamoDb.send(getOne("people")))).message).to.equal(
      `User: ${ada.arn} is not authorized to perform: dynamodb:GetItem on resource: ${ResourceArn} with an explicit deny in a resource-based policy`,
    );
    await ada.clients.dynamoDb.send(new DescribeTableCommand({ TableName: "people" }));
  });

  it("speaks of indexes by their own ARN", async () => {
    const ada = await createUser(emulator, "Ada");
    const ask = (IndexName?: string) =>
      ada.clients.dynamoDb.send(
        new QueryCommand({
          TableName: "people",
          IndexName,
          KeyConditionExpression: `${IndexName === undefined ? "id" : "#n"} = :v`,
          ExpressionAttributeNames: IndexName === undefined ? undefined : { "#n": "name" },
          ExpressionAttributeValues: { ":v": { S: "1" } },
        }),
      );
    const statement = { Principal: { AWS: ada.arn }, Action: "dynamodb:Query" };
    await put(policyOf({ ...statement, Resource: `${ResourceArn}/index/*` }));
    expect((await ask("by-name")).Count).to.equal(0);
    expect((await refusalOf(ask())).code).to.equal("AccessDeniedException");
    await put(policyOf({ ...statement, Resource: ResourceArn }));
    expect((await ask()).Count).to.equal(1);
    expect((await refusalOf(ask("by-name"))).code).to.equal("AccessDeniedException");
  });

  describe("may not lock out the caller", () => {
    const deny = (Action: string) => policyOf({ Effect: "Deny", Principal: "*", Action });

    it("unless that is confirmed; only the root user can delete it then", async () => {
      const ada = await createUser(emulator, "Ada", [allowDynamoDb]);
      const locking = deny("dynamodb:*");
      expect(await refusalOf(put(locking, {}, ada.clients))).to.deep.equal({
        code: "AccessDeniedException",
        message: "The new resource policy will not allow you to update the resource policy in the future.",
        status: 400,
      });
      await put(locking, { ConfirmRemoveSelfResourceAccess: true }, ada.clients);
      expect((await refusalOf(put(readers, {}, ada.clients))).message).to.match(/with an explicit deny in a resource-/);
      expect((await refusalOf(remove(undefined, ada.clients))).message).to.match(/with an explicit deny in a resource/);
      expect((await refusalOf(put(readers))).code).to.equal("AccessDeniedException");
      await remove();
      await put(readers, {}, ada.clients);
    });

    it("of changing it; of deleting it, it may", async () => {
      const ada = await createUser(emulator, "Ada", [allowDynamoDb]);
      await put(deny("dynamodb:DeleteResourcePolicy"), {}, ada.clients);
      expect((await refusalOf(remove(undefined, ada.clients))).code).to.equal("AccessDeniedException");
      await put(readers, {}, ada.clients);
      await remove(undefined, ada.clients);
    });
  });

  it("comes with a new table, for callers who may put one", async () => {
    const create = new CreateTableCommand(tableInput("others", { ResourcePolicy: readers }));
    const ada = await createUser(emulator, "Ada", [allow("dynamodb:CreateTable")]);
    expect((await refusalOf(ada.clients.dynamoDb.send(create))).message).to.match(
      /perform: dynamodb:PutResourcePolicy/,
    );
    await root.dynamoDb.send(create);
    const shown = await root.dynamoDb.send(new GetResourcePolicyCommand({ ResourceArn: tableArn("others") }));
    expect(shown.Policy).to.equal(readers);
  });

  const ada = { Principal: { AWS: account }, Action: "dynamodb:GetItem" };
  const wrongPolicies: { name: string; policy: string; message: string }[] = [
    { name: "is no JSON", policy: "{", message: `${malformed}This policy contains invalid Json` },
    {
      name: "has no statement",
      policy: JSON.stringify({ Statement: [] }),
      message: `${malformed}Could not parse the policy: Statement is empty!`,
    },
    {
      name: "has a statement without a resource",
      policy: JSON.stringify({ Statement: { Effect: "Allow", ...ada } }),
      message: `${malformed}Missing required field Resource`,
    },
    {
      name: "names two statements alike",
      policy: policyOf({ ...ada, Sid: "a" }, { ...ada, Sid: "a" }),
      message: `${malformed}The Statement Ids in the policy are not unique`,
    },
    {
      name: "names actions on streams, and others that no table has",
      policy: policyOf({ ...ada, Action: ["dynamodb:GetRecords", "dynamodb:getitem", "dynamodb:CreateTable"] }),
      message: `${malformed}The following action names are invalid: "dynamodb:GetRecords", "dynamodb:CreateTable"`,
    },
    {
      name: "names somebody who is not there",
      policy: policyOf({ ...ada, Principal: { AWS: `arn:aws:iam::${account}:user/Nobody` } }),
      message: "One or more parameter values were invalid: Invalid principal in policy document.",
    },
    {
      name: "lets everyone in",
      policy: policyOf({ ...ada, Principal: "*" }),
      message:
        "Resource-based policy grants unbounded access in one or more elements. Please revise the policy to ensure least-privilege form of access",
    },
    {
      name: "has more than 20 KB, with its white space",
      policy: `${readers}${" ".repeat(20_481 - readers.length)}`,
      message: "One or more parameter values were invalid: Maximum policy size of 20480 bytes exceeded",
    },
  ];
  for (const { name, policy, message } of wrongPolicies) {
    it(`is refused if it ${name}`, async () => {
      expect(await refusalOf(put(policy))).to.deep.equal({ code: "ValidationException", message, status: 400 });
      expect((await refusalOf(show())).code).to.equal("PolicyNotFoundException");
    });
  }

  it("may have 20 KB", async () => {
    await put(`${readers}${" ".repeat(20_480 - readers.length)}`);
    expect((await show()).Policy).to.equal(readers);
  });

  const parameter = "One or more parameter values were invalid: ";
  const wrongArns: { name: string; arn: string; code?: string; message: string }[] = [
    { name: "a name", arn: "people", message: `${parameter}ARNs must start with 'arn:': people` },
    {
      name: "a backup",
      arn: `${ResourceArn}/backup/1`,
      message: `${parameter}Provided Arn is not a DynamoDB resource arn: ${ResourceArn}/backup/1`,
    },
    {
      name: "another region",
      arn: ResourceArn.replace("us-east-1", "eu-west-1"),
      message: `${parameter}Invalid resource Arn: ${ResourceArn.replace("us-east-1", "eu-west-1")}`,
    },
    {
      name: "an index",
      arn: `${ResourceArn}/index/by-name`,
      message: `${parameter}Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ${ResourceArn}/index/by-name`,
    },
    {
      name: "a stream",
      arn: `${ResourceArn}/stream/2026-10-09T00:29:04.041`,
      message: "The embedded AWS does not carry resource policies of streams yet: it has no streams.",
    },
    {
      name: "a table that is not there",
      arn: tableArn("nothing"),
      code: "ResourceNotFoundException",
      message: "Requested resource not found: Table: nothing not found",
    },
    {
      name: "another account",
      arn: tableArn("people", "111111111111"),
      message: "This action is only supported by accounts that match the resource owner’s account.",
    },
  ];
  for (const { name, arn, code = "ValidationException", message } of wrongArns) {
    it(`is not asked for by the ARN of ${name}`, async () => {
      const refusal = { code, message, status: 400 };
      expect(await refusalOf(put(readers, { ResourceArn: arn }))).to.deep.equal(refusal);
      const get = new GetResourcePolicyCommand({ ResourceArn: arn });
      expect(await refusalOf(root.dynamoDb.send(get))).to.deep.equal(refusal);
    });
  }

  it("belongs to the table: a namesake in another account has none", async () => {
    await put(readers);
    const strangers = clientsFor(emulator, rootOf("111111111111"));
    await makeTable(strangers, "people");
    const get = new GetResourcePolicyCommand({ ResourceArn: tableArn("people", "111111111111") });
    expect((await refusalOf(strangers.dynamoDb.send(get))).code).to.equal("PolicyNotFoundException");
  });
});
