import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { EventAlarm } from "../../infra/eventAlarm.ts";
import { AuditTrail } from "../../infra/auditTrail.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { cancelKeyDeletion } from "../contract/actions/cancelKeyDeletion.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeAlarms } from "../contract/actions/describeAlarms.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, cannot, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const quiet = { yields: { StateValue: "OK" } };
const alarmed = { yields: { StateValue: "ALARM" } };

export default scenario({
  id: "cloudwatch/alarm-on-key-deletion",
  title: "Hear of a key's deletion in time, and of whoever still needs the key",
  lesson:
    "The waiting period is of use only to those who notice it: a trail, an event rule and an alarm tell within minutes that a deletion was scheduled. A second alarm on refused uses finds what still needs the key while its deletion can be cancelled.",
  workshop: "W4, schedule and cancel deletion",
  billed: { keys: 1, alarms: 2, note: "A second trail of an account is billed by its events." },
  needs: ["clock"],
  limits: [
    "Nobody is written to: an SNS topic as the alarms' action would do so.",
    "AWS's own tutorial finds the refused uses by a metric filter on the trail's log group; here an event rule does.",
  ],

  parameters: {},
  deploy: ({ name }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const worker = new UnprivilegedUser("worker", { userName: name("key-user") });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn(), keeper],
      users: [worker],
    });
    const trail = new AuditTrail("trail", { trailName: name("management-events") });
    // A call that is refused for want of permission names no key: it alarms nobody.
    const calls = { source: ["aws.kms"], "detail-type": ["AWS API Call via CloudTrail"] };
    const deletionAlarm = new EventAlarm("deletionAlarm", {
      alarmName: name("key-deletion-scheduled"),
      eventPattern: { ...calls, detail: { eventName: ["ScheduleKeyDeletion"], resources: { ARN: [key.arn] } } },
    });
    const useAlarm = new EventAlarm("useAlarm", {
      alarmName: name("key-used-while-pending-deletion"),
      eventPattern: {
        ...calls,
        detail: { errorMessage: [{ suffix: " is pending deletion." }], resources: { ARN: [key.arn] } },
      },
    });
    return { keeper, worker, key, trail, deletionAlarm, useAlarm };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper"), worker: accessKeyOf("worker") },

  phases: [
    {
      name: "the key is used, and somebody tries in vain to delete it",
      expect: [
        can("worker", encrypt("key", "letter", { noteAs: "ciphertext" })),
        cannot("worker", scheduleKeyDeletion("key", 7), {
          action: "kms:ScheduleKeyDeletion",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "neither is an alarm",
      waitMinutes: 2,
      expect: [
        eventually(can("admin", describeAlarms("deletionAlarm"), quiet)),
        eventually(can("admin", describeAlarms("useAlarm"), quiet)),
        can("keeper", scheduleKeyDeletion("key", 7), { yields: { KeyState: "PendingDeletion" } }),
      ],
    },
    {
      name: "a scheduled deletion is, two minutes later; nobody has missed the key so far",
      waitMinutes: 2,
      expect: [
        eventually(can("admin", describeAlarms("deletionAlarm"), alarmed)),
        can("admin", describeAlarms("useAlarm"), quiet),
        fails("worker", decrypt({ noted: "ciphertext" }), {
          code: "KMSInvalidStateException",
          says: "is pending deletion.",
        }),
      ],
    },
    {
      name: "now somebody has, and the deletion is cancelled in time",
      waitMinutes: 2,
      expect: [
        eventually(can("admin", describeAlarms("useAlarm"), alarmed)),
        cannot("worker", cancelKeyDeletion("key"), { action: "kms:CancelKeyDeletion", layer: "identity policy" }),
        can("keeper", cancelKeyDeletion("key")),
      ],
    },
    {
      name: "the alarms go back by themselves",
      waitMinutes: 10,
      expect: [
        eventually(can("admin", describeAlarms("deletionAlarm"), quiet)),
        eventually(can("admin", describeAlarms("useAlarm"), quiet)),
      ],
    },
  ],
});
