import {
  CreateGrantCommand,
  DecryptCommand,
  EncryptCommand,
  ListGrantsCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
} from "@aws-sdk/client-kms";
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

describe("KMS grants end", () => {
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

  describe("end", () => {
    it("when the owner revokes them", async () => {
      const user = await makeUser();
      const id = await makeGrant(root, key, user);
      const revoke = new RevokeGrantCommand({ KeyId: key.id, GrantId: id });
      expect((await refusalOf(user.clients.kms.send(revoke))).message).to.contain("kms:RevokeGrant");
      await root.kms.send(revoke);
      expect((await refusalOf(encrypt(user))).code).to.equal("AccessDeniedException");
      expect(await refusalOf(root.kms.send(revoke))).to.deep.equal({
        code: "NotFoundException",
        message: `Grant ID ${id} not found`,
        status: 400,
      });
    });

    it("with their tokens", async () => {
      const user = await makeUser();
      const { GrantId, GrantToken = "" } = await root.kms.send(
        new CreateGrantCommand({ KeyId: key.id, GranteePrincipal: user.arn, Operations: ["Encrypt", "Decrypt"] }),
      );
      const use = () =>
        user.clients.kms.send(
          new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from("x"), GrantTokens: [GrantToken] }),
        );
      const { CiphertextBlob } = await use();
      await user.clients.kms.send(new DecryptCommand({ CiphertextBlob, GrantTokens: [GrantToken] }));
      await root.kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId }));
      const invalid = { code: "InvalidGrantTokenException", message: "The grant token is not valid.", status: 400 };
      expect(await refusalOf(use())).to.deep.equal(invalid);
      expect(await refusalOf(root.kms.send(new RetireGrantCommand({ GrantToken })))).to.deep.equal(invalid);
    });

    const retirers: readonly {
      title: string;
      retirable: boolean;
      input: (user: TestUser) => object;
      by: "user" | "root";
    }[] = [
      {
        title: "the retiring principal",
        retirable: true,
        input: ({ arn }) => ({ RetiringPrincipal: arn }),
        by: "user",
      },
      {
        title: "the grantee, if RetireGrant is among its operations",
        retirable: true,
        input: ({ arn }) => ({ GranteePrincipal: arn, Operations: ["Encrypt", "RetireGrant"] }),
        by: "user",
      },
      {
        title: "the grantee without that operation",
        retirable: false,
        input: ({ arn }) => ({ GranteePrincipal: arn, Operations: ["Encrypt"] }),
        by: "user",
      },
      { title: "somebody else", retirable: false, input: () => ({}), by: "user" },
      { title: "the account that made it", retirable: true, input: () => ({}), by: "root" },
    ];
    for (const { title, retirable, input, by } of retirers) {
      it(`${retirable ? "when retired" : "not when retired"} by ${title}`, async () => {
        const [user, grantee] = [await makeUser(), await makeUser()];
        const full = { KeyId: key.id, GranteePrincipal: grantee.arn, Operations: ["Encrypt" as const], ...input(user) };
        const byToken = await root.kms.send(new CreateGrantCommand(full));
        const byId = await root.kms.send(new CreateGrantCommand(full));
        const { kms } = by === "root" ? root : user.clients;
        const calls = [
          () => kms.send(new RetireGrantCommand({ GrantToken: byToken.GrantToken })),
          () => kms.send(new RetireGrantCommand({ KeyId: key.arn, GrantId: byId.GrantId })),
        ];
        for (const call of calls) {
          if (retirable) await call();
          else expect((await refusalOf(call())).message).to.contain("is not authorized to perform: kms:RetireGrant");
        }
        const { Grants } = await root.kms.send(new ListGrantsCommand({ KeyId: key.id }));
        expect(Grants).to.have.length(retirable ? 0 : 2);
      });
    }

    it("not by a key policy that allows kms:RetireGrant, but by an identity policy in the account that made it", async () => {
      const [user, grantee] = [await makeUser(), await makeUser()];
      const policy = keyPolicy(toAccount(), { Principal: { AWS: user.arn }, Action: "kms:*" });
      key = await makeKey(root, { Policy: policy });
      const id = await makeGrant(root, key, grantee);
      const retire = new RetireGrantCommand({ KeyId: key.arn, GrantId: id });
      expect((await refusalOf(user.clients.kms.send(retire))).message).to.contain("kms:RetireGrant");
      const delegate = await createUser(emulator, "retirer", [
        { Effect: "Allow", Action: "kms:RetireGrant", Resource: "*" },
      ]);
      await delegate.clients.kms.send(retire);
    });

    it("only when somebody says which", async () => {
      for (const input of [{}, { KeyId: key.arn }, { GrantId: "0".repeat(64) }]) {
        expect((await refusalOf(root.kms.send(new RetireGrantCommand(input)))).code).to.equal("ValidationException");
      }
      const none = { KeyId: key.arn, GrantId: "0".repeat(64) };
      expect((await refusalOf(root.kms.send(new RetireGrantCommand(none)))).code).to.equal("NotFoundException");
    });
  });
});
