import {
  CreateTableCommand,
  ListTagsOfResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type Tag,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { allow, getOne, makeTable, tableInput } from "./fixtures.ts";

const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/people";

describe("Tags of DynamoDB tables", () => {
  let emulator: Emulator;
  let clients: Clients;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
    await makeTable(clients, "people", { Tags: [{ Key: "Project", Value: "Learning" }] });
  });
  afterEach(() => emulator.stop());

  const tag = (Tags: Tag[], ResourceArn = arn) => clients.dynamoDb.send(new TagResourceCommand({ ResourceArn, Tags }));
  const list = async () => (await clients.dynamoDb.send(new ListTagsOfResourceCommand({ ResourceArn: arn }))).Tags;

  it("are given at creation, added, replaced and taken off", async () => {
    await tag([
      { Key: "Owner", Value: "ann" },
      { Key: "Project", Value: "W3" },
    ]);
    const tagged = await list();
    await clients.dynamoDb.send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: ["Owner", "Other"] }));

    expect(tagged).to.deep.equal([
      { Key: "Project", Value: "W3" },
      { Key: "Owner", Value: "ann" },
    ]);
    expect(await list()).to.deep.equal([{ Key: "Project", Value: "W3" }]);
  });

  const refusals: readonly {
    readonly title: string;
    readonly tags: Tag[];
    readonly arn?: string;
    readonly code?: string;
    readonly message: string;
  }[] = [
    { title: "no tags at all", tags: [], message: "Atleast one Tag needs to be provided as Input." },
    {
      title: "a key that AWS keeps to itself",
      tags: [{ Key: "aws:x", Value: "1" }],
      message: "Tag Key cannot be prefixed with aws:, Key: aws:x",
    },
    {
      title: "a key twice",
      tags: [
        { Key: "a", Value: "1" },
        { Key: "a", Value: "2" },
      ],
      message: "Duplicate Tag Keys provided as input: Duplicate Tag Key found a",
    },
    {
      title: "more than 50 tags, with those that are there",
      tags: Array.from({ length: 50 }, (_, index) => ({ Key: `key-${index}`, Value: "" })),
      message: "Number of Tags exceed the current limit for the provided ResourceArn",
    },
    {
      title: "what is no ARN",
      tags: [{ Key: "a", Value: "1" }],
      arn: "people",
      message: "One or more parameter values were invalid: ARNs must start with 'arn:': people",
    },
    {
      title: "the ARN of something else",
      tags: [{ Key: "a", Value: "1" }],
      arn: "arn:aws:s3:::bucket",
      message:
        "One or more parameter values were invalid: Provided Arn is not a DynamoDB resource arn: arn:aws:s3:::bucket",
    },
    {
      title: "a table of another region",
      tags: [{ Key: "a", Value: "1" }],
      arn: arn.replace("us-east-1", "eu-west-1"),
      message:
        "Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:eu-west-1:000000000000:table/people",
    },
    {
      title: "a table that does not exist",
      tags: [{ Key: "a", Value: "1" }],
      arn: `${arn}2`,
      code: "ResourceNotFoundException",
      message: `Requested resource not found: ResourcArn: ${arn}2 not found`,
    },
  ];

  for (const { title, tags, arn: ResourceArn, code = "ValidationException", message } of refusals) {
    it(`refuse ${title}`, async () => {
      expect(await refusalOf(tag(tags, ResourceArn))).to.deep.equal({ code, message, status: 400 });
      expect(await list()).to.deep.equal([{ Key: "Project", Value: "Learning" }]);
    });
  }

  it("need a permission of their own at creation", async () => {
    const user = await createUser(emulator, "creator", [allow("dynamodb:CreateTable")]);
    const create = (name: string, Tags?: Tag[]) =>
      user.clients.dynamoDb.send(new CreateTableCommand(tableInput(name, { Tags })));

    await create("untagged");
    const refusal = await refusalOf(create("tagged", [{ Key: "a", Value: "1" }]));

    expect(refusal.message).to.equal(
      "User: arn:aws:iam::000000000000:user/creator is not authorized to perform: dynamodb:TagResource on resource: arn:aws:dynamodb:us-east-1:000000000000:table/tagged because no identity-based policy allows the dynamodb:TagResource action",
    );
  });

  it("decide where a policy asks for them", async () => {
    const statement = { ...allow("dynamodb:GetItem"), Condition: { StringEquals: { "aws:ResourceTag/Owner": "ann" } } };
    const user = await createUser(emulator, "ann", [statement]);

    const before = await refusalOf(user.clients.dynamoDb.send(getOne("people")));
    await tag([{ Key: "Owner", Value: "ann" }]);
    const after = await user.clients.dynamoDb.send(getOne("people"));

    expect(before.code).to.equal("AccessDeniedException");
    expect(after.Item).to.deep.equal({ id: { S: "1" } });
  });
});
