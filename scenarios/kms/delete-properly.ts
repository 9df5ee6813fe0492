import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { cancelKeyDeletion } from "../contract/actions/cancelKeyDeletion.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { enableKey } from "../contract/actions/enableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { getKeyLastUsage } from "../contract/actions/getKeyLastUsage.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, fails } from "../contract/expectation.ts";
import { administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whose key encrypts the table. */
  readonly encryption: "owned" | "customer key";
}

const start: Parameters = { encryption: "customer key" };
const item = { id: "1" };
const pendingDeletion = { code: "KMSInvalidStateException", says: "is pending deletion." } as const;

export default scenario({
  id: "kms/delete-properly",
  title: "Delete a key properly, and change your mind in time",
  lesson:
    "Move what the key encrypts, disable the key to see whether anybody misses it, and only then schedule its deletion, 7 to 30 days ahead. Until the day comes the deletion can be cancelled, which leaves the key disabled.",
  workshop: "W2 (proper deletion), W4 (schedule and cancel deletion)",
  billed: {
    keys: 1,
    note: "The workshop says that keys are free to create: they are billed from their creation, and not while they are pending deletion.",
  },
  needs: ["clock"],
  limits: ["The workshop encrypts files in S3; a table stands for whatever uses the key."],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const key = new EncryptionKey("key", {
      alias: name("sanyogitaKey"),
      description: "Key for encrypting S3 files for experiment.",
      administrators: [callerArn()],
      users: [callerArn()],
      tags: { Project: "AWS-Learning" },
    });
    const table = new EncryptedTable("table", {
      tableName: name("experiment"),
      encryption: parameters.encryption === "owned" ? "owned" : key,
    });
    return { key, table };
  },
  principals: { admin: administrator() },

  phases: [
    {
      name: "the key is in use: by a table, and by the administrator",
      expect: [
        can("admin", describeTable("table", "key"), { yields: { encryptedUnder: "key" } }),
        can("admin", putItem("table", item)),
        can("admin", encrypt("key", "MySecretData", { noteAs: "ciphertext" })),
        can("admin", getKeyLastUsage("key"), { yields: { operation: "Encrypt" } }),
      ],
    },
    {
      name: "nothing uses the key any more",
      set: { encryption: "owned" },
      expect: [
        can("admin", describeTable("table", "key"), { yields: { encryptedUnder: "DynamoDB's own key" } }),
        can("admin", getItem("table", item), { yields: item }),
      ],
    },
    {
      name: "the key is disabled first, and nobody misses it",
      // DynamoDB keeps a table's key for five minutes: a table that still needed the key would show only now.
      waitMinutes: 6,
      expect: [
        can("admin", disableKey("key")),
        can("admin", getItem("table", item), { yields: item }),
        fails("admin", decrypt({ noted: "ciphertext" }), { code: "DisabledException" }),
      ],
    },
    {
      name: "the deletion is scheduled, not sooner than in 7 and not later than in 30 days",
      expect: [
        fails("admin", scheduleKeyDeletion("key", 6), { code: "ValidationException" }),
        fails("admin", scheduleKeyDeletion("key", 31), { code: "ValidationException" }),
        can("admin", scheduleKeyDeletion("key", 7), {
          yields: { KeyState: "PendingDeletion", PendingWindowInDays: 7 },
        }),
        can("admin", describeKey("key"), { yields: { KeyState: "PendingDeletion", Enabled: false } }),
        fails("admin", encrypt("key", "MySecretData"), pendingDeletion),
        fails("admin", enableKey("key"), pendingDeletion),
      ],
    },
    {
      name: "the deletion is cancelled in time: the key is disabled, and enabling it brings everything back",
      waitMinutes: 6 * 24 * 60,
      expect: [
        can("admin", cancelKeyDeletion("key")),
        can("admin", describeKey("key"), { yields: { KeyState: "Disabled", DeletionDate: undefined } }),
        fails("admin", decrypt({ noted: "ciphertext" }), { code: "DisabledException" }),
        can("admin", enableKey("key")),
        can("admin", decrypt({ noted: "ciphertext" }), { yields: "MySecretData" }),
      ],
    },
  ],
});
