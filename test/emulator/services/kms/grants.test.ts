import { CreateUserCommand, DeleteAccessKeyCommand, DeleteUserCommand } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, EncryptCommand, ListGrantsCommand, type GrantConstraints } from "@aws-sdk/client-kms";
import { expect } from "chai";

import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";
import { makeGrant } from "./makeGrant.ts";

describe("KMS grants", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  let users = 0;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  beforeEach(async () => {
    key = await makeKey(root);
  });
  after(() => emulator.stop());

  const makeUser = () => createUser(emulator, `grantee-${String(++users)}`);

  function encrypt(user: TestUser, EncryptionContext?: Record<string, string>): Promise<unknown> {
    const input = { KeyId: key.id, Plaintext: Buffer.from("x"), EncryptionContext };
    return user.clients.kms.send(new EncryptCommand(input));
  }

  it("let the grantee do what they name, and nothing else, without any policy", async () => {
    const user = await makeUser();
    expect((await refusalOf(encrypt(user))).code).to.equal("AccessDeniedException");
    await makeGrant(root, key, user);
    await encrypt(user);
    expect((await refusalOf(user.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id })))).code).to.equal(
      "AccessDeniedException",
    );
    expect((await refusalOf(encrypt(await makeUser()))).code).to.equal("AccessDeniedException");
  });

  it("work on a key whose policy does not delegate, and lose against a Deny", async () => {
    const user = await makeUser();
    const policyAdmin = { ...toAccount(), Action: ["kms:PutKeyPolicy", "kms:CreateGrant"] };
    key = await makeKey(root, { Policy: keyPolicy(policyAdmin) });
    await makeGrant(root, key, user);
    await encrypt(user);
    const deny = { Effect: "Deny", Principal: { AWS: user.arn }, Action: "kms:Encrypt" };
    key = await makeKey(root, { Policy: keyPolicy(policyAdmin, deny) });
    await makeGrant(root, key, user);
    expect((await refusalOf(encrypt(user))).message).to.contain("with an explicit deny in a resource-based policy");
  });

  const contexts: readonly {
    title: string;
    constraints: GrantConstraints;
    allowed: readonly Record<string, string>[];
    denied: readonly (Record<string, string> | undefined)[];
  }[] = [
    {
      title: "EncryptionContextEquals",
      constraints: { EncryptionContextEquals: { a: "1", b: "2" } },
      allowed: [
        { a: "1", b: "2" },
        { b: "2", a: "1" },
        { A: "1", b: "2" },
      ],
      denied: [undefined, {}, { a: "1" }, { a: "1", b: "3" }, { a: "1", b: "2", c: "3" }, { a: "1", A: "1", b: "2" }],
    },
    {
      title: "EncryptionContextSubset",
      constraints: { EncryptionContextSubset: { a: "1" } },
      allowed: [{ a: "1" }, { a: "1", b: "2" }, { A: "1" }],
      denied: [undefined, {}, { a: "2" }, { b: "1" }, { A: "2" }],
    },
    {
      title: "both constraints",
      constraints: { EncryptionContextEquals: { a: "1", b: "2" }, EncryptionContextSubset: { a: "1" } },
      allowed: [{ a: "1", b: "2" }],
      denied: [{ a: "1" }, { b: "2" }],
    },
  ];
  for (const { title, constraints, allowed, denied } of contexts) {
    it(`hold their grantee to ${title}, but not for DescribeKey`, async () => {
      const user = await makeUser();
      await makeGrant(root, key, user, { Operations: ["Encrypt", "DescribeKey"], Constraints: constraints });
      for (const context of allowed) await encrypt(user, context);
      for (const context of denied) {
        expect((await refusalOf(encrypt(user, context))).code, JSON.stringify(context)).to.equal(
          "AccessDeniedException",
        );
      }
      await user.clients.kms.send(new DescribeKeyCommand({ KeyId: key.id }));
    });
  }

  it("are listed with all that was asked for, without their tokens", async () => {
    const user = await makeUser();
    const id = await makeGrant(root, key, user, {
      Name: "for-a-test",
      Operations: ["Encrypt", "RetireGrant"],
      RetiringPrincipal: "arn:aws:iam::000000000000:root",
      Constraints: { EncryptionContextSubset: { a: "1" } },
    });
    const { Grants = [], Truncated } = await root.kms.send(new ListGrantsCommand({ KeyId: key.id }));
    const [{ CreationDate, ...shown } = { CreationDate: undefined }] = Grants;
    expect(Truncated).to.equal(false);
    expect(Grants).to.have.length(1);
    expect(Date.now() - (CreationDate?.getTime() ?? 0)).to.be.within(0, 60_000);
    expect(shown).to.deep.equal({
      KeyId: key.arn,
      GrantId: id,
      Name: "for-a-test",
      GranteePrincipal: user.arn,
      RetiringPrincipal: "arn:aws:iam::000000000000:root",
      IssuingAccount: "arn:aws:iam::000000000000:root",
      Operations: ["Encrypt", "RetireGrant"],
      Constraints: { EncryptionContextSubset: { a: "1" } },
    });
  });

  it("are listed by id and by grantee", async () => {
    const [one, other] = [await makeUser(), await makeUser()];
    const ids = [await makeGrant(root, key, one), await makeGrant(root, key, other)];
    const listed = async (filter: { GrantId?: string; GranteePrincipal?: string }) => {
      const { Grants = [] } = await root.kms.send(new ListGrantsCommand({ KeyId: key.id, ...filter }));
      return Grants.map(({ GrantId }) => GrantId);
    };
    expect(await listed({})).to.have.members(ids);
    expect(await listed({ GrantId: ids[0] })).to.deep.equal([ids[0]]);
    expect(await listed({ GranteePrincipal: other.arn })).to.deep.equal([ids[1]]);
    expect(await listed({ GranteePrincipal: "arn:aws:iam::000000000000:user/none" })).to.deep.equal([]);
  });

  it("are tied to who the grantee is, not to the name", async () => {
    const user = await makeUser();
    const id = await makeGrant(root, key, user);
    const { iam } = root;
    await iam.send(new DeleteAccessKeyCommand({ UserName: user.name, AccessKeyId: user.credentials.accessKeyId }));
    await iam.send(new DeleteUserCommand({ UserName: user.name }));
    await iam.send(new CreateUserCommand({ UserName: user.name }));
    const { Grants = [] } = await root.kms.send(new ListGrantsCommand({ KeyId: key.id }));
    expect(Grants.map(({ GrantId, GranteePrincipal }) => ({ GrantId, GranteePrincipal }))).to.deep.equal([
      { GrantId: id, GranteePrincipal: user.id },
    ]);
    await iam.send(new DeleteUserCommand({ UserName: user.name }));
    const namesake = await createUser(emulator, user.name);
    expect((await refusalOf(encrypt(namesake))).code).to.equal("AccessDeniedException");
  });
});
