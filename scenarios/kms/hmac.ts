import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { generateMac } from "../contract/actions/generateMac.ts";
import { verifyMac } from "../contract/actions/verifyMac.ts";
import { can, cannot, fails } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const macAlgorithm = "HMAC_SHA_256";

export default scenario({
  id: "kms/hmac",
  title: "Prove that a text is unchanged with a key that nobody ever holds",
  lesson:
    "An HMAC key makes a code of a text, and tells whether a code fits. Whoever may check may make codes too only if the policy says so; the text itself is not secret.",
  workshop: "W3, said in passing",
  billed: { keys: 1 },
  needs: [],
  limits: [],
  accepts: {
    'Key key, policy: "Check codes" also names the User writer':
      "who makes codes checks them as well, as a user of the key",
  },

  parameters: {},
  deploy: ({ name }) => {
    const writer = new UnprivilegedUser("writer", { userName: name("writer") });
    const checker = new UnprivilegedUser("checker", { userName: name("checker") });
    const key = new EncryptionKey("key", {
      alias: name("hmac-key"),
      keySpec: "HMAC_256",
      keyUsage: "GENERATE_VERIFY_MAC",
      administrators: [callerArn()],
      users: [writer],
      statements: [{ Sid: "Check codes", Effect: "Allow", Principal: [checker], Action: "kms:VerifyMac" }],
    });
    return { writer, checker, key };
  },
  principals: { writer: accessKeyOf("writer"), checker: accessKeyOf("checker") },

  phases: [
    {
      name: "the code fits the text and no other",
      expect: [
        can("writer", generateMac("key", "token 1", { macAlgorithm, noteAs: "code" })),
        can("checker", verifyMac("key", "token 1", { macAlgorithm, noted: "code" }), { yields: { valid: true } }),
        fails("checker", verifyMac("key", "token 2", { macAlgorithm, noted: "code" }), {
          code: "KMSInvalidMacException",
        }),
      ],
    },
    {
      name: "who checks codes does not make them",
      expect: [
        cannot("checker", generateMac("key", "token 2", { macAlgorithm }), {
          action: "kms:GenerateMac",
          layer: "identity policy",
        }),
      ],
    },
  ],
});
