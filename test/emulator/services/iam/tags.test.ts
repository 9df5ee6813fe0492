import {
  CreateRoleCommand,
  CreateUserCommand,
  ListRoleTagsCommand,
  ListUserTagsCommand,
  TagRoleCommand,
  TagUserCommand,
  UntagRoleCommand,
  UntagUserCommand,
  type Tag,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { trust } from "./document.ts";

describe("IAM tags of users and roles", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
    await iam.send(new CreateUserCommand({ UserName: "Ada" }));
    await iam.send(
      new CreateRoleCommand({ RoleName: "Ada", AssumeRolePolicyDocument: trust("arn:aws:iam::000000000000:root") }),
    );
  });
  after(() => emulator.stop());

  const kinds = [
    {
      kind: "user",
      tag: (Tags: Tag[]) => iam.send(new TagUserCommand({ UserName: "Ada", Tags })),
      untag: (TagKeys: string[]) => iam.send(new UntagUserCommand({ UserName: "Ada", TagKeys })),
      list: (MaxItems?: number, Marker?: string) =>
        iam.send(new ListUserTagsCommand({ UserName: "Ada", MaxItems, Marker })),
    },
    {
      kind: "role",
      tag: (Tags: Tag[]) => iam.send(new TagRoleCommand({ RoleName: "Ada", Tags })),
      untag: (TagKeys: string[]) => iam.send(new UntagRoleCommand({ RoleName: "Ada", TagKeys })),
      list: (MaxItems?: number, Marker?: string) =>
        iam.send(new ListRoleTagsCommand({ RoleName: "Ada", MaxItems, Marker })),
    },
  ];
  for (const { kind, tag, untag, list } of kinds) {
    describe(`of a ${kind}`, () => {
      it("are added, replaced without regard to case, listed page by page, and removed", async () => {
        await tag([
          { Key: "b", Value: "1" },
          { Key: "a", Value: "" },
        ]);
        await tag([{ Key: "B", Value: "2" }]);
        const first = await list(1);
        expect([first.Tags, first.IsTruncated]).to.deep.equal([[{ Key: "B", Value: "2" }], true]);
        const second = await list(1, first.Marker);
        expect([second.Tags, second.IsTruncated]).to.deep.equal([[{ Key: "a", Value: "" }], false]);
        await untag(["a", "b", "not there"]);
        expect((await list()).Tags).to.deep.equal([]);
      });

      const numbered = (count: number, from = 0) =>
        Array.from({ length: count }, (_, index) => ({ Key: `k${index + from}`, Value: "v" }));

      it("are fifty at most", async () => {
        await tag(numbered(50));
        expect(await refusalOf(tag(numbered(1, 50)))).to.deep.equal({
          code: "LimitExceededException",
          message: "The number of tags has reached the maximum limit.",
          status: 409,
        });
        await tag(numbered(1, 49));
        await untag(numbered(50).map(({ Key }) => Key));
      });

      it("are refused if a key is stated twice or belongs to AWS", async () => {
        const invalid = (message: string) => ({ code: "InvalidInputException", message, status: 400 });
        const twice = tag([
          { Key: "x", Value: "1" },
          { Key: "X", Value: "2" },
        ]);
        expect(await refusalOf(twice)).to.deep.equal(
          invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive."),
        );
        expect(await refusalOf(tag([{ Key: "aws:x", Value: "1" }]))).to.deep.equal(
          invalid("Tag keys beginning with aws: are reserved for system use."),
        );
        expect((await list()).Tags).to.deep.equal([]);
      });
    });
  }

  it("decide where a policy asks for them: of the resource, of the request, of the caller", async () => {
    const statement = (key: string) => ({
      Effect: "Allow" as const,
      Action: "iam:TagUser",
      Resource: "*",
      Condition: { StringEquals: { [key]: "blue" } },
    });
    const cases = [
      { key: "aws:ResourceTag/team", target: [{ Key: "team", Value: "blue" }], tag: "red", self: [] },
      { key: "iam:ResourceTag/team", target: [{ Key: "team", Value: "blue" }], tag: "red", self: [] },
      { key: "aws:RequestTag/team", target: [], tag: "blue", self: [] },
      { key: "aws:PrincipalTag/team", target: [], tag: "red", self: [{ Key: "team", Value: "blue" }] },
    ];
    for (const [index, { key, target, tag, self }] of cases.entries()) {
      const caller = await createUser(emulator, `Caller-${index}`, [statement(key)]);
      await iam.send(new CreateUserCommand({ UserName: `Target-${index}` }));
      const attemptWith = (Value: string) =>
        caller.clients.iam.send(new TagUserCommand({ UserName: `Target-${index}`, Tags: [{ Key: "team", Value }] }));
      const attempt = () => attemptWith(tag);
      if (tag === "red") expect((await refusalOf(attempt())).code, key).to.equal("AccessDenied");
      else expect((await refusalOf(attemptWith("red"))).code, key).to.equal("AccessDenied");
      if (target.length > 0) await iam.send(new TagUserCommand({ UserName: `Target-${index}`, Tags: target }));
      if (self.length > 0) await iam.send(new TagUserCommand({ UserName: caller.name, Tags: self }));
      await attempt();
    }
  });
});
