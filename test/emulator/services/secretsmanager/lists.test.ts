import {
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  paginateListSecrets,
  PutSecretValueCommand,
  TagResourceCommand,
  type Filter,
  type ListSecretsCommandInput,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { oneDay } from "../kms/keys.ts";
import { makeSecret } from "./secrets.ts";

const badToken = { code: "InvalidNextTokenException", message: "The NextToken value is invalid.", status: 400 };

describe("lists of Secrets Manager", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeSecret(root, "prod/db", {
      SecretString: "a",
      Description: "Database of production",
      Tags: [{ Key: "team", Value: "red" }],
    });
    await makeSecret(root, "prod/api", {
      SecretString: "a",
      Description: "API",
      Tags: [
        { Key: "team", Value: "blue" },
        { Key: "Owner", Value: "Ann" },
      ],
    });
    await makeSecret(root, "test/db", { SecretString: "a", AddReplicaRegions: [{ Region: "eu-west-1" }] });
    // Changed or read on another day than the others.
    emulator.instance.clock.advance(oneDay);
    await root.secretsManager.send(
      new TagResourceCommand({ SecretId: "prod/db", Tags: [{ Key: "team", Value: "red" }] }),
    );
    await root.secretsManager.send(new GetSecretValueCommand({ SecretId: "prod/api" }));
  });
  after(() => emulator.stop());

  const names = async (input: ListSecretsCommandInput = {}) =>
    (await root.secretsManager.send(new ListSecretsCommand(input))).SecretList?.map(({ Name }) => Name);

  it("are complete, oldest first", async () => {
    expect(await names()).to.deep.equal(["prod/db", "prod/api", "test/db"]);
    expect(await names({ SortOrder: "asc" })).to.deep.equal(["prod/db", "prod/api", "test/db"]);
    expect(await names({ SortOrder: "desc" })).to.deep.equal(["test/db", "prod/api", "prod/db"]);
  });

  const filters: { name: string; given: Filter[]; found: string[] }[] = [
    { name: "the beginning of the name", given: [{ Key: "name", Values: ["prod/"] }], found: ["prod/db", "prod/api"] },
    { name: "the name, with regard to case", given: [{ Key: "name", Values: ["Prod/"] }], found: [] },
    {
      name: "any of several values",
      given: [{ Key: "name", Values: ["test", "prod/a"] }],
      found: ["prod/api", "test/db"],
    },
    { name: "what the name does not begin with", given: [{ Key: "name", Values: ["!prod"] }], found: ["test/db"] },
    {
      name: "the description, without regard to case",
      given: [{ Key: "description", Values: ["database"] }],
      found: ["prod/db"],
    },
    { name: "a tag's key", given: [{ Key: "tag-key", Values: ["team"] }], found: ["prod/db", "prod/api"] },
    { name: "a tag's value", given: [{ Key: "tag-value", Values: ["Ann"] }], found: ["prod/api"] },
    { name: "what a tag's key is not", given: [{ Key: "tag-key", Values: ["!Owner"] }], found: ["prod/db", "test/db"] },
    {
      name: "the region it is replicated from",
      given: [{ Key: "primary-region", Values: ["us-"] }],
      found: ["test/db"],
    },
    { name: "another region", given: [{ Key: "primary-region", Values: ["eu-"] }], found: [] },
    { name: "a service that owns it: none does", given: [{ Key: "owning-service", Values: ["rds"] }], found: [] },
    {
      name: "what no service owns",
      given: [{ Key: "owning-service", Values: ["!rds"] }],
      found: ["prod/db", "prod/api", "test/db"],
    },
    { name: "a word of the name", given: [{ Key: "all", Values: ["DB"] }], found: ["prod/db", "test/db"] },
    { name: "a word of the description", given: [{ Key: "all", Values: ["production"] }], found: ["prod/db"] },
    { name: "a word of a tag's key", given: [{ Key: "all", Values: ["owner"] }], found: ["prod/api"] },
    { name: "a word of a tag's value", given: [{ Key: "all", Values: ["blue"] }], found: ["prod/api"] },
    { name: "any of several words", given: [{ Key: "all", Values: ["testRed"] }], found: ["prod/db", "test/db"] },
    { name: "what has a word nowhere", given: [{ Key: "all", Values: ["!prod"] }], found: ["test/db"] },
    {
      name: "all of several things",
      given: [
        { Key: "name", Values: ["prod"] },
        { Key: "tag-value", Values: ["red"] },
      ],
      found: ["prod/db"],
    },
  ];
  for (const { name, given, found } of filters) {
    it(`can be filtered by ${name}`, async () => expect(await names({ Filters: given })).to.deep.equal(found));
  }

  const incomplete: { name: string; filter: Filter }[] = [
    { name: "a key", filter: { Values: ["a"] } },
    { name: "values", filter: { Key: "all" } },
  ];
  for (const { name, filter } of incomplete) {
    it(`refuse a filter without ${name}`, async () => {
      expect((await refusalOf(names({ Filters: [filter] }))).code).to.equal("InvalidParameterException");
    });
  }

  const orders: { by: ListSecretsCommandInput["SortBy"]; ascending: string[] }[] = [
    { by: "created-date", ascending: ["prod/db", "prod/api", "test/db"] },
    { by: "name", ascending: ["prod/api", "prod/db", "test/db"] },
    { by: "last-changed-date", ascending: ["prod/api", "test/db", "prod/db"] },
    { by: "last-accessed-date", ascending: ["prod/db", "test/db", "prod/api"] },
  ];
  for (const { by: SortBy, ascending } of orders) {
    it(`can be sorted by ${SortBy}`, async () => {
      expect(await names({ SortBy })).to.deep.equal(ascending);
      expect(await names({ SortBy, SortOrder: "desc" })).to.deep.equal(ascending.toReversed());
    });
  }

  it("are complete for those who do not want what is planned for deletion", async () => {
    expect(await names({ IncludePlannedDeletion: false })).to.have.lengthOf(3);
  });

  it("come in pages", async () => {
    const pages: (string | undefined)[][] = [];
    for await (const { SecretList = [] } of paginateListSecrets({ client: root.secretsManager, pageSize: 2 }, {})) {
      pages.push(SecretList.map(({ Name }) => Name));
    }
    expect(pages).to.deep.equal([["prod/db", "prod/api"], ["test/db"]]);
  });

  it("have no further page when the last one is just full", async () => {
    expect(await root.secretsManager.send(new ListSecretsCommand({ MaxResults: 3 }))).not.to.have.property("NextToken");
  });

  it("refuse a token that is none of theirs", async () => {
    expect(await refusalOf(names({ NextToken: "nonsense" }))).to.deep.equal(badToken);
  });

  it("of versions come in pages too", async () => {
    const { name: SecretId } = await makeSecret(root, "versions");
    for (const SecretString of ["b", "c"])
      await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString }));
    const list = (NextToken?: string) =>
      root.secretsManager.send(
        new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: true, MaxResults: 2, NextToken }),
      );
    const firstPage = await list();
    const secondPage = await list(firstPage.NextToken);
    expect(
      [...(firstPage.Versions ?? []), ...(secondPage.Versions ?? [])].map(({ VersionStages }) => VersionStages),
    ).to.deep.equal([undefined, ["AWSPREVIOUS"], ["AWSCURRENT"]]);
    expect(secondPage).not.to.have.property("NextToken");
    const current = new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: false });
    expect((await root.secretsManager.send(current)).Versions).to.have.lengthOf(2);
    expect(await refusalOf(list("nonsense"))).to.deep.equal(badToken);
  });
});
