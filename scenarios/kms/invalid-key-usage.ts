import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { generateMac } from "../contract/actions/generateMac.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { sign } from "../contract/actions/sign.ts";
import { can, fails } from "../contract/expectation.ts";
import { administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

export default scenario({
  id: "kms/invalid-key-usage",
  title: "Ask a key for what it is not made for",
  lesson:
    "What a key is for is decided when it is made, and never changed. Whoever may do everything is still told InvalidKeyUsageException, which no policy mends: the right kind of key does.",
  workshop: "W4, errors",
  billed: { keys: 2 },
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => ({
    encrypting: new EncryptionKey("encrypting", {
      alias: name("encrypting-key"),
      administrators: [callerArn()],
      users: [callerArn()],
    }),
    signing: new EncryptionKey("signing", {
      alias: name("signing-key"),
      keySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      administrators: [callerArn()],
      users: [callerArn()],
    }),
  }),
  principals: { admin: administrator() },

  phases: [
    {
      name: "each key does what it is made for",
      expect: [
        can("admin", encrypt("encrypting", "letter")),
        can("admin", sign("signing", "letter", { signingAlgorithm: "ECDSA_SHA_256" })),
      ],
    },
    {
      name: "and nothing else",
      expect: [
        fails("admin", sign("encrypting", "letter", { signingAlgorithm: "ECDSA_SHA_256" }), {
          code: "InvalidKeyUsageException",
          says: "key usage is ENCRYPT_DECRYPT which is not valid for Sign.",
        }),
        fails("admin", encrypt("signing", "letter"), {
          code: "InvalidKeyUsageException",
          says: "key usage is SIGN_VERIFY which is not valid for Encrypt.",
        }),
        fails("admin", generateMac("signing", "letter", { macAlgorithm: "HMAC_SHA_256" }), {
          code: "InvalidKeyUsageException",
        }),
      ],
    },
  ],
});
