import { CreateKeyCommand, DescribeKeyCommand, type CreateKeyCommandInput } from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { jsonCall, jsonOf, send } from "../../../support/signedRequest.ts";

describe("kms:CreateKey and kms:DescribeKey", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  it("make a symmetric key and describe it with every member that AWS shows, and no other", async () => {
    const { KeyMetadata: made } = await root.kms.send(new CreateKeyCommand({ Description: "for tests" }));
    const { KeyMetadata: described } = await root.kms.send(new DescribeKeyCommand({ KeyId: made?.KeyId ?? "" }));
    expect(described).to.deep.equal(made);
    const { KeyId, CreationDate, CurrentKeyMaterialId, ...rest } = made ?? { KeyId: "" };
    expect(KeyId).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(CurrentKeyMaterialId).to.match(/^[0-9a-f]{64}$/);
    expect(Date.now() - (CreationDate?.getTime() ?? 0)).to.be.within(0, 60_000);
    expect(rest).to.deep.equal({
      AWSAccountId: "000000000000",
      Arn: `arn:aws:kms:us-east-1:000000000000:key/${KeyId ?? ""}`,
      CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
      Description: "for tests",
      Enabled: true,
      EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
      KeyManager: "CUSTOMER",
      KeySpec: "SYMMETRIC_DEFAULT",
      KeyState: "Enabled",
      KeyUsage: "ENCRYPT_DECRYPT",
      MultiRegion: false,
      Origin: "AWS_KMS",
    });
  });

  const accepted: readonly CreateKeyCommandInput[] = [
    { KeySpec: "SYMMETRIC_DEFAULT" },
    { KeyUsage: "ENCRYPT_DECRYPT", Origin: "AWS_KMS", MultiRegion: false },
  ];
  for (const input of accepted) {
    it(`accepts the defaults when they are stated: ${JSON.stringify(input)}`, async () => {
      const { KeyMetadata } = await root.kms.send(new CreateKeyCommand(input));
      expect(KeyMetadata?.KeySpec).to.equal("SYMMETRIC_DEFAULT");
    });
  }

  const refused: readonly { input: CreateKeyCommandInput; code: string; message: string }[] = [
    {
      input: { KeySpec: "SM2", KeyUsage: "SIGN_VERIFY" },
      code: "UnsupportedOperationException",
      message: "The embedded AWS does not carry KeySpec SM2 of kms:CreateKey.",
    },
    {
      input: { KeySpec: "ML_DSA_44", KeyUsage: "SIGN_VERIFY" },
      code: "UnsupportedOperationException",
      message: "The embedded AWS does not carry KeySpec ML_DSA_44 of kms:CreateKey.",
    },
    {
      input: { Origin: "AWS_CLOUDHSM" },
      code: "UnsupportedOperationException",
      message: "The embedded AWS does not carry Origin AWS_CLOUDHSM of kms:CreateKey.",
    },
    {
      input: { KeyUsage: "SIGN_VERIFY" },
      code: "ValidationException",
      message: "KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT",
    },
    {
      input: { KeySpec: "ECC_SECG_P256K1", KeyUsage: "KEY_AGREEMENT" },
      code: "ValidationException",
      message: "KeyUsage KEY_AGREEMENT is not compatible with KeySpec ECC_SECG_P256K1",
    },
    {
      input: { CustomKeyStoreId: "cks-1234567890abcdef0" },
      code: "ValidationException",
      message: "The embedded AWS does not carry the parameter 'CustomKeyStoreId' of kms:CreateKey yet.",
    },
  ];
  for (const { input, code, message } of refused) {
    it(`refuses ${JSON.stringify(input)} by name`, async () => {
      expect(await refusalOf(root.kms.send(new CreateKeyCommand(input)))).to.deep.equal({ code, message, status: 400 });
    });
  }

  for (const { body, expected } of [
    { body: { CustomerMasterKeySpec: "SYMMETRIC_DEFAULT" }, expected: undefined },
    {
      body: { CustomerMasterKeySpec: "HMAC_256" },
      expected: "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.",
    },
    {
      body: { CustomerMasterKeySpec: "SYMMETRIC_DEFAULT", KeySpec: "SYMMETRIC_DEFAULT" },
      expected:
        "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.",
    },
  ]) {
    it(`knows KeySpec by its older name: ${JSON.stringify(body)}`, async () => {
      const answer = await send(emulator, jsonCall("kms", "TrentService.CreateKey", JSON.stringify(body)));
      expect(answer.status).to.equal(expected === undefined ? 200 : 400);
      expect(jsonOf(answer).message).to.equal(expected);
    });
  }

  it("needs kms:CreateKey of an identity policy, and kms:TagResource as well for a key with tags", async () => {
    const nobody = await createUser(emulator, "nobody");
    const maker = await createUser(emulator, "maker", [{ Effect: "Allow", Action: "kms:CreateKey", Resource: "*" }]);
    const tagger = await createUser(emulator, "tagger", [
      { Effect: "Allow", Action: "kms:CreateKey", Resource: "*" },
      {
        Effect: "Allow",
        Action: "kms:TagResource",
        Resource: "arn:aws:kms:us-east-1:000000000000:key/*",
        Condition: { StringEquals: { "aws:RequestTag/team": "blue" } },
      },
    ]);
    const plain = { BypassPolicyLockoutSafetyCheck: true };
    const tagged = { ...plain, Tags: [{ TagKey: "team", TagValue: "blue" }] };
    const wronglyTagged = { ...plain, Tags: [{ TagKey: "team", TagValue: "red" }] };
    expect((await refusalOf(nobody.clients.kms.send(new CreateKeyCommand(plain)))).message).to.equal(
      `User: ${nobody.arn} is not authorized to perform: kms:CreateKey on resource: * because no identity-based policy allows the kms:CreateKey action`,
    );
    await maker.clients.kms.send(new CreateKeyCommand(plain));
    expect((await refusalOf(maker.clients.kms.send(new CreateKeyCommand(tagged)))).message).to.equal(
      `User: ${maker.arn} is not authorized to perform: kms:TagResource because no identity-based policy allows the kms:TagResource action`,
    );
    await tagger.clients.kms.send(new CreateKeyCommand(tagged));
    expect((await refusalOf(tagger.clients.kms.send(new CreateKeyCommand(wronglyTagged)))).code).to.equal(
      "AccessDeniedException",
    );
  });
});
