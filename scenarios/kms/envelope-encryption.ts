import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decryptEnvelope } from "../contract/actions/decryptEnvelope.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { encryptEnvelope } from "../contract/actions/encryptEnvelope.ts";
import { can, cannot, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const short = "a".repeat(4096);
const long = "a longer letter ".repeat(10_000);
const encryptionContext = { file: "letter.txt" };
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/envelope-encryption",
  title: "Encrypt what is too long for KMS, with a data key",
  lesson:
    "KMS encrypts 4,096 bytes and no more: for longer data it makes a data key, which encrypts outside of KMS and is itself kept only encrypted. Whoever may not have the data key decrypted, in the very same encryption context, cannot read the data.",
  workshop: "W4, envelope encryption",
  billed: { keys: 1 },
  needs: [],
  limits: [
    "The data key is used by the crypto module of Node.js. The AWS Encryption SDK does the same and keeps data and data key in one message.",
  ],

  parameters: {},
  deploy: ({ name }) => {
    const writer = new UnprivilegedUser("writer", { userName: name("letter-writer") });
    const reader = new UnprivilegedUser("reader", { userName: name("letter-reader") });
    const stranger = new UnprivilegedUser("stranger", { userName: name("stranger") });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [callerArn()],
      statements: [
        { Sid: "Write letters", Effect: "Allow", Principal: [writer], Action: "kms:GenerateDataKey" },
        {
          Sid: "Read letters",
          Effect: "Allow",
          Principal: [reader],
          Action: "kms:Decrypt",
          Condition: { StringEquals: { "kms:EncryptionContext:file": "letter.txt" } },
        },
      ],
    });
    return { writer, reader, stranger, key };
  },
  principals: {
    admin: administrator(),
    writer: accessKeyOf("writer"),
    reader: accessKeyOf("reader"),
    stranger: accessKeyOf("stranger"),
  },

  phases: [
    {
      name: "KMS itself encrypts 4,096 bytes, and not one more",
      expect: [
        can("admin", encrypt("key", short)),
        fails("admin", encrypt("key", `${short}a`), {
          code: "ValidationException",
          says: "Member must have length less than or equal to 4096",
        }),
      ],
    },
    {
      name: "a data key encrypts a long letter outside of KMS",
      expect: [
        can("writer", encryptEnvelope("key", long, { noteAs: "letter", encryptionContext })),
        can("admin", encryptEnvelope("key", "a bill", { noteAs: "bill", encryptionContext: { file: "bill.txt" } })),
        cannot(
          "reader",
          encryptEnvelope("key", long, { noteAs: "nothing", encryptionContext }),
          denied("kms:GenerateDataKey"),
        ),
      ],
    },
    {
      name: "whoever may have the data key decrypted reads the letter, in the same context only",
      expect: [
        can("reader", decryptEnvelope({ noted: "letter", encryptionContext }), { yields: long }),
        fails("admin", decryptEnvelope({ noted: "letter" }), { code: "InvalidCiphertextException" }),
        cannot(
          "reader",
          decryptEnvelope({ noted: "bill", encryptionContext: { file: "bill.txt" } }),
          denied("kms:Decrypt"),
        ),
      ],
    },
    {
      name: "nobody else does, not even the writer, whose data key is gone",
      expect: [
        cannot("writer", decryptEnvelope({ noted: "letter", encryptionContext }), denied("kms:Decrypt")),
        cannot("stranger", decryptEnvelope({ noted: "letter", encryptionContext }), denied("kms:Decrypt")),
        cannot("stranger", encryptEnvelope("key", long, { noteAs: "nothing" }), denied("kms:GenerateDataKey")),
      ],
    },
  ],
});
