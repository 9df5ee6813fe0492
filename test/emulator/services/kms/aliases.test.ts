import {
  CreateAliasCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  ListAliasesCommand,
  UpdateAliasCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestStatement,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount } from "./keys.ts";

const arn = "arn:aws:kms:us-east-1:000000000000";

describe("KMS aliases", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const create = (AliasName: string, TargetKeyId: string, { kms } = root) =>
    kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  const update = (AliasName: string, TargetKeyId: string, { kms } = root) =>
    kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId }));
  const remove = (AliasName: string, { kms } = root) => kms.send(new DeleteAliasCommand({ AliasName }));

  it("point to a key, to another one, and to none", async () => {
    const [one, other] = [await makeKey(root), await makeKey(root)];
    const target = async () =>
      (await root.kms.send(new DescribeKeyCommand({ KeyId: "alias/moving" }))).KeyMetadata?.KeyId;
    await create("alias/moving", one.id);
    expect(await target()).to.equal(one.id);
    await update("alias/moving", other.arn);
    expect(await target()).to.equal(other.id);
    await remove("alias/moving");
    expect((await refusalOf(target())).message).to.equal(`Alias ${arn}:alias/moving is not found.`);
    await create("alias/moving", one.id);
  });

  it("are listed, all of them or those of a key, with their dates", async () => {
    const [one, other] = [await makeKey(root), await makeKey(root)];
    await create("alias/b", one.id);
    await create("alias/a", one.id);
    await create("alias/c", other.id);
    emulator.instance.clock.advance(60_000);
    await update("alias/c", one.id);
    const { Aliases = [], Truncated } = await root.kms.send(new ListAliasesCommand({}));
    expect(Truncated).to.equal(false);
    expect(Aliases.map(({ AliasName, AliasArn, TargetKeyId }) => ({ AliasName, AliasArn, TargetKeyId }))).to.deep.equal(
      ["alias/a", "alias/b", "alias/c"].map((name) => ({
        AliasName: name,
        AliasArn: `${arn}:${name}`,
        TargetKeyId: one.id,
      })),
    );
    const spans = Aliases.map(({ CreationDate, LastUpdatedDate }) => Number(LastUpdatedDate) - Number(CreationDate));
    expect(spans.slice(0, 2)).to.deep.equal([0, 0]);
    expect(spans[2]).to.be.within(60_000, 70_000);
    const of = async (KeyId: string) => (await root.kms.send(new ListAliasesCommand({ KeyId }))).Aliases ?? [];
    expect(await of(one.arn)).to.have.length(3);
    expect(await of(other.id)).to.deep.equal([]);
  });

  describe("are refused", () => {
    const names: readonly { name: string; code: string; message: string }[] = [
      {
        name: "noprefix",
        code: "ValidationException",
        message:
          'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
      },
      { name: "alias/", code: "ValidationException", message: "alias/ contains invalid characters for an alias" },
      {
        name: "alias/with:colon",
        code: "ValidationException",
        message: "alias/with:colon contains invalid characters for an alias",
      },
      {
        name: "alias/with space",
        code: "ValidationException",
        message:
          "1 validation error detected: Value 'alias/with space' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$",
      },
    ];
    for (const { name, code, message } of names) {
      it(`under the name ${name}`, async () => {
        const { id } = await makeKey(root);
        expect(await refusalOf(create(name, id))).to.deep.equal({ code, message, status: 400 });
      });
    }

    it("under a name that is taken", async () => {
      const [one, other] = [await makeKey(root), await makeKey(root)];
      await create("alias/taken", one.id);
      expect(await refusalOf(create("alias/taken", other.id))).to.deep.equal({
        code: "AlreadyExistsException",
        message: `An alias with the name ${arn}:alias/taken already exists`,
        status: 400,
      });
    });

    it("for another alias instead of a key", async () => {
      const { id } = await makeKey(root);
      await create("alias/one", id);
      const refusal = { code: "ValidationException", message: "Aliases must refer to keys. Not aliases", status: 400 };
      expect(await refusalOf(create("alias/two", "alias/one"))).to.deep.equal(refusal);
      expect(await refusalOf(update("alias/one", `${arn}:alias/one`))).to.deep.equal(refusal);
    });

    it("where they do not exist, when updated or deleted", async () => {
      const { id } = await makeKey(root);
      const refusal = { code: "NotFoundException", message: `Alias ${arn}:alias/none is not found.`, status: 400 };
      expect(await refusalOf(update("alias/none", id))).to.deep.equal(refusal);
      expect(await refusalOf(remove("alias/none"))).to.deep.equal(refusal);
    });

    it("beyond fifty for a key, moved ones included", async () => {
      const [full, other] = [await makeKey(root), await makeKey(root)];
      for (let count = 0; count < 50; count++) await create(`alias/number-${count}`, full.id);
      await create("alias/elsewhere", other.id);
      expect((await refusalOf(create("alias/one-more", full.id))).code).to.equal("LimitExceededException");
      expect((await refusalOf(update("alias/elsewhere", full.id))).code).to.equal("LimitExceededException");
      await update("alias/number-0", full.id);
      await update("alias/number-0", other.id);
      await update("alias/elsewhere", full.id);
    });

    it("when they would move to a key of another type or usage, and not to one of the same", async () => {
      const symmetric = await makeKey(root);
      const encrypting = await makeKey(root, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" });
      const signing = await makeKey(root, { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" });
      const signingToo = await makeKey(root, { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
      await create("alias/symmetric", symmetric.id);
      await create("alias/signing", signing.id);
      const refusal = {
        code: "ValidationException",
        message: "The current and the new key of an alias must have the same type and usage.",
        status: 400,
      };
      expect(await refusalOf(update("alias/symmetric", encrypting.id))).to.deep.equal(refusal);
      expect(await refusalOf(update("alias/signing", encrypting.id))).to.deep.equal(refusal);
      await update("alias/signing", signingToo.id);
    });

    it("for a key of another account", async () => {
      const { arn: keyArn } = await makeKey(root, { Policy: keyPolicy(toAccount(), toAccount("111111111111")) });
      const stranger = await createUser(
        emulator,
        "stranger",
        [{ Effect: "Allow", Action: "kms:*", Resource: "*" }],
        "111111111111",
      );
      expect((await refusalOf(create("alias/theirs", keyArn, stranger.clients))).code).to.equal(
        "AccessDeniedException",
      );
    });
  });

  describe("need permission on alias and key alike", () => {
    const allow = (...Resource: string[]): TestStatement => ({
      Effect: "Allow",
      Action: ["kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias"],
      Resource,
    });
    const rows: readonly { title: string; statement: TestStatement; missing?: string }[] = [
      { title: "both", statement: allow(`${arn}:alias/mine`, `${arn}:key/*`) },
      { title: "the key alone", statement: allow(`${arn}:key/*`), missing: "alias/mine" },
      { title: "the alias alone", statement: allow(`${arn}:alias/mine`), missing: "key/" },
      { title: "another alias", statement: allow(`${arn}:alias/other`, `${arn}:key/*`), missing: "alias/mine" },
    ];
    for (const { title, statement, missing } of rows) {
      it(`where a caller may use ${title}`, async () => {
        const [one, other] = [await makeKey(root), await makeKey(root)];
        const { clients } = await createUser(emulator, "user", [statement]);
        const calls = [
          () => create("alias/mine", one.id, clients),
          () => update("alias/mine", other.id, clients),
          () => remove("alias/mine", clients),
        ];
        for (const call of calls) {
          if (missing === undefined) {
            await call();
            continue;
          }
          expect((await refusalOf(call())).message).to.contain(`on resource: ${arn}:${missing}`);
          if (call === calls[0]) await create("alias/mine", one.id);
        }
      });
    }

    it("and UpdateAlias on the key before and the key after", async () => {
      const [before, after] = [await makeKey(root), await makeKey(root)];
      await create("alias/mine", before.id);
      const half = await createUser(emulator, "half", [allow(`${arn}:alias/mine`, before.arn)]);
      const other = await createUser(emulator, "other", [allow(`${arn}:alias/mine`, after.arn)]);
      const both = await createUser(emulator, "both", [allow(`${arn}:alias/mine`, before.arn, after.arn)]);
      expect((await refusalOf(update("alias/mine", after.id, half.clients))).message).to.contain(after.arn);
      expect((await refusalOf(update("alias/mine", after.id, other.clients))).message).to.contain(before.arn);
      await update("alias/mine", after.id, both.clients);
    });
  });
});
