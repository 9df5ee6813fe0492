import {
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  paginateListSecrets,
  PutSecretValueCommand,
  type Filter,
  type ListSecretsCommandInput,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
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
    await makeSecret(root, "test/db", { SecretString: "a" });
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

  it("refuse a filter that is not carried", async () => {
    expect(await refusalOf(names({ Filters: [{ Key: "all", Values: ["a"] }] }))).to.deep.equal({
      code: "ValidationException",
      message: "The embedded AWS does not carry the filter 'all' of ListSecrets yet.",
      status: 400,
    });
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
    expect(await refusalOf(list("nonsense"))).to.deep.equal(badToken);
  });
});
