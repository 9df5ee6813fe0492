import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { deleteArchivalBackup } from "../contract/actions/deleteArchivalBackup.ts";
import { deleteTable } from "../contract/actions/deleteTable.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { enableKey } from "../contract/actions/enableKey.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { can, fails } from "../contract/expectation.ts";
import { administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1" };
const keyIsDisabled = {
  code: "ValidationException",
  says: "KMS key disabled error: com.amazonaws.services.kms.model.DisabledException",
};
const week = 7 * 24 * 60;

export default scenario({
  id: "dynamodb/key-disabled",
  title: "Lose and regain a table by its key's switch",
  lesson:
    "A disabled key makes its tables unreadable for everybody, the administrator included, and enabling it brings them back. A table that stays without its key for a week is archived.",
  workshop: "W5",
  billed: { keys: 1 },
  needs: ["clock"],
  limits: ["The archived table is not restored from its backup."],

  parameters: {},
  deploy: ({ name }) => {
    const key = new EncryptionKey("key", {
      alias: name("switched-key"),
      administrators: [callerArn()],
      users: [callerArn()],
    });
    const table = new EncryptedTable("table", { tableName: name("kept-table"), encryption: key });
    const deletedTable = new EncryptedTable("deletedTable", { tableName: name("deleted-table"), encryption: key });
    return { key, table, deletedTable };
  },
  principals: { admin: administrator() },

  phases: [
    {
      name: "the table works under its key",
      expect: [
        can("admin", putItem("table", item)),
        can("admin", getItem("table", item), { yields: item }),
        can("admin", disableKey("key")),
      ],
    },
    {
      name: "once DynamoDB asks KMS again, the disabled key ends reading and writing",
      // DynamoDB keeps a table's key for five minutes after it was decrypted for the caller.
      waitMinutes: 6,
      expect: [
        fails("admin", getItem("table", item), keyIsDisabled),
        fails("admin", putItem("table", item), keyIsDisabled),
        can("admin", describeTable("table", "key"), { yields: { status: "ACTIVE", encryptedUnder: "key" } }),
      ],
    },
    {
      name: "the key is enabled again, and nothing is lost",
      expect: [can("admin", enableKey("key")), can("admin", getItem("table", item), { yields: item })],
    },
    {
      name: "the key is disabled for good",
      expect: [can("admin", disableKey("key"))],
    },
    {
      name: "after two hours DynamoDB says that the key cannot be used; deleting a table still works",
      waitMinutes: 120,
      expect: [
        can("admin", describeTable("table", "key"), { yields: { status: "INACCESSIBLE_ENCRYPTION_CREDENTIALS" } }),
        fails("admin", getItem("table", item), keyIsDisabled),
        can("admin", describeTable("deletedTable", "key"), { yields: { encryptedUnder: "key" } }),
        can("admin", deleteTable("deletedTable")),
      ],
    },
    {
      name: "after more than a week the table is archived",
      waitMinutes: week + 120,
      expect: [
        can("admin", describeTable("table", "key"), { yields: { status: "ARCHIVED" } }),
        can("admin", deleteArchivalBackup("table")),
      ],
    },
  ],
});
