import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedSecret } from "../../infra/encryptedSecret.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeSecret } from "../contract/actions/describeSecret.ts";
import { describeServiceKey } from "../contract/actions/describeServiceKey.ts";
import { disableServiceKey } from "../contract/actions/disableServiceKey.ts";
import { getSecretValue } from "../contract/actions/getSecretValue.ts";
import { getServiceKeyPolicy } from "../contract/actions/getServiceKeyPolicy.ts";
import { putServiceKeyPolicy } from "../contract/actions/putServiceKeyPolicy.ts";
import { putSecretValue } from "../contract/actions/putSecretValue.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const secretString = JSON.stringify({ username: "admin", password: "pass123" });
const readsSecrets: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" }],
};

export default scenario({
  id: "secretsmanager/default-key-is-account-wide",
  title: "See who is let in by the key that a secret has when nothing is said",
  lesson:
    "The key aws/secretsmanager lets in everybody of the account who may read the secret, and its policy can be read and never changed. Only a customer managed key makes reading a second permission.",
  workshop: "W4, Secrets Manager; W5, the policy of an AWS managed key",
  billed: { keys: 1, secrets: 2 },
  needs: [],
  limits: ["That another account can never read a secret under aws/secretsmanager is not shown."],

  parameters: {},
  deploy: ({ name }) => {
    const reader = new UnprivilegedUser("reader", { userName: name("secret-reader"), inlinePolicy: readsSecrets });
    const keyUser = new UnprivilegedUser("keyUser", { userName: name("key-user"), inlinePolicy: readsSecrets });
    const stranger = new UnprivilegedUser("stranger", { userName: name("stranger") });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [keyUser],
    });
    const defaultSecret = new EncryptedSecret("defaultSecret", { secretName: name("default-key"), secretString });
    const guardedSecret = new EncryptedSecret("guardedSecret", { secretName: name("own-key"), secretString, key });
    return { reader, keyUser, stranger, key, defaultSecret, guardedSecret };
  },
  principals: {
    admin: administrator(),
    reader: accessKeyOf("reader"),
    keyUser: accessKeyOf("keyUser"),
    stranger: accessKeyOf("stranger"),
  },

  phases: [
    {
      name: "one secret is under the key that AWS manages, the other under a key of the customer",
      expect: [
        can("admin", describeSecret("defaultSecret", "key"), { yields: { encryptedUnder: "aws/secretsmanager" } }),
        can("admin", describeServiceKey("secretsmanager"), { yields: { KeyManager: "AWS", KeyState: "Enabled" } }),
        can("admin", describeSecret("guardedSecret", "key"), { yields: { encryptedUnder: "key" } }),
      ],
    },
    {
      name: "whoever may read secrets reads the first one, without any right in KMS",
      expect: [
        cannot("reader", describeServiceKey("secretsmanager"), { action: "kms:DescribeKey", layer: "identity policy" }),
        can("reader", getSecretValue("defaultSecret"), { yields: secretString }),
        can("keyUser", getSecretValue("defaultSecret"), { yields: secretString }),
        cannot("reader", putSecretValue("defaultSecret", "mine"), {
          action: "secretsmanager:PutSecretValue",
          layer: "identity policy",
        }),
        cannot("keyUser", putSecretValue("defaultSecret", "mine"), {
          action: "secretsmanager:PutSecretValue",
          layer: "identity policy",
        }),
        cannot("stranger", getSecretValue("defaultSecret"), {
          action: "secretsmanager:GetSecretValue",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "the same right is not enough for the other secret, whose key decides",
      expect: [
        cannot("reader", getSecretValue("guardedSecret"), {
          action: "kms:Decrypt",
          layer: "identity policy",
          says: "Access to KMS is not allowed",
        }),
        can("keyUser", getSecretValue("guardedSecret"), { yields: secretString }),
      ],
    },
    {
      name: "not even the administrator can keep anybody out by the key that AWS manages",
      expect: [
        can("admin", getServiceKeyPolicy("secretsmanager", { noteAs: "its own policy" }), {
          yields: { Id: "auto-secretsmanager-2" },
        }),
        cannot("admin", putServiceKeyPolicy("secretsmanager", { noted: "its own policy" }), {
          action: "kms:PutKeyPolicy",
          layer: "key policy",
        }),
        cannot("admin", disableServiceKey("secretsmanager"), { action: "kms:DisableKey", layer: "key policy" }),
      ],
    },
  ],
});
