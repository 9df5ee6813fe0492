import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { EventAlarm } from "../../infra/eventAlarm.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeAlarms } from "../contract/actions/describeAlarms.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { listKeyRotations } from "../contract/actions/listKeyRotations.ts";
import { rotateKeyOnDemand } from "../contract/actions/rotateKeyOnDemand.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const quiet = { yields: { StateValue: "OK" } };
const alarmed = { yields: { StateValue: "ALARM" } };
const minutesOfYear = 366 * 24 * 60;

export default scenario({
  id: "cloudwatch/alert-on-rotation",
  title: "Be alerted when the material of a key is renewed",
  lesson:
    "KMS tells EventBridge of every rotation of a key, and an alarm on the rule makes an alert of it, without a trail. The event says whether the year was over or somebody asked for it, and only the latter is a surprise.",
  workshop: "W4, rotation with CloudWatch alerts",
  billed: { keys: 2, alarms: 2, note: "Each of the first two rotations of a key adds as much as a key." },
  needs: ["clock"],
  limits: ["Nobody is written to: an SNS topic as the alarms' action would do so."],

  parameters: {},
  deploy: ({ name }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const worker = new UnprivilegedUser("worker", { userName: name("key-user") });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn(), keeper],
      users: [worker],
      enableKeyRotation: true,
    });
    const otherKey = new EncryptionKey("otherKey", { alias: name("other-key"), administrators: [callerArn()] });
    const rotations = { source: ["aws.kms"], "detail-type": ["KMS CMK Rotation"], resources: [key.arn] };
    const everyRotation = new EventAlarm("everyRotation", {
      alarmName: name("key-rotated"),
      eventPattern: rotations,
    });
    const surprise = new EventAlarm("surprise", {
      alarmName: name("key-rotated-on-demand"),
      eventPattern: { ...rotations, detail: { "rotation-type": ["ON_DEMAND"] } },
    });
    return { keeper, worker, key, otherKey, everyRotation, surprise };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper"), worker: accessKeyOf("worker") },

  phases: [
    {
      name: "another key is rotated, and a mere user of this one cannot rotate it",
      expect: [
        can("worker", encrypt("key", "letter", { noteAs: "ciphertext" })),
        cannot("worker", rotateKeyOnDemand("key"), { action: "kms:RotateKeyOnDemand", layer: "identity policy" }),
        can("admin", rotateKeyOnDemand("otherKey")),
      ],
    },
    {
      name: "there is no alert, until the key's administrator rotates it on demand",
      waitMinutes: 2,
      expect: [
        eventually(can("admin", describeAlarms("everyRotation"), quiet)),
        eventually(can("admin", describeAlarms("surprise"), quiet)),
        can("keeper", rotateKeyOnDemand("key")),
        eventually(can("admin", listKeyRotations("key"), { yields: ["ON_DEMAND"] })),
      ],
    },
    {
      name: "both alarms have heard of it, and nobody's work has stopped",
      waitMinutes: 2,
      expect: [
        eventually(can("admin", describeAlarms("everyRotation"), alarmed)),
        eventually(can("admin", describeAlarms("surprise"), alarmed)),
        can("worker", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
      ],
    },
    {
      name: "a year later the alarms are back, and KMS rotates the key by itself",
      waitMinutes: minutesOfYear,
      expect: [
        eventually(can("admin", describeAlarms("surprise"), quiet)),
        eventually(can("admin", listKeyRotations("key"), { yields: ["ON_DEMAND", "AUTOMATIC"] })),
      ],
    },
    {
      name: "that is an alert and no surprise",
      waitMinutes: 2,
      expect: [
        eventually(can("admin", describeAlarms("everyRotation"), alarmed)),
        can("admin", describeAlarms("surprise"), quiet),
      ],
    },
  ],
});
