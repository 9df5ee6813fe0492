import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateUserCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, UntagResourceCommand } from "@aws-sdk/client-kms";
import {
  GetResourcesCommand,
  GetTagKeysCommand,
  GetTagValuesCommand,
  type GetResourcesCommandInput,
} from "@aws-sdk/client-resource-groups-tagging-api";
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
import { tableInput } from "../dynamodb/fixtures.ts";
import { arnsOf, filter, makeTaggedWorld, type TaggedWorld } from "./taggedWorld.ts";

describe("Resource Groups Tagging API: what is listed", () => {
  let emulator: Emulator;
  let root: Clients;
  let world: TaggedWorld;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    world = await makeTaggedWorld(root);
    await root.iam.send(new CreateUserCommand({ UserName: "Tagged", Tags: [{ Key: "team", Value: "red" }] }));
  });
  after(() => emulator.stop());

  const asked: {
    title: string;
    input: GetResourcesCommandInput;
    found: readonly (keyof TaggedWorld)[];
  }[] = [
    { title: "without filters, whatever has tags, but for users", input: {}, found: ["table", "key", "secret"] },
    { title: "a key with any value", input: { TagFilters: [filter("stage")] }, found: ["key", "secret"] },
    { title: "a key with one value", input: { TagFilters: [filter("team", "red")] }, found: ["key"] },
    {
      title: "a key with one of two values",
      input: { TagFilters: [filter("team", "red", "green")] },
      found: ["table", "key"],
    },
    { title: "two keys: both", input: { TagFilters: [filter("stage"), filter("team", "blue")] }, found: ["secret"] },
    { title: "a value in other letters: nothing", input: { TagFilters: [filter("team", "Red")] }, found: [] },
    { title: "a service", input: { ResourceTypeFilters: ["kms"] }, found: ["key"] },
    {
      title: "two types",
      input: { ResourceTypeFilters: ["dynamodb:table", "secretsmanager:secret"] },
      found: ["table", "secret"],
    },
    {
      title: "a type that the service does not have: nothing",
      input: { ResourceTypeFilters: ["kms:alias"] },
      found: [],
    },
    { title: "half the name of a service: nothing", input: { ResourceTypeFilters: ["km"] }, found: [] },
    {
      title: "a type and a tag",
      input: { ResourceTypeFilters: ["kms:key", "dynamodb"], TagFilters: [filter("stage", "prod")] },
      found: ["key"],
    },
  ];
  for (const { title, input, found } of asked) {
    it(`${title}: ${found.join(", ") || "none"}`, async () => {
      expect(await arnsOf(root, input)).to.deep.equal(found.map((name) => world[name]));
    });
  }

  it("lists the tags of each resource, and an empty token on the last page", async () => {
    const input = { TagFilters: [filter("team", "red")] };
    const { PaginationToken, ResourceTagMappingList } = await root.tagging.send(new GetResourcesCommand(input));
    expect({ PaginationToken, ResourceTagMappingList }).to.deep.equal({
      PaginationToken: "",
      ResourceTagMappingList: [
        {
          ResourceARN: world.key,
          Tags: [
            { Key: "team", Value: "red" },
            { Key: "stage", Value: "prod" },
          ],
        },
      ],
    });
  });

  it("finds resources by ARN; those without tags, and such as there are not, are left out without a word", async () => {
    const ResourceARNList = [world.secret, world.untaggedKey, `${world.table}-not`];
    expect(await arnsOf(root, { ResourceARNList })).to.deep.equal([world.secret]);
  });

  it("shows what once had tags with an empty list of them, unless a filter asks for tags", async () => {
    const eu = clientsFor(emulator, rootOf(), "eu-west-1");
    const Tags = [{ TagKey: "once", TagValue: "" }];
    const key = (await eu.kms.send(new CreateKeyCommand({ Tags }))).KeyMetadata?.Arn ?? "";
    expect(await arnsOf(eu, { TagFilters: [filter("once", "")] })).to.deep.equal([key]);
    await eu.kms.send(new UntagResourceCommand({ KeyId: key, TagKeys: ["once"] }));
    const { ResourceTagMappingList } = await eu.tagging.send(new GetResourcesCommand({}));
    expect(ResourceTagMappingList).to.deep.equal([{ ResourceARN: key, Tags: [] }]);
    expect(await arnsOf(eu, { TagFilters: [filter("once")] })).to.deep.equal([]);
  });

  it("knows nothing of other accounts and regions", async () => {
    expect(await arnsOf(clientsFor(emulator, rootOf("111111111111")))).to.deep.equal([]);
    expect(await arnsOf(clientsFor(emulator, rootOf(), "us-west-2"))).to.deep.equal([]);
  });

  it("lists the keys in use, and the values of one", async () => {
    const { TagKeys, PaginationToken } = await root.tagging.send(new GetTagKeysCommand({}));
    expect({ TagKeys, PaginationToken }).to.deep.equal({ TagKeys: ["stage", "team"], PaginationToken: "" });
    const valuesOf = async (Key: string) => (await root.tagging.send(new GetTagValuesCommand({ Key }))).TagValues;
    expect(await valuesOf("team")).to.deep.equal(["blue", "green", "red"]);
    expect(await valuesOf("stage")).to.deep.equal(["prod"]);
    expect(await valuesOf("Team")).to.deep.equal([]);
  });

  it("goes by pages of resources", async () => {
    const first = await root.tagging.send(new GetResourcesCommand({ ResourcesPerPage: 2 }));
    expect(first.ResourceTagMappingList?.map(({ ResourceARN }) => ResourceARN)).to.deep.equal([world.table, world.key]);
    const { PaginationToken } = first;
    const rest = await root.tagging.send(new GetResourcesCommand({ ResourcesPerPage: 2, PaginationToken }));
    expect(rest.ResourceTagMappingList?.map(({ ResourceARN }) => ResourceARN)).to.deep.equal([world.secret]);
    expect(rest.PaginationToken).to.equal("");
  });

  it("goes by pages of tags, and never splits a resource: 22 resources of 10 tags make three pages of 100", async () => {
    const west = clientsFor(emulator, rootOf(), "us-west-1");
    const Tags = Array.from({ length: 10 }, (_, index) => ({ Key: `tag-${index}`, Value: "" }));
    for (let index = 0; index < 22; index++) {
      await west.dynamoDb.send(new CreateTableCommand(tableInput(`table-${index}`, { Tags })));
    }
    const sizes: number[] = [];
    let PaginationToken: string | undefined = "";
    do {
      const page: { PaginationToken?: string; ResourceTagMappingList?: unknown[] } = await west.tagging.send(
        new GetResourcesCommand({ TagsPerPage: 100, PaginationToken }),
      );
      sizes.push(page.ResourceTagMappingList?.length ?? 0);
      ({ PaginationToken } = page);
    } while (PaginationToken);
    expect(sizes).to.deep.equal([10, 10, 2]);
  });

  const refused: { title: string; input: GetResourcesCommandInput; message: string }[] = [
    {
      title: "no resource on a page",
      input: { ResourcesPerPage: 0 },
      message: "ResourcesPerPage must be between 1 and 100, not 0.",
    },
    {
      title: "101 resources on a page",
      input: { ResourcesPerPage: 101 },
      message: "ResourcesPerPage must be between 1 and 100, not 101.",
    },
    {
      title: "99 tags on a page",
      input: { TagsPerPage: 99 },
      message: "TagsPerPage must be between 100 and 500, not 99.",
    },
    {
      title: "501 tags on a page",
      input: { TagsPerPage: 501 },
      message: "TagsPerPage must be between 100 and 500, not 501.",
    },
    {
      title: "a filter without a key",
      input: { TagFilters: [{ Values: ["red"] }] },
      message: "Each of the TagFilters needs a Key.",
    },
    {
      title: "a token of its own making",
      input: { PaginationToken: "next" },
      message: "The PaginationToken is none that this API has answered with. Ask without it for the first page.",
    },
    {
      title: "ARNs and types at once",
      input: { ResourceARNList: ["arn:aws:kms:::key/x"], ResourceTypeFilters: ["kms"] },
      message: "ResourceARNList and ResourceTypeFilters exclude each other: leave one of them out.",
    },
    {
      title: "ARNs and a page size at once",
      input: { ResourceARNList: ["arn:aws:kms:::key/x"], ResourcesPerPage: 5 },
      message: "ResourceARNList and ResourcesPerPage exclude each other: leave one of them out.",
    },
    {
      title: "a question about compliance",
      input: { IncludeComplianceDetails: true },
      message: "The embedded AWS does not carry the parameter 'IncludeComplianceDetails' of tagging:GetResources yet.",
    },
  ];
  for (const { title, input, message } of refused) {
    it(`refuses ${title}`, async () => {
      expect(await refusalOf(root.tagging.send(new GetResourcesCommand(input)))).to.deep.equal({
        code: "InvalidParameterException",
        message,
        status: 400,
      });
    });
  }

  it("asks for the permission to list, and for none of the services", async () => {
    const allowed = await createUser(emulator, "Lister", [
      { Effect: "Allow", Action: ["tag:GetResources"], Resource: "*" },
    ]);
    expect(await arnsOf(allowed.clients)).to.have.lengthOf(3);
    const denied = await createUser(emulator, "Outsider", [{ Effect: "Allow", Action: "kms:*", Resource: "*" }]);
    expect(await refusalOf(denied.clients.tagging.send(new GetResourcesCommand({})))).to.deep.equal({
      code: "AccessDeniedException",
      message: `User: ${denied.arn} is not authorized to perform: tag:GetResources because no identity-based policy allows the tag:GetResources action`,
      status: 400,
    });
  });
});
