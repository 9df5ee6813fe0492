import {
  CreateGrantCommand,
  EncryptCommand,
  type CreateGrantCommandInput,
  type GrantConstraints,
  type GrantOperation,
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

const dynamodb = "dynamodb.us-east-1.amazonaws.com";

describe("Making KMS grants", () => {
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

  describe("asked for again", () => {
    const variations: readonly { title: string; change: Partial<CreateGrantCommandInput>; same: boolean }[] = [
      { title: "with the same name and parameters", change: {}, same: true },
      { title: "with the operations in another order", change: { Operations: ["Decrypt", "Encrypt"] }, same: true },
      { title: "with another name", change: { Name: "other" }, same: false },
      { title: "without a name", change: { Name: undefined }, same: false },
      { title: "with other operations", change: { Operations: ["Encrypt"] }, same: false },
      {
        title: "with a constraint",
        change: { Constraints: { EncryptionContextSubset: { a: "1" } } },
        same: false,
      },
      {
        title: "with a retiring principal",
        change: { RetiringPrincipal: "arn:aws:iam::000000000000:root" },
        same: false,
      },
    ];
    for (const { title, change, same } of variations) {
      it(`${title} are ${same ? "the same grant with another token" : "another grant"}`, async () => {
        const user = await makeUser();
        const input: CreateGrantCommandInput = {
          KeyId: key.id,
          GranteePrincipal: user.arn,
          Operations: ["Encrypt", "Decrypt"],
          Name: "retry",
        };
        const first = await root.kms.send(new CreateGrantCommand(input));
        const second = await root.kms.send(new CreateGrantCommand({ ...input, ...change }));
        expect(second.GrantId === first.GrantId).to.equal(same);
        expect(second.GrantToken).to.not.equal(first.GrantToken);
      });
    }
  });

  describe("are refused", () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [String(index), "x"]));
    const refused: readonly {
      title: string;
      input: Partial<CreateGrantCommandInput>;
      code: string;
      message: string;
    }[] = [
      {
        title: "for operations of other kinds of key",
        input: { Operations: ["Encrypt", "Sign"] },
        code: "ValidationException",
        message: "The grant operation Sign is not valid for a key with key usage ENCRYPT_DECRYPT.",
      },
      {
        title: "for no operation",
        input: { Operations: [] },
        code: "ValidationException",
        message: "Grant operations must not be empty.",
      },
      {
        title: "for a user who does not exist",
        input: { GranteePrincipal: "arn:aws:iam::000000000000:user/none" },
        code: "InvalidArnException",
        message: "ARN does not refer to a valid principal: arn:aws:iam::000000000000:user/none",
      },
      {
        title: "for a group",
        input: { GranteePrincipal: "arn:aws:iam::000000000000:group/none" },
        code: "InvalidArnException",
        message: "ARN does not refer to a valid principal: arn:aws:iam::000000000000:group/none",
      },
      {
        title: "for a service that a customer names",
        input: { GranteePrincipal: dynamodb },
        code: "InvalidArnException",
        message: `ARN does not refer to a valid principal: ${dynamodb}`,
      },
      {
        title: "with a service as retiring principal that a customer names",
        input: { RetiringPrincipal: dynamodb },
        code: "InvalidArnException",
        message: `ARN does not refer to a valid principal: ${dynamodb}`,
      },
      {
        title: "with more than eight pairs",
        input: { Constraints: { EncryptionContextSubset: many } },
        code: "ValidationException",
        message: "EncryptionContextSubset has more than 8 pairs.",
      },
      {
        title: "with a value of more than 384 characters",
        input: { Constraints: { EncryptionContextEquals: { a: "x".repeat(385) } } },
        code: "ValidationException",
        message: "A value of EncryptionContextEquals has more than 384 characters.",
      },
      {
        title: "with a token that is none",
        input: { GrantTokens: ["bm8gdG9rZW4="] },
        code: "InvalidGrantTokenException",
        message: "The grant token is not valid.",
      },
    ];
    for (const { title, input, code, message } of refused) {
      it(title, async () => {
        const full = { KeyId: key.id, GranteePrincipal: "arn:aws:iam::000000000000:root", ...input };
        const command = new CreateGrantCommand({ Operations: ["Encrypt"], ...full });
        expect(await refusalOf(root.kms.send(command))).to.deep.equal({ code, message, status: 400 });
      });
    }
  });

  describe("made by a grantee", () => {
    const scopes: readonly {
      title: string;
      parent: { Operations: GrantOperation[]; Constraints?: GrantConstraints };
      child: { Operations: GrantOperation[]; Constraints?: GrantConstraints };
      allowed: boolean;
    }[] = [
      {
        title: "for operations of the parent",
        parent: { Operations: ["CreateGrant", "Encrypt", "Decrypt"] },
        child: { Operations: ["Encrypt"] },
        allowed: true,
      },
      {
        title: "for an operation more",
        parent: { Operations: ["CreateGrant", "Encrypt"] },
        child: { Operations: ["Encrypt", "Decrypt"] },
        allowed: false,
      },
      {
        title: "from a parent without CreateGrant",
        parent: { Operations: ["Encrypt"] },
        child: { Operations: ["Encrypt"] },
        allowed: false,
      },
      {
        title: "without the parent's constraint",
        parent: { Operations: ["CreateGrant", "Encrypt"], Constraints: { EncryptionContextSubset: { a: "1" } } },
        child: { Operations: ["Encrypt"] },
        allowed: false,
      },
      {
        title: "with the parent's constraint",
        parent: { Operations: ["CreateGrant", "Encrypt"], Constraints: { EncryptionContextSubset: { a: "1" } } },
        child: { Operations: ["Encrypt"], Constraints: { EncryptionContextSubset: { a: "1" } } },
        allowed: true,
      },
      {
        title: "with a stricter constraint",
        parent: { Operations: ["CreateGrant", "Encrypt"], Constraints: { EncryptionContextSubset: { a: "1" } } },
        child: { Operations: ["Encrypt"], Constraints: { EncryptionContextEquals: { a: "1", b: "2" } } },
        allowed: true,
      },
      {
        title: "with another value in the constraint",
        parent: { Operations: ["CreateGrant", "Encrypt"], Constraints: { EncryptionContextSubset: { a: "1" } } },
        child: { Operations: ["Encrypt"], Constraints: { EncryptionContextSubset: { a: "2" } } },
        allowed: false,
      },
      {
        title: "with a looser constraint",
        parent: { Operations: ["CreateGrant", "Encrypt"], Constraints: { EncryptionContextEquals: { a: "1" } } },
        child: { Operations: ["Encrypt"], Constraints: { EncryptionContextSubset: { a: "1" } } },
        allowed: false,
      },
    ];
    for (const { title, parent, child, allowed } of scopes) {
      it(`${title} are ${allowed ? "made" : "refused"}`, async () => {
        const [maker, user] = [await makeUser(), await makeUser()];
        await makeGrant(root, key, maker, parent);
        const made = makeGrant(maker.clients, key, user, child);
        if (allowed) await made;
        else expect((await refusalOf(made)).message).to.contain("is not authorized to perform: kms:CreateGrant");
      });
    }

    it("with kms:CreateGrant from a policy may allow what their maker may not do", async () => {
      const maker = await createUser(emulator, "policy-granter", [
        { Effect: "Allow", Action: "kms:CreateGrant", Resource: "*" },
      ]);
      const user = await makeUser();
      expect((await refusalOf(encrypt(maker))).code).to.equal("AccessDeniedException");
      await makeGrant(maker.clients, key, user);
      await encrypt(user);
    });
  });

  it("can be limited by the condition keys of CreateGrant", async () => {
    const grantee = await makeUser();
    const limits: readonly { condition: object; input: Partial<CreateGrantCommandInput>; allowed: boolean }[] = [
      { condition: { Bool: { "kms:GrantIsForAWSResource": "true" } }, input: {}, allowed: false },
      { condition: { Bool: { "kms:GrantIsForAWSResource": "false" } }, input: {}, allowed: true },
      { condition: { StringEquals: { "kms:GranteePrincipal": grantee.arn } }, input: {}, allowed: true },
      { condition: { StringEquals: { "kms:GranteePrincipal": "other" } }, input: {}, allowed: false },
      { condition: { StringEquals: { "kms:GrantOperations": "Encrypt" } }, input: {}, allowed: true },
      { condition: { StringEquals: { "kms:GrantOperations": "Decrypt" } }, input: {}, allowed: false },
      {
        condition: { StringEquals: { "kms:GrantConstraintType": "EncryptionContextSubset" } },
        input: {},
        allowed: false,
      },
      {
        condition: { StringEquals: { "kms:GrantConstraintType": "EncryptionContextSubset" } },
        input: { Constraints: { EncryptionContextSubset: { a: "1" } } },
        allowed: true,
      },
      { condition: { StringEquals: { "kms:RetiringPrincipal": grantee.arn } }, input: {}, allowed: false },
      {
        condition: { StringEquals: { "kms:RetiringPrincipal": grantee.arn } },
        input: { RetiringPrincipal: grantee.arn },
        allowed: true,
      },
    ];
    for (const { condition, input, allowed } of limits) {
      const maker = await makeUser();
      const statement = { Principal: { AWS: maker.arn }, Action: "kms:CreateGrant", Condition: condition };
      key = await makeKey(root, { Policy: keyPolicy(toAccount(), statement) });
      const outcome = await makeGrant(maker.clients, key, grantee, input).then(
        () => true,
        () => false,
      );
      expect(outcome, JSON.stringify({ condition, input })).to.equal(allowed);
    }
  });
});
