import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedSecret } from "../../infra/encryptedSecret.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeSecret } from "../contract/actions/describeSecret.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getSecretValue } from "../contract/actions/getSecretValue.ts";
import { putSecretValue } from "../contract/actions/putSecretValue.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const secretString = JSON.stringify({ username: "admin", password: "pass123" });
const readsSecrets: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"], Resource: "*" },
  ],
};

export default scenario({
  id: "secretsmanager/secret-deny-by-resource-policy",
  title: "Keep a key user out of one secret by its resource policy",
  lesson:
    "A Deny in the resource policy of a secret stands above what IAM and the key allow, and is of this secret alone. Whom it does not name reads on, and once it is taken away it leaves no trace.",
  workshop: "W4, Secrets Manager",
  billed: { keys: 1, secrets: 2 },
  needs: [],
  limits: ["The workshop's secret has no resource policy."],

  parameters: { denied: false },
  deploy: ({ name, parameters }) => {
    const reader = new UnprivilegedUser("reader", { userName: name("secret-reader"), inlinePolicy: readsSecrets });
    const colleague = new UnprivilegedUser("colleague", { userName: name("colleague"), inlinePolicy: readsSecrets });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [reader, colleague],
    });
    const secret = new EncryptedSecret("secret", {
      secretName: name("MySecret"),
      secretString,
      key,
      statements: parameters.denied
        ? [{ Sid: "NotForTheReader", Effect: "Deny", Principal: [reader], Action: "secretsmanager:GetSecretValue" }]
        : [],
    });
    const otherSecret = new EncryptedSecret("otherSecret", { secretName: name("MyOtherSecret"), secretString, key });
    return { reader, colleague, key, secret, otherSecret };
  },
  principals: { reader: accessKeyOf("reader"), colleague: accessKeyOf("colleague") },

  phases: [
    {
      name: "IAM and the key let both read the secret, and neither change it",
      expect: [
        can("reader", getSecretValue("secret"), { yields: secretString }),
        can("colleague", getSecretValue("secret"), { yields: secretString }),
        cannot("reader", putSecretValue("secret", "mine"), {
          action: "secretsmanager:PutSecretValue",
          layer: "identity policy",
        }),
        cannot("colleague", putSecretValue("secret", "mine"), {
          action: "secretsmanager:PutSecretValue",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "one Deny in the secret's own policy keeps the reader out, and nobody else",
      set: { denied: true },
      expect: [
        cannot("reader", getSecretValue("secret"), {
          action: "secretsmanager:GetSecretValue",
          layer: "resource policy",
          says: "with an explicit deny in a resource-based policy",
        }),
        can("colleague", getSecretValue("secret"), { yields: secretString }),
      ],
    },
    {
      name: "the reader has lost nothing else: neither the key, nor another secret, nor the sight of this one",
      expect: [
        can("reader", encrypt("key", "letter")),
        can("reader", getSecretValue("otherSecret"), { yields: secretString }),
        can("reader", describeSecret("otherSecret", "key"), { yields: { encryptedUnder: "key" } }),
        can("reader", describeSecret("secret", "key"), { yields: { encryptedUnder: "key" } }),
      ],
    },
    {
      name: "the Deny is taken away, and the reader reads again",
      set: { denied: false },
      expect: [can("reader", getSecretValue("secret"), { yields: secretString })],
    },
  ],
});
