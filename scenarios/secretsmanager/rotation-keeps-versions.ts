import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedSecret } from "../../infra/encryptedSecret.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { enableKey } from "../contract/actions/enableKey.ts";
import { getSecretValue } from "../contract/actions/getSecretValue.ts";
import { listSecretVersionIds } from "../contract/actions/listSecretVersionIds.ts";
import { putSecretValue } from "../contract/actions/putSecretValue.ts";
import { can, cannot, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Which key the secret has. */
  readonly keyOfSecret: "old key" | "new key";
}

const start: Parameters = { keyOfSecret: "old key" };
const [first, second, third, fourth] = ["first-password", "second-password", "third-password", "fourth-password"];
const readsSecrets: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" }],
};
const deniedByTheKey = { action: "kms:Decrypt", layer: "identity policy" } as const;

export default scenario({
  id: "secretsmanager/rotation-keeps-versions",
  title: "Change a secret's value and its key, and know which versions stay readable",
  lesson:
    "A new value is a new version, and the old ones stay: AWSPREVIOUS by its label, older ones by their id. With a new key Secrets Manager encrypts anew what has a label of its own, and the rest is readable only while the old key lives.",
  workshop: "W4, Secrets Manager",
  billed: { keys: 2, secrets: 1 },
  needs: [],
  limits: ["The administrator puts the new values; a Lambda function that rotates the secret would do the same."],

  parameters: start,
  deploy: ({ name, parameters: { keyOfSecret } }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("old-key-user"), inlinePolicy: readsSecrets });
    const heir = new UnprivilegedUser("heir", { userName: name("new-key-user"), inlinePolicy: readsSecrets });
    const administrators = [callerArn()];
    const oldKey = new EncryptionKey("oldKey", { alias: name("old-key"), administrators, users: [keeper] });
    const newKey = new EncryptionKey("newKey", { alias: name("new-key"), administrators, users: [heir] });
    const key = { "old key": oldKey, "new key": newKey }[keyOfSecret];
    const secret = new EncryptedSecret("secret", { secretName: name("MySecret"), secretString: first, key });
    return { keeper, heir, oldKey, newKey, secret };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper"), heir: accessKeyOf("heir") },

  phases: [
    {
      name: "the value changes, and the one before has a label of its own",
      expect: [
        can("admin", getSecretValue("secret", { noteVersionAs: "first version" }), { yields: first }),
        can("admin", putSecretValue("secret", second), { yields: ["AWSCURRENT"] }),
        can("keeper", getSecretValue("secret"), { yields: second }),
        can("keeper", getSecretValue("secret", { versionStage: "AWSPREVIOUS" }), { yields: first }),
        cannot("keeper", putSecretValue("secret", "mine"), {
          action: "secretsmanager:PutSecretValue",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "it changes again: the first version has lost its label, and is there by its id",
      expect: [
        can("admin", putSecretValue("secret", third), { yields: ["AWSCURRENT"] }),
        can("admin", listSecretVersionIds("secret"), { yields: ["AWSCURRENT", "AWSPREVIOUS"] }),
        can("keeper", getSecretValue("secret", { versionStage: "AWSPREVIOUS" }), { yields: second }),
        can("keeper", getSecretValue("secret", { notedVersion: "first version" }), { yields: first }),
        cannot("heir", getSecretValue("secret"), deniedByTheKey),
      ],
    },
    {
      name: "under a new key the versions with labels open with either key, the first one with the old key alone",
      set: { keyOfSecret: "new key" },
      expect: [
        can("heir", getSecretValue("secret"), { yields: third }),
        can("heir", getSecretValue("secret", { versionStage: "AWSPREVIOUS" }), { yields: second }),
        cannot("heir", getSecretValue("secret", { notedVersion: "first version" }), deniedByTheKey),
        cannot("heir", putSecretValue("secret", "mine"), {
          action: "secretsmanager:PutSecretValue",
          layer: "identity policy",
        }),
        can("keeper", getSecretValue("secret"), { yields: third }),
        can("keeper", getSecretValue("secret", { notedVersion: "first version" }), { yields: first }),
      ],
    },
    {
      name: "the next value is under the new key alone",
      expect: [
        can("admin", putSecretValue("secret", fourth), { yields: ["AWSCURRENT"] }),
        can("heir", getSecretValue("secret"), { yields: fourth }),
        cannot("keeper", getSecretValue("secret"), deniedByTheKey),
      ],
    },
    {
      name: "the old key is disabled, which takes the first version away and nothing else",
      expect: [
        can("admin", disableKey("oldKey")),
        eventually(
          fails("admin", getSecretValue("secret", { notedVersion: "first version" }), { code: "DecryptionFailure" }),
        ),
        can("admin", getSecretValue("secret", { versionStage: "AWSPREVIOUS" }), { yields: third }),
        can("admin", enableKey("oldKey")),
        eventually(can("admin", getSecretValue("secret", { notedVersion: "first version" }), { yields: first })),
      ],
    },
  ],
});
