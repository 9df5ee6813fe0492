import { CreateAliasCommand, DescribeKeyCommand, GetKeyPolicyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";

const absent = "0b2ee4e5-2b2d-4b5e-a7d8-0f6f4d3b1c11";

describe("A key is found", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root);
    await root.kms.send(new CreateAliasCommand({ AliasName: "alias/known", TargetKeyId: key.id }));
  });
  after(() => emulator.stop());

  async function describedBy(name: string, clients = root): Promise<string | undefined> {
    const { KeyMetadata } = await clients.kms.send(new DescribeKeyCommand({ KeyId: name }));
    return KeyMetadata?.Arn;
  }

  it("by its id, its ARN, an alias and the ARN of an alias", async () => {
    const names = [key.id, key.arn, "alias/known", "arn:aws:kms:us-east-1:000000000000:alias/known"];
    for (const name of names) expect(await describedBy(name), name).to.equal(key.arn);
  });

  it("by its ARN and by the ARN of an alias from another account that its policy lets in", async () => {
    const policy = keyPolicy(toAccount(), { ...toAccount("111111111111"), Action: "kms:DescribeKey" });
    const shared = await makeKey(root, { Policy: policy });
    await root.kms.send(new CreateAliasCommand({ AliasName: "alias/shared", TargetKeyId: shared.id }));
    const other = clientsFor(emulator, rootOf("111111111111"));
    expect(await describedBy(shared.arn, other)).to.equal(shared.arn);
    expect(await describedBy("arn:aws:kms:us-east-1:000000000000:alias/shared", other)).to.equal(shared.arn);
    expect((await refusalOf(describedBy(shared.id, other))).code).to.equal("NotFoundException");
    expect((await refusalOf(describedBy("alias/shared", other))).code).to.equal("NotFoundException");
  });

  const refused: readonly { title: string; name: string; code: string; message: string }[] = [
    {
      title: "an id that no key has",
      name: absent,
      code: "NotFoundException",
      message: `Key 'arn:aws:kms:us-east-1:000000000000:key/${absent}' does not exist`,
    },
    {
      title: "an ARN that no key has",
      name: `arn:aws:kms:us-east-1:000000000000:key/${absent}`,
      code: "NotFoundException",
      message: `Key 'arn:aws:kms:us-east-1:000000000000:key/${absent}' does not exist`,
    },
    {
      title: "an ARN of an account that nobody has used",
      name: `arn:aws:kms:us-east-1:999999999999:key/${absent}`,
      code: "NotFoundException",
      message: `Key 'arn:aws:kms:us-east-1:999999999999:key/${absent}' does not exist`,
    },
    {
      title: "an id of a multi-region key that does not exist",
      name: "mrk-1234567890abcdef1234567890abcdef",
      code: "NotFoundException",
      message: "Key 'arn:aws:kms:us-east-1:000000000000:key/mrk-1234567890abcdef1234567890abcdef' does not exist",
    },
    { title: "what is no id", name: "fake-key-id", code: "NotFoundException", message: "Invalid keyId 'fake-key-id'" },
    {
      title: "an id without hyphens",
      name: absent.replaceAll("-", ""),
      code: "NotFoundException",
      message: `Invalid keyId '${absent.replaceAll("-", "")}'`,
    },
    {
      title: "an ARN of another region",
      name: `arn:aws:kms:eu-west-1:000000000000:key/${absent}`,
      code: "NotFoundException",
      message: "Invalid arn eu-west-1",
    },
    {
      title: "an alias that does not exist",
      name: "alias/unknown",
      code: "NotFoundException",
      message: "Alias arn:aws:kms:us-east-1:000000000000:alias/unknown is not found.",
    },
    {
      title: "an ARN of another service",
      name: "arn:aws:iam::000000000000:user/somebody",
      code: "InvalidArnException",
      message: "Invalid arn arn:aws:iam::000000000000:user/somebody",
    },
  ];
  for (const { title, name, code, message } of refused) {
    it(`never by ${title}`, async () => {
      expect(await refusalOf(describedBy(name))).to.deep.equal({ code, message, status: 400 });
    });
  }

  it("in its own region only", async () => {
    const elsewhere = clientsFor(emulator, rootOf(), "eu-central-1");
    expect((await refusalOf(describedBy(key.id, elsewhere))).message).to.equal(
      `Key 'arn:aws:kms:eu-central-1:000000000000:key/${key.id}' does not exist`,
    );
    expect((await refusalOf(describedBy(key.arn, elsewhere))).message).to.equal("Invalid arn us-east-1");
  });

  it("by no alias where the operation takes none", async () => {
    expect(await refusalOf(root.kms.send(new GetKeyPolicyCommand({ KeyId: "alias/known" })))).to.deep.equal({
      code: "InvalidArnException",
      message: "Key Aliases are not supported for this operation.",
      status: 400,
    });
  });
});
