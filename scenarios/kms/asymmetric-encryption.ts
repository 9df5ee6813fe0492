import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { encryptWithPublicKey } from "../contract/actions/encryptWithPublicKey.ts";
import { getPublicKey } from "../contract/actions/getPublicKey.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const encryptionAlgorithm = "RSAES_OAEP_SHA_256";
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/asymmetric-encryption",
  title: "Let anybody encrypt, and few decrypt",
  lesson:
    "The public key of a pair leaves KMS, and whoever has it encrypts without AWS and without any permission. The private key never leaves KMS, so that nobody reads the letters without kms:Decrypt.",
  workshop: "W4, kinds of key",
  billed: { keys: 1 },
  needs: [],
  limits: ["An RSA key encrypts no more than a few hundred bytes: longer letters take a data key."],

  parameters: {},
  deploy: ({ name }) => {
    const recipient = new UnprivilegedUser("recipient", { userName: name("recipient") });
    const publisher = new UnprivilegedUser("publisher", { userName: name("publisher") });
    const stranger = new UnprivilegedUser("stranger", { userName: name("stranger") });
    const key = new EncryptionKey("key", {
      alias: name("letters"),
      keySpec: "RSA_2048",
      keyUsage: "ENCRYPT_DECRYPT",
      administrators: [callerArn()],
      users: [recipient],
      statements: [
        { Sid: "Give out the public key", Effect: "Allow", Principal: [publisher], Action: "kms:GetPublicKey" },
      ],
    });
    return { recipient, publisher, stranger, key };
  },
  principals: {
    recipient: accessKeyOf("recipient"),
    publisher: accessKeyOf("publisher"),
    stranger: accessKeyOf("stranger"),
  },

  phases: [
    {
      name: "the public key leaves KMS, for whoever may fetch it",
      expect: [
        can("publisher", getPublicKey("key", { noteAs: "public key" }), {
          yields: { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" },
        }),
        cannot("stranger", getPublicKey("key", { noteAs: "nothing" }), denied("kms:GetPublicKey")),
      ],
    },
    {
      name: "whoever has it encrypts, without AWS or by KMS",
      expect: [
        can("stranger", encryptWithPublicKey("a letter", { publicKey: "public key", noteAs: "letter" })),
        can("recipient", encrypt("key", "a note", { encryptionAlgorithm, noteAs: "note" })),
        cannot("publisher", encrypt("key", "a note", { encryptionAlgorithm }), denied("kms:Encrypt")),
      ],
    },
    {
      name: "only KMS decrypts, and only for whom the key policy names",
      expect: [
        can("recipient", decrypt({ noted: "letter", key: "key", encryptionAlgorithm }), { yields: "a letter" }),
        can("recipient", decrypt({ noted: "note", key: "key", encryptionAlgorithm }), { yields: "a note" }),
        cannot("publisher", decrypt({ noted: "letter", key: "key", encryptionAlgorithm }), denied("kms:Decrypt")),
        cannot("stranger", decrypt({ noted: "letter", key: "key", encryptionAlgorithm }), denied("kms:Decrypt")),
      ],
    },
  ],
});
