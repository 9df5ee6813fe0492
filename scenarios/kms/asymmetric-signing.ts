import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { sign } from "../contract/actions/sign.ts";
import { verify } from "../contract/actions/verify.ts";
import { can, cannot, fails } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const signingAlgorithm = "ECDSA_SHA_256";

export default scenario({
  id: "kms/asymmetric-signing",
  title: "Sign with a key that nobody ever holds",
  lesson:
    "The private key of a signing key never leaves KMS: who may sign is a matter of policies. A signature fits one text and one key, and a signing key encrypts nothing.",
  workshop: "W4, kinds of key",
  billed: { keys: 1 },
  needs: [],
  limits: ["The signature is checked by KMS; with the public key anybody can do so without AWS."],

  parameters: {},
  deploy: ({ name }) => {
    const signer = new UnprivilegedUser("signer", { userName: name("signer") });
    const stranger = new UnprivilegedUser("stranger", { userName: name("stranger") });
    const key = new EncryptionKey("key", {
      alias: name("signing-key"),
      keySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      administrators: [callerArn()],
      users: [signer],
    });
    return { signer, stranger, key };
  },
  principals: { signer: accessKeyOf("signer"), stranger: accessKeyOf("stranger") },

  phases: [
    {
      name: "a key user signs, and the signature fits the text and no other",
      expect: [
        can("signer", sign("key", "one euro", { signingAlgorithm, noteAs: "signature" })),
        can("signer", verify("key", "one euro", { signingAlgorithm, noted: "signature" }), { yields: { valid: true } }),
        fails("signer", verify("key", "ten euro", { signingAlgorithm, noted: "signature" }), {
          code: "KMSInvalidSignatureException",
        }),
      ],
    },
    {
      name: "nobody else signs, and the key does nothing else",
      expect: [
        cannot("stranger", sign("key", "one euro", { signingAlgorithm }), {
          action: "kms:Sign",
          layer: "identity policy",
        }),
        cannot("signer", encrypt("key", "letter"), { action: "kms:Encrypt", layer: "identity policy" }),
      ],
    },
  ],
});
