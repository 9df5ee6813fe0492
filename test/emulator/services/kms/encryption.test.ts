import {
  CreateAliasCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  ScheduleKeyDeletionCommand,
  UpdateAliasCommand,
  type DecryptCommandInput,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import fc from "fast-check";
import {
  clientsFor,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { jsonCall, jsonOf, send } from "../../../support/signedRequest.ts";
import { makeKey, oneDay, type TestKey, withoutMetadata } from "./keys.ts";

/** There is no message on the wire; this is what the SDK makes of that. */
const invalidCiphertext = { code: "InvalidCiphertextException", message: "UnknownError", status: 400 };
const incorrectKey = {
  code: "IncorrectKeyException",
  message: "The key ID in the request does not identify a CMK that can perform this operation.",
  status: 400,
};
const opaque = {
  code: "AccessDeniedException",
  message:
    "User: arn:aws:iam::000000000000:root is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access",
  status: 400,
};

describe("KMS encryption", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root);
  });
  after(() => emulator.stop());

  async function encrypted(text: string, context?: Record<string, string>): Promise<Uint8Array> {
    const input = { KeyId: key.id, Plaintext: Buffer.from(text), EncryptionContext: context };
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand(input));
    return CiphertextBlob ?? new Uint8Array();
  }

  async function decrypted(input: DecryptCommandInput, clients = root): Promise<string> {
    const { Plaintext } = await clients.kms.send(new DecryptCommand(input));
    return Buffer.from(Plaintext ?? []).toString();
  }

  it("gives back what was encrypted, whatever it is and whatever its context is", async () => {
    const context = fc.dictionary(fc.string(), fc.string(), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 4096 }), context, async (bytes, pairs) => {
        const input = { KeyId: key.id, Plaintext: bytes, EncryptionContext: pairs };
        const { CiphertextBlob } = await root.kms.send(new EncryptCommand(input));
        const { Plaintext } = await root.kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: pairs }));
        expect(Buffer.from(Plaintext ?? [])).to.deep.equal(Buffer.from(bytes));
      }),
      { numRuns: 50 },
    );
  });

  it("answers with the key's ARN and the algorithm, and Decrypt with the material besides", async () => {
    const sealed = await root.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from("x") }));
    const algorithm = { KeyId: key.arn, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
    expect(withoutMetadata(sealed)).to.deep.equal({ ...algorithm, CiphertextBlob: sealed.CiphertextBlob });
    const opened = await root.kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }));
    const { Plaintext, KeyMaterialId } = opened;
    expect(withoutMetadata(opened)).to.deep.equal({ ...algorithm, Plaintext, KeyMaterialId });
    expect(Buffer.from(Plaintext ?? []).toString()).to.equal("x");
    expect(KeyMaterialId).to.match(/^[0-9a-f]{64}$/);
  });

  it("makes another ciphertext each time, and shows neither plaintext nor context in it", async () => {
    const [one, other] = await Promise.all([1, 2].map(() => encrypted("a plain text", { purpose: "secret purpose" })));
    expect(Buffer.from(one ?? [])).to.not.deep.equal(Buffer.from(other ?? []));
    for (const text of ["a plain text", "purpose", "secret purpose"]) {
      expect(Buffer.from(one ?? []).includes(text), text).to.equal(false);
    }
  });

  it("takes the encryption context in any order", async () => {
    const blob = await encrypted("x", { a: "1", b: "2" });
    expect(await decrypted({ CiphertextBlob: blob, EncryptionContext: { b: "2", a: "1" } })).to.equal("x");
  });

  const otherContexts: readonly { title: string; pairs?: Record<string, string> }[] = [
    { title: "is missing" },
    { title: "is empty", pairs: {} },
    { title: "has another value", pairs: { tenant: "Blue" } },
    { title: "has another name", pairs: { Tenant: "blue" } },
    { title: "has a pair more", pairs: { tenant: "blue", more: "" } },
  ];
  for (const { title, pairs } of otherContexts) {
    it(`does not decrypt where the encryption context ${title}`, async () => {
      const blob = await encrypted("x", { tenant: "blue" });
      const refusal = await refusalOf(decrypted({ CiphertextBlob: blob, EncryptionContext: pairs }));
      expect(refusal).to.deep.equal(invalidCiphertext);
    });
  }

  it("does not decrypt with a context what was encrypted without", async () => {
    const blob = await encrypted("x");
    const refusal = await refusalOf(decrypted({ CiphertextBlob: blob, EncryptionContext: { tenant: "blue" } }));
    expect(refusal).to.deep.equal(invalidCiphertext);
  });

  it("notices every changed byte of a ciphertext, header and all", async () => {
    const blob = Buffer.from(await encrypted("x"));
    for (let at = 0; at < blob.length; at++) {
      const changed = Buffer.from(blob);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await refusalOf(decrypted({ CiphertextBlob: changed })), `byte ${at}`).to.deep.equal(invalidCiphertext);
    }
  });

  it("notices every ciphertext that was cut short or grew", async () => {
    const blob = Buffer.from(await encrypted("x"));
    const lengths = Array.from({ length: blob.length - 1 }, (_, index) => index + 1);
    for (const length of lengths) {
      const refusal = await refusalOf(decrypted({ CiphertextBlob: blob.subarray(0, length) }));
      expect(refusal, `${length} bytes`).to.deep.equal(invalidCiphertext);
    }
    expect(await refusalOf(decrypted({ CiphertextBlob: Buffer.concat([blob, Buffer.alloc(1)]) }))).to.deep.equal(
      invalidCiphertext,
    );
  });

  it("says of an invalid ciphertext nothing but that", async () => {
    const body = JSON.stringify({ CiphertextBlob: Buffer.from("no ciphertext").toString("base64") });
    const answer = await send(emulator, jsonCall("kms", "TrentService.Decrypt", body));
    expect(answer.status).to.equal(400);
    expect(jsonOf(answer)).to.deep.equal({ __type: "InvalidCiphertextException" });
  });

  it("calls what another embedded AWS encrypted invalid", async () => {
    const other = await startTestEmulator();
    try {
      const clients = clientsFor(other);
      const foreign = await makeKey(clients);
      const { CiphertextBlob } = await clients.kms.send(
        new EncryptCommand({ KeyId: foreign.id, Plaintext: Buffer.from("x") }),
      );
      expect(await refusalOf(decrypted({ CiphertextBlob }))).to.deep.equal(invalidCiphertext);
    } finally {
      await other.stop();
    }
  });

  it("finds the key in the ciphertext; a key that is named must be that one", async () => {
    await root.kms.send(new CreateAliasCommand({ AliasName: "alias/right", TargetKeyId: key.id }));
    const wrong = await makeKey(root);
    const blob = await encrypted("x");
    for (const name of [undefined, key.id, key.arn, "alias/right"]) {
      expect(await decrypted({ CiphertextBlob: blob, KeyId: name }), name).to.equal("x");
    }
    expect(await refusalOf(decrypted({ CiphertextBlob: blob, KeyId: wrong.id }))).to.deep.equal(incorrectKey);
    expect((await refusalOf(decrypted({ CiphertextBlob: blob, KeyId: "alias/none" }))).code).to.equal(
      "NotFoundException",
    );
  });

  it("finds the key again when its alias has moved on", async () => {
    const successor = await makeKey(root);
    await root.kms.send(new CreateAliasCommand({ AliasName: "alias/current", TargetKeyId: key.id }));
    const input = { KeyId: "alias/current", Plaintext: Buffer.from("x") };
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand(input));
    await root.kms.send(new UpdateAliasCommand({ AliasName: "alias/current", TargetKeyId: successor.id }));
    expect(await decrypted({ CiphertextBlob })).to.equal("x");
    const refusal = await refusalOf(decrypted({ CiphertextBlob, KeyId: "alias/current" }));
    expect(refusal).to.deep.equal(incorrectKey);
  });

  it("does not say whether a key of another region or a deleted key exists", async () => {
    const gone = await makeKey(root);
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand({ KeyId: gone.id, Plaintext: Buffer.from("x") }));
    const elsewhere = clientsFor(emulator, rootOf(), "eu-west-1");
    expect(await refusalOf(decrypted({ CiphertextBlob }, elsewhere))).to.deep.equal(opaque);
    await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: gone.id, PendingWindowInDays: 7 }));
    emulator.instance.clock.advance(7 * oneDay);
    expect(await refusalOf(decrypted({ CiphertextBlob }))).to.deep.equal(opaque);
  });

  it("refuses algorithms of other kinds of key", async () => {
    const request = { KeyId: key.id, Plaintext: Buffer.from("x"), EncryptionAlgorithm: "RSAES_OAEP_SHA_256" } as const;
    expect((await refusalOf(root.kms.send(new EncryptCommand(request)))).code).to.equal("InvalidKeyUsageException");
  });

  it("refuses what it does not carry by name, and a Decrypt without ciphertext", async () => {
    const blob = await encrypted("x");
    const recipient = { Recipient: { KeyEncryptionAlgorithm: "RSAES_OAEP_SHA_256" } } as const;
    expect((await refusalOf(decrypted({ CiphertextBlob: blob, ...recipient }))).message).to.equal(
      "The embedded AWS does not carry the parameter 'Recipient' of kms:Decrypt yet.",
    );
    expect((await refusalOf(decrypted({ CiphertextBlob: undefined }))).message).to.equal(
      "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
    );
  });

  it("ends a dry run that would have succeeded with an error, and leaves other errors as they are", async () => {
    const dry = {
      code: "DryRunOperationException",
      message: "The request would have succeeded, but the DryRun option is set.",
      status: 400,
    };
    const blob = await encrypted("x");
    const plaintext = Buffer.from("x");
    const { kms } = root;
    expect(
      await refusalOf(kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: plaintext, DryRun: true }))),
    ).to.deep.equal(dry);
    expect(await refusalOf(decrypted({ CiphertextBlob: blob, DryRun: true }))).to.deep.equal(dry);
    expect(
      await refusalOf(kms.send(new GenerateDataKeyCommand({ KeyId: key.id, KeySpec: "AES_256", DryRun: true }))),
    ).to.deep.equal(dry);
    expect(
      await refusalOf(decrypted({ CiphertextBlob: blob, EncryptionContext: { a: "b" }, DryRun: true })),
    ).to.deep.equal(invalidCiphertext);
  });

  describe("of data keys", () => {
    const lengths = [
      { title: "AES_256", input: { KeySpec: "AES_256" }, bytes: 32 },
      { title: "AES_128", input: { KeySpec: "AES_128" }, bytes: 16 },
      { title: "1 byte", input: { NumberOfBytes: 1 }, bytes: 1 },
      { title: "1024 bytes", input: { NumberOfBytes: 1024 }, bytes: 1024 },
    ] as const;
    for (const { title, input, bytes } of lengths) {
      it(`makes ${title}, in the clear and encrypted`, async () => {
        const made = await root.kms.send(
          new GenerateDataKeyCommand({ KeyId: key.id, EncryptionContext: { for: "test" }, ...input }),
        );
        const { Plaintext, CiphertextBlob, KeyMaterialId } = made;
        const opened = await root.kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { for: "test" } }));
        expect(Plaintext).to.have.length(bytes);
        expect(opened.Plaintext).to.deep.equal(Plaintext);
        expect(opened.KeyMaterialId).to.equal(KeyMaterialId);
        const expected = { KeyId: key.arn, Plaintext, CiphertextBlob, KeyMaterialId };
        expect(withoutMetadata(made)).to.deep.equal(expected);
      });
    }

    const refused = [
      { title: "neither spec nor length", input: {}, message: "Please specify either number of bytes or key spec." },
      {
        title: "both spec and length",
        input: { KeySpec: "AES_256", NumberOfBytes: 32 },
        message: "Please specify either number of bytes or key spec.",
      },
      {
        title: "1025 bytes",
        input: { NumberOfBytes: 1025 },
        message:
          "1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024",
      },
    ] as const;
    for (const { title, input, message } of refused) {
      it(`refuses ${title}`, async () => {
        const refusal = await refusalOf(root.kms.send(new GenerateDataKeyCommand({ KeyId: key.id, ...input })));
        expect(refusal).to.deep.equal({ code: "ValidationException", message, status: 400 });
      });
    }
  });
});
