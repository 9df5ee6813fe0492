import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedSecret } from "../../infra/encryptedSecret.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeSecret } from "../contract/actions/describeSecret.ts";
import { getSecretValue } from "../contract/actions/getSecretValue.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether the reader is one of the key's users. */
  readonly readerIsKeyUser: boolean;
}

const start: Parameters = { readerIsKeyUser: false };
const secretString = JSON.stringify({ username: "admin", password: "pass123" });
const deniedByTheKey = {
  action: "kms:Decrypt",
  layer: "identity policy",
  says: "Access to KMS is not allowed",
} as const;

export default scenario({
  id: "secretsmanager/secret-under-key",
  title: "Keep a Secrets Manager user out of a secret under a key",
  lesson:
    "Secrets Manager asks KMS for every reading of a secret, as whoever reads it. The right to read secrets is not enough without the key, and taking the key away shows at once.",
  workshop: "W4, Secrets Manager",
  billed: { keys: 1, secrets: 1 },
  needs: [],
  limits: ["The reader does not occur in the workshop: without somebody who is kept out, nothing would be proved."],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const reader = new UnprivilegedUser("reader", {
      userName: name("secret-reader"),
      policyArns: ["arn:aws:iam::aws:policy/SecretsManagerReadWrite"],
    });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: parameters.readerIsKeyUser ? [callerArn(), reader] : [callerArn()],
    });
    const secret = new EncryptedSecret("secret", { secretName: name("MySecret"), secretString, key });
    return { reader, key, secret };
  },
  principals: { admin: administrator(), reader: accessKeyOf("reader") },

  phases: [
    {
      name: "the secret is under the key, and the administrator reads it",
      expect: [
        can("admin", describeSecret("secret", "key"), { yields: { encryptedUnder: "key" } }),
        can("admin", getSecretValue("secret"), { yields: secretString }),
      ],
    },
    {
      name: "the reader sees that the secret is there, and not what it is",
      expect: [
        can("reader", describeSecret("secret", "key"), { yields: { encryptedUnder: "key" } }),
        cannot("reader", getSecretValue("secret"), deniedByTheKey),
      ],
    },
    {
      name: "the reader becomes a key user and reads the secret",
      set: { readerIsKeyUser: true },
      expect: [can("reader", getSecretValue("secret"), { yields: secretString })],
    },
    {
      name: "the reader is no longer a key user, which shows at once",
      set: { readerIsKeyUser: false },
      expect: [cannot("reader", getSecretValue("secret"), deniedByTheKey)],
    },
  ],
});
