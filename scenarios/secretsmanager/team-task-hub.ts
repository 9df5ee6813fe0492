import { EncryptedSecret } from "../../infra/encryptedSecret.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { cancelKeyDeletion } from "../contract/actions/cancelKeyDeletion.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { describeSecret } from "../contract/actions/describeSecret.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { getSecretValue } from "../contract/actions/getSecretValue.ts";
import { listAliases } from "../contract/actions/listAliases.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, cannot, type Naming, type Plain } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";
import { wizardsKeyPolicy } from "../contract/wizardsKeyPolicy.ts";

const databaseAndSecrets = [
  "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
  "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
];
const secretString = JSON.stringify({ username: "taskhub", password: "not-a-real-password" });
const task = { id: "1", title: "Water the plants" };

export default scenario({
  id: "secretsmanager/team-task-hub",
  title: "Protect a database and its secrets with one key",
  lesson:
    "One customer managed key encrypts both the table and the secret, so one key policy decides who reads either. A colleague with full access to both services but without the key reads neither, and each service says so in its own words.",
  workshop: "W1",
  billed: { keys: 1, secrets: 1 },
  needs: [],
  limits: ["The colleague does not occur in the workshop: without somebody who is kept out, nothing would be proved."],

  parameters: {},
  deploy: ({ name }) => {
    const quocBao = new UnprivilegedUser("quocBao", { userName: name("QuocBao"), policyArns: databaseAndSecrets });
    const colleague = new UnprivilegedUser("colleague", {
      userName: name("Colleague"),
      policyArns: databaseAndSecrets,
    });
    const key = new EncryptionKey("key", {
      alias: name("taskhub_kms"),
      administrators: [quocBao],
      users: [quocBao],
    });
    const table = new EncryptedTable("table", { tableName: name("taskhub"), encryption: key });
    const secret = new EncryptedSecret("secret", { secretName: name("taskhub"), secretString, key });
    return { quocBao, colleague, key, table, secret };
  },
  principals: { admin: administrator(), QuocBao: accessKeyOf("quocBao"), colleague: accessKeyOf("colleague") },

  phases: [
    {
      name: "the key is what the workshop's verify list says",
      expect: [
        can("admin", listAliases("key"), { yields: ({ name }) => [`alias/${name("taskhub_kms")}`] }),
        can("admin", describeKey("key"), {
          yields: {
            Enabled: true,
            KeyState: "Enabled",
            KeySpec: "SYMMETRIC_DEFAULT",
            EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
            KeyUsage: "ENCRYPT_DECRYPT",
            KeyManager: "CUSTOMER",
          },
        }),
        can("admin", getKeyPolicy("key"), { yields: keyPolicy }),
        can("admin", describeTable("table", "key"), { yields: { status: "ACTIVE", encryptedUnder: "key" } }),
        can("admin", describeSecret("secret", "key"), { yields: { encryptedUnder: "key" } }),
      ],
    },
    {
      name: "QuocBao administers the key and uses what is encrypted under it",
      expect: [
        can("QuocBao", describeKey("key"), { yields: { KeyState: "Enabled" } }),
        can("QuocBao", getKeyPolicy("key"), { yields: { Id: "key-consolepolicy-3" } }),
        can("QuocBao", putItem("table", task)),
        can("QuocBao", getItem("table", task), { yields: task }),
        can("QuocBao", getSecretValue("secret"), { yields: secretString }),
      ],
    },
    {
      name: "a colleague with the same policies but without the key reads neither",
      expect: [
        can("colleague", describeTable("table", "key"), { yields: { encryptedUnder: "key" } }),
        can("colleague", describeSecret("secret", "key"), { yields: { encryptedUnder: "key" } }),
        cannot("colleague", getItem("table", task), { action: "kms:Decrypt", layer: "identity policy" }),
        cannot("colleague", getSecretValue("secret"), {
          action: "kms:Decrypt",
          layer: "identity policy",
          says: "Access to KMS is not allowed",
        }),
      ],
    },
    {
      name: "QuocBao may delete the key as well, and the colleague may not",
      expect: [
        cannot("colleague", scheduleKeyDeletion("key", 7), {
          action: "kms:ScheduleKeyDeletion",
          layer: "identity policy",
        }),
        can("QuocBao", scheduleKeyDeletion("key", 7), { yields: { KeyState: "PendingDeletion" } }),
        can("QuocBao", cancelKeyDeletion("key")),
      ],
    },
  ],
});

/** The console's key policy, with QuocBao as the only administrator and the only user. */
function keyPolicy({ name, accountId }: Naming): Plain {
  const quocBao = [`arn:aws:iam::${accountId}:user/${name("QuocBao")}`];
  return wizardsKeyPolicy({ accountId, administrators: quocBao, users: quocBao });
}
