import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { TableAlarm } from "../../infra/tableAlarm.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { deleteAlarms } from "../contract/actions/deleteAlarms.ts";
import { deleteTable } from "../contract/actions/deleteTable.ts";
import { describeAlarms } from "../contract/actions/describeAlarms.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { listBackups } from "../contract/actions/listBackups.ts";
import { listTables } from "../contract/actions/listTables.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, cannot, eventually, type Naming } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const item = { id: "1" };
const alarmName = "nextwork-kms-table-is-read-much";
const alarmIsThere = { yields: ({ name }: Naming) => ({ AlarmName: name(alarmName) }) };
const alarmIsGone = { yields: { AlarmName: undefined } };

export default scenario({
  id: "cloudwatch/alarms-go-with-the-table",
  title: "Delete a table with its alarms, and without a backup",
  lesson:
    "An alarm watches a table by its name, and stays and costs after the table is gone unless it is deleted as well. A backup is made only for whoever asks for it: without one, the items are gone for good.",
  workshop: "W3 step 7",
  billed: { keys: 1, alarms: 1 },
  needs: [],
  limits: ["The console offers to delete a table's alarms with it: that is a call of its own, as here."],

  parameters: {},
  deploy: ({ name }) => {
    const onlooker = new UnprivilegedUser("onlooker", {
      userName: name("onlooker"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"],
    });
    const user = new UnprivilegedUser("user", {
      userName: name("nextwork-kms-user"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
    });
    const key = new EncryptionKey("key", {
      alias: name("nextwork-kms-key"),
      administrators: [callerArn()],
      users: [callerArn()],
    });
    const table = new EncryptedTable("table", { tableName: name("nextwork-kms-table"), encryption: key });
    const alarm = new TableAlarm("alarm", {
      alarmName: name(alarmName),
      table,
      consumedReadCapacityUnits: 100,
    });
    return { onlooker, user, key, table, alarm };
  },
  principals: { admin: administrator(), onlooker: accessKeyOf("onlooker"), user: accessKeyOf("user") },

  phases: [
    {
      name: "the table has an item, an alarm and no backup",
      expect: [
        can("admin", putItem("table", item)),
        can("onlooker", describeAlarms("alarm"), alarmIsThere),
        can("onlooker", listBackups("table"), { yields: [] }),
      ],
    },
    {
      name: "who may only look deletes neither of them",
      expect: [
        cannot("onlooker", deleteTable("table"), { action: "dynamodb:DeleteTable", layer: "identity policy" }),
        cannot("onlooker", deleteAlarms("alarm"), { action: "cloudwatch:DeleteAlarms", layer: "identity policy" }),
      ],
    },
    {
      name: "the workshop's user may: it takes no right on the key to delete what it keeps from being read",
      expect: [
        cannot("user", getItem("table", item), { action: "kms:Decrypt", layer: "identity policy" }),
        can("user", deleteTable("table")),
        eventually(can("admin", listTables("table"), { yields: { listed: false } })),
      ],
    },
    {
      name: "the alarm is still there, and has to be deleted as well",
      expect: [
        can("admin", describeAlarms("alarm"), alarmIsThere),
        can("user", deleteAlarms("alarm")),
        eventually(can("admin", describeAlarms("alarm"), alarmIsGone)),
      ],
    },
    {
      name: "the key goes last, in seven days, and by an administrator of it alone",
      expect: [
        cannot("user", scheduleKeyDeletion("key", 7), { action: "kms:ScheduleKeyDeletion", layer: "identity policy" }),
        can("admin", scheduleKeyDeletion("key", 7), {
          yields: { KeyState: "PendingDeletion", PendingWindowInDays: 7 },
        }),
      ],
    },
    {
      name: "nothing is left of the table: no alarm, and no backup to bring it back",
      expect: [can("admin", listBackups("table"), { yields: [] })],
    },
  ],
});
