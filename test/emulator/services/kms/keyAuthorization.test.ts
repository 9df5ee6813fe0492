import {
  CreateAliasCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  ListAliasesCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { decrypt } from "../../../../emulator/services/kms/operations/decrypt.ts";
import { encrypt } from "../../../../emulator/services/kms/operations/encrypt.ts";
import { callVia } from "../../../support/callAs.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestStatement,
  type TestUser,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";

const account = "arn:aws:kms:us-east-1:000000000000";
const allowEncrypt: TestStatement = { Effect: "Allow", Action: "kms:Encrypt", Resource: "*" };
const toRoot = { Principal: { AWS: "arn:aws:iam::000000000000:root" }, Action: "kms:PutKeyPolicy" };

/** Who decides over a user's Encrypt: the identity policies, the key policy's further statements, the outcome. */
interface Row {
  readonly title: string;
  readonly identity: (key: TestKey) => readonly TestStatement[];
  readonly key: (user: TestUser) => readonly object[];
  /** `allowed`, or the end of AWS's sentence. */
  readonly outcome: string;
}

const noIdentity = "because no identity-based policy allows the kms:Encrypt action";
const noResource = "because no resource-based policy allows the kms:Encrypt action";
const undisclosed =
  "the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access";
const nothing = () => [];
const delegated = () => [toAccount()];
const named = ({ arn }: TestUser) => [toRoot, { Principal: { AWS: arn }, Action: "kms:Encrypt" }];

const rows: readonly Row[] = [
  {
    title: "the key policy delegates and the identity policy allows",
    identity: () => [allowEncrypt],
    key: delegated,
    outcome: "allowed",
  },
  {
    title: "the identity policy names the key's ARN",
    identity: ({ arn }) => [{ ...allowEncrypt, Resource: arn }],
    key: delegated,
    outcome: "allowed",
  },
  {
    title: "the identity policy names every key of the account",
    identity: () => [{ ...allowEncrypt, Resource: `${account}:key/*` }],
    key: delegated,
    outcome: "allowed",
  },
  {
    title: "the key policy delegates and the identity policy is silent",
    identity: nothing,
    key: delegated,
    outcome: noIdentity,
  },
  {
    title: "the identity policy names the ARN of the alias",
    identity: ({ id }) => [{ ...allowEncrypt, Resource: `${account}:alias/${id}` }],
    key: delegated,
    outcome: noIdentity,
  },
  {
    title: "an administrator meets a key policy that does not delegate",
    identity: () => [{ Effect: "Allow", Action: "*", Resource: "*" }],
    key: () => [toRoot],
    outcome: noResource,
  },
  { title: "the key policy names the user, who has no policy", identity: nothing, key: named, outcome: "allowed" },
  {
    title: "an identity policy denies what the key policy allows",
    identity: () => [{ ...allowEncrypt, Effect: "Deny" }],
    key: named,
    outcome: "with an explicit deny in an identity-based policy",
  },
  {
    title: "the key policy denies what everything else allows",
    identity: () => [allowEncrypt],
    key: ({ arn }) => [toAccount(), { Effect: "Deny", Principal: { AWS: arn }, Action: "kms:Encrypt" }],
    outcome: "with an explicit deny in a resource-based policy",
  },
  {
    title: "the key policy allows only another action",
    identity: nothing,
    key: ({ arn }) => [toRoot, { Principal: { AWS: arn }, Action: "kms:Decrypt" }],
    outcome: noResource,
  },
  {
    title: "the key policy's statement has no Resource, and so no effect",
    identity: nothing,
    key: ({ arn }) => [toRoot, { Principal: { AWS: arn }, Action: "kms:Encrypt", Resource: undefined }],
    outcome: noResource,
  },
];

/** Conditions that Encrypt under `alias/<key id>` with the context {tenant: blue} meets, or does not. */
const conditions: readonly { condition: object; met: boolean }[] = [
  { condition: { StringEquals: { "kms:EncryptionContext:tenant": "blue" } }, met: true },
  { condition: { StringEquals: { "kms:EncryptionContext:tenant": "red" } }, met: false },
  { condition: { StringEquals: { "kms:EncryptionContext:other": "blue" } }, met: false },
  { condition: { StringLike: { "kms:EncryptionContext:tenant": "bl*" } }, met: true },
  { condition: { StringEquals: { "kms:EncryptionContextKeys": "tenant" } }, met: true },
  { condition: { StringEquals: { "kms:EncryptionContextKeys": "other" } }, met: false },
  { condition: { StringEquals: { "kms:CallerAccount": "000000000000" } }, met: true },
  { condition: { StringEquals: { "kms:CallerAccount": "111111111111" } }, met: false },
  { condition: { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } }, met: true },
  { condition: { StringEquals: { "kms:KeyUsage": "SIGN_VERIFY" } }, met: false },
  { condition: { StringEquals: { "kms:KeyOrigin": "AWS_KMS" } }, met: true },
  { condition: { Bool: { "kms:MultiRegion": "false" } }, met: true },
  { condition: { StringEquals: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } }, met: true },
  { condition: { StringLike: { "kms:RequestAlias": "alias/*" } }, met: true },
  { condition: { StringEquals: { "kms:RequestAlias": "alias/other" } }, met: false },
  { condition: { StringLike: { "kms:ResourceAliases": "alias/*" } }, met: true },
  { condition: { StringEquals: { "kms:ResourceAliases": "alias/other" } }, met: false },
  { condition: { StringEquals: { "aws:ResourceTag/team": "blue" } }, met: true },
  { condition: { StringEquals: { "aws:ResourceTag/team": "red" } }, met: false },
  { condition: { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } }, met: false },
];

describe("Permission to use a KMS key", () => {
  let emulator: Emulator;
  let root: Clients;
  let users = 0;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  const makeUser = (statements: readonly TestStatement[] = []) =>
    createUser(emulator, `user-${String(++users)}`, statements);

  async function outcomeOf(user: TestUser, key: TestKey, keyId = key.id): Promise<string> {
    const input = { KeyId: keyId, Plaintext: Buffer.from("x"), EncryptionContext: { tenant: "blue" } };
    return user.clients.kms.send(new EncryptCommand(input)).then(
      () => "allowed",
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
    );
  }

  for (const { title, identity, key: statements, outcome } of rows) {
    it(`is ${outcome === "allowed" ? "given" : "refused"} where ${title}`, async () => {
      const stranger = await makeUser();
      const key = await makeKey(root, { Policy: keyPolicy(toAccount()) });
      await root.kms.send(new CreateAliasCommand({ AliasName: `alias/${key.id}`, TargetKeyId: key.id }));
      const user = await makeUser(identity(key));
      await root.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy: keyPolicy(...statements(user)) }));
      const opening = `AccessDeniedException: User: ${user.arn} is not authorized to perform: kms:Encrypt on resource: ${key.arn}`;
      expect(await outcomeOf(user, key)).to.equal(outcome === "allowed" ? outcome : `${opening} ${outcome}`);
      expect(await outcomeOf(stranger, key)).to.contain("AccessDeniedException");
    });
  }

  for (const { condition, met } of conditions) {
    it(`${met ? "meets" : "does not meet"} ${JSON.stringify(condition)}`, async () => {
      const user = await makeUser();
      const key = await makeKey(root, {
        Policy: keyPolicy(toAccount(), { Principal: { AWS: user.arn }, Action: "kms:Encrypt", Condition: condition }),
        Tags: [{ TagKey: "team", TagValue: "blue" }],
      });
      await root.kms.send(new CreateAliasCommand({ AliasName: `alias/${key.id}`, TargetKeyId: key.id }));
      const outcome = await outcomeOf(user, key, `alias/${key.id}`);
      expect(outcome === "allowed").to.equal(met);
    });
  }

  it("can be tied to the service that asks for the caller", async () => {
    const user = await makeUser();
    const key = await makeKey(root, {
      Policy: keyPolicy(toRoot, {
        Principal: { AWS: user.arn },
        Action: ["kms:Encrypt", "kms:Decrypt"],
        Condition: { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } },
      }),
    });
    const caller = {
      kind: "user",
      accountId: "000000000000",
      arn: user.arn,
      principalId: user.id,
      userName: user.name,
      tags: new Map<string, string>(),
    } as const;
    const input = { KeyId: key.id, Plaintext: Buffer.from("x") };
    expect(await outcomeOf(user, key)).to.contain(noResource);
    const { CiphertextBlob } = await callVia(emulator, "dynamodb", encrypt, input, caller);
    const { KeyId } = await callVia(emulator, "dynamodb", decrypt, { CiphertextBlob }, caller);
    expect(KeyId).to.equal(key.arn);
    const refusal = await refusalOf(callVia(emulator, "secretsmanager", encrypt, input, caller));
    expect(refusal.message).to.contain(noResource);
  });

  it("to decrypt is about the key in the ciphertext, named or not", async () => {
    const allowed = await makeKey(root);
    const other = await makeKey(root);
    const user = await makeUser([{ Effect: "Allow", Action: "kms:Decrypt", Resource: allowed.arn }]);
    const encrypted = async (key: TestKey) =>
      (await root.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from("x") }))).CiphertextBlob;
    await user.clients.kms.send(new DecryptCommand({ CiphertextBlob: await encrypted(allowed) }));
    const blob = await encrypted(other);
    for (const KeyId of [undefined, other.id, allowed.id]) {
      const refusal = await refusalOf(user.clients.kms.send(new DecryptCommand({ CiphertextBlob: blob, KeyId })));
      expect(refusal.message, KeyId).to.equal(
        `User: ${user.arn} is not authorized to perform: kms:Decrypt on resource: ${other.arn} because no identity-based policy allows the kms:Decrypt action`,
      );
    }
  });

  it("of another account needs both: the key policy there and an identity policy here", async () => {
    const withPolicy = await createUser(emulator, "with-policy", [allowEncrypt], "111111111111");
    const without = await createUser(emulator, "without-policy", [], "111111111111");
    const shared = await makeKey(root, {
      Policy: keyPolicy(toAccount(), { ...toAccount("111111111111"), Action: "kms:Encrypt" }),
    });
    const closed = await makeKey(root);
    expect(await outcomeOf(withPolicy, shared, shared.arn)).to.equal("allowed");
    expect(await outcomeOf(without, shared, shared.arn)).to.contain(`kms:Encrypt on this resource ${noIdentity}`);
    expect(await outcomeOf(withPolicy, closed, closed.arn)).to.equal(
      `AccessDeniedException: User: ${withPolicy.arn} is not authorized to perform: kms:Encrypt on this resource because ${undisclosed}`,
    );
    const { CiphertextBlob } = await root.kms.send(
      new EncryptCommand({ KeyId: closed.id, Plaintext: Buffer.from("x") }),
    );
    expect((await refusalOf(withPolicy.clients.kms.send(new DecryptCommand({ CiphertextBlob })))).message).to.equal(
      `User: ${withPolicy.arn} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because ${undisclosed}`,
    );
    const root111 = clientsFor(emulator, rootOf("111111111111"));
    expect((await refusalOf(root111.kms.send(new DescribeKeyCommand({ KeyId: shared.arn })))).code).to.equal(
      "AccessDeniedException",
    );
  });

  it("to list keys and aliases comes from identity policies alone", async () => {
    const lister = await makeUser([{ Effect: "Allow", Action: ["kms:ListKeys", "kms:ListAliases"], Resource: "*" }]);
    const nobody = await makeUser();
    await lister.clients.kms.send(new ListKeysCommand({}));
    await lister.clients.kms.send(new ListAliasesCommand({}));
    expect((await refusalOf(nobody.clients.kms.send(new ListKeysCommand({})))).message).to.equal(
      `User: ${nobody.arn} is not authorized to perform: kms:ListKeys on resource: * because no identity-based policy allows the kms:ListKeys action`,
    );
    expect((await refusalOf(nobody.clients.kms.send(new ListAliasesCommand({})))).code).to.equal(
      "AccessDeniedException",
    );
  });
});
