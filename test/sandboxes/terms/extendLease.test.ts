import {
  CreateUserCommand,
  ListPolicyTagsCommand,
  ListUserTagsCommand,
  paginateListPolicies,
  paginateListUsers,
} from "@aws-sdk/client-iam";
import { CreateKeyCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import { expect } from "chai";
import { deployAll } from "../../../sandboxes/deploy/deployAll.ts";
import { testClass, type TestClass } from "../handover/testClass.ts";

const oldEnd = "2030-01-31T17:30:00.000Z";
const newEnd = "2030-01-31T18:30:00.000Z";

describe("the tags of a sandbox that is extended", function () {
  this.timeout(120_000);
  let autumn: TestClass;

  before(async () => {
    autumn = await testClass([
      { id: "ada", state: "requested" },
      { id: "bob", state: "requested" },
    ]);
    await deployAll({ ...autumn, ids: ["ada", "bob"], hear: () => undefined }, autumn.places);
  });
  after(async () => autumn.close());

  type Entry = readonly [string, string];
  const entries = (name: string, tags: readonly { Key?: string; Value?: string }[] = []): Entry[] =>
    tags.flatMap(({ Key, Value = "" }) => (Key === "keylab:expires" ? [[name, Value]] : []));

  async function ofIdentities(): Promise<Entry[]> {
    const { iam } = autumn.places.home.administrator;
    const found: Entry[] = [];
    for await (const { Users = [] } of paginateListUsers({ client: iam }, {})) {
      for (const { UserName = "" } of Users) {
        found.push(...entries(`user ${UserName}`, (await iam.send(new ListUserTagsCommand({ UserName }))).Tags));
      }
    }
    for await (const { Policies = [] } of paginateListPolicies({ client: iam }, { Scope: "Local" })) {
      for (const { Arn: PolicyArn, PolicyName = "" } of Policies) {
        found.push(...entries(`policy ${PolicyName}`, (await iam.send(new ListPolicyTagsCommand({ PolicyArn }))).Tags));
      }
    }
    return found;
  }

  async function ofOthers(): Promise<Entry[]> {
    const { tagging } = autumn.places.home.administrator;
    const found: Entry[] = [];
    for await (const { ResourceTagMappingList = [] } of paginateGetResources({ client: tagging }, {})) {
      for (const { ResourceARN = "", Tags = [] } of ResourceTagMappingList) {
        const student = Tags.find(({ Key }) => Key === "keylab:student")?.Value ?? "nobody";
        found.push(...entries(`${student}'s ${ResourceARN}`, Tags));
      }
    }
    return found;
  }

  /** What the tag says, by what carries it. */
  const expiries = async () => new Map([...(await ofIdentities()), ...(await ofOthers())]);

  const isAdas = (name: string) => /^(user|policy) ada\b|^xada's /.test(name);

  it("all say the new end, and nobody else's do", async () => {
    const { iam, kms } = autumn.places.home.administrator;
    const foreign = { TagKey: "keylab:expires", TagValue: oldEnd };
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags: [foreign] }));
    await iam.send(new CreateUserCommand({ UserName: "adam", Tags: [{ Key: "keylab:expires", Value: oldEnd }] }));
    await iam.send(new CreateUserCommand({ UserName: "ada-friend" }));
    const old = await expiries();
    expect(new Set(old.values())).to.deep.equal(new Set([oldEnd]));
    const kinds = [...old.keys()]
      .filter(isAdas)
      .map((name) => name.replace(/^(\w+) .*|^xada's arn:aws:(\w+):.*/, "$1$2"));
    expect(new Set(kinds)).to.deep.equal(new Set(["user", "policy", "kms", "dynamodb"]));

    await autumn.desk.extend("ada", new Date(newEnd));
    const renewed = await expiries();
    expect([...renewed.keys()]).to.have.members([...old.keys()]);
    for (const [name, until] of renewed) expect(until, name).to.equal(isAdas(name) ? newEnd : oldEnd);
    expect(renewed.get(`nobody's ${KeyMetadata?.Arn ?? ""}`)).to.equal(oldEnd);
    expect(renewed.get("user adam")).to.equal(oldEnd);
    expect(renewed.has("user ada-friend"), "what the student made without it").to.equal(false);
  });

  it("are brought forward as well, and one that its owner has locked up is in nobody's way", async () => {
    const { kms } = autumn.places.home.administrator;
    const [locked = ""] = [...(await expiries()).keys()].filter((name) => /^xbob's .*:key\//.test(name));
    const KeyId = locked.replace("xbob's ", "");
    const owner = "arn:aws:iam::000000000000:user/keylab/bob/bob-admin";
    const statement = { Effect: "Allow", Principal: { AWS: owner }, Action: "kms:*", Resource: "*" };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    await kms.send(new PutKeyPolicyCommand({ KeyId, Policy, BypassPolicyLockoutSafetyCheck: true }));
    await autumn.desk.extend("bob", new Date("2030-01-31T16:30:00.000Z"));
    const told = [...(await expiries())].filter(([name]) => /^(user|policy) bob\b|^xbob's /.test(name));
    for (const [name, until] of told) {
      expect(until, name).to.equal(name === locked ? oldEnd : "2030-01-31T16:30:00.000Z");
    }
  });
});
