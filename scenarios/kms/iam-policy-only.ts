import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { generateDataKey } from "../contract/actions/generateDataKey.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

export default scenario({
  id: "kms/iam-policy-only",
  title: "See when an IAM policy alone opens a key, and when it is powerless",
  lesson:
    "An IAM policy that allows the use of a key counts only where the key policy hands the decision to the account. Without that statement only the key policy decides, and whoever it does not name is out, whatever IAM says.",
  workshop: "W4, IAM policy example",
  billed: { keys: 2 },
  needs: [],
  limits: [],

  parameters: { delegatesToAccount: true },
  deploy: ({ name, parameters }) => {
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      delegatesToAccount: parameters.delegatesToAccount,
    });
    const otherKey = new EncryptionKey("otherKey", { alias: name("other-key"), administrators: [callerArn()] });
    const user = new UnprivilegedUser("user", {
      userName: name("app-user"),
      inlinePolicy: key.arn.apply((arn): PolicyDocument => ({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"], Resource: arn }],
      })),
    });
    return { key, otherKey, user };
  },
  principals: { user: accessKeyOf("user") },

  phases: [
    {
      name: "the key policy hands the decision to the account, and the IAM policy is enough",
      expect: [
        can("user", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        can("user", generateDataKey("key"), { yields: { bytes: 32 } }),
      ],
    },
    {
      name: "the IAM policy names three actions on one key, and opens nothing beside",
      expect: [
        cannot("user", encrypt("otherKey", "letter"), { action: "kms:Encrypt", layer: "identity policy" }),
        cannot("user", describeKey("key"), { action: "kms:DescribeKey", layer: "identity policy" }),
      ],
    },
    {
      name: "the key policy does so no more, and the same IAM policy is powerless",
      set: { delegatesToAccount: false },
      expect: [
        cannot("user", encrypt("key", "letter"), { action: "kms:Encrypt", layer: "key policy" }),
        cannot("user", decrypt({ noted: "ciphertext" }), { action: "kms:Decrypt", layer: "key policy" }),
        cannot("user", generateDataKey("key"), { action: "kms:GenerateDataKey", layer: "key policy" }),
      ],
    },
  ],
});
