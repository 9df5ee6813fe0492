import { AuditTrail } from "../../infra/auditTrail.ts";
import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { Role } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { assumeRole } from "../contract/actions/assumeRole.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { lookUpEvents } from "../contract/actions/lookUpEvents.ts";
import { readLogFiles } from "../contract/actions/readLogFiles.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, sessionNoted } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const dynamodb = "dynamodb.amazonaws.com";
const calledByDynamodb = { found: true, identity: "IAMUser", sourceIPAddress: dynamodb };
const item = { id: "1" };
const deniedByTheKey = { action: "kms:Decrypt", layer: "identity policy" } as const;
const roleDenied = { action: "sts:AssumeRole", layer: "trust policy" } as const;
const historyDenied = { action: "cloudtrail:LookupEvents", layer: "identity policy" } as const;
const filesDenied = { action: "s3:ListBucket", layer: "identity policy" } as const;

const encryptDirectly = { eventName: "Encrypt", key: "key" } as const;
const decryptDirectly = { eventName: "Decrypt", key: "key" } as const;
const decryptThroughDynamodb = { ...decryptDirectly, invokedBy: dynamodb } as const;
const deniedDirectly = { eventName: "Decrypt", errorCode: "AccessDenied" } as const;
const deniedThroughDynamodb = { ...deniedDirectly, invokedBy: dynamodb } as const;

export default scenario({
  id: "cloudtrail/every-use-is-recorded",
  title: "Find out who used a key, for what, and through which service",
  lesson:
    "Every use of a key is on record: who it was, the operation, the service that asked for them, and whether it was denied. Whoever may look sees it in CloudTrail's event history, and a trail keeps the same records as files in a bucket.",
  workshop: "W3 step 8 and W4",
  billed: { keys: 1, note: "Management events of a second trail are billed, 2 USD for 100,000." },
  needs: ["clock"],
  limits: ["On AWS the event history takes minutes to show an event; here it shows it at once."],
  accepts: {
    "UserPolicy trail-reader-0, policy: statement 1 allows every action":
      "what else CloudTrail offers is another lesson: the auditor only looks here",
    "UserPolicy trail-reader-0, policy: statement 2 is about every resource": "there is no other bucket",
    "UserPolicy trail-reader-0, policy: statement 2 allows every action": "the bucket's name alone opens no file of it",
    "UserPolicy trail-reader-0, policy: statement 3 is about every resource": "there is no other bucket",
    "UserPolicy trail-reader-0, policy: statement 3 allows every action":
      "that nobody changes the files is what their digests are for, not this scenario",
  },

  parameters: {},
  deploy: ({ name }) => {
    const fullAccess = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess";
    const member = new UnprivilegedUser("member", { userName: name("member"), policyArns: [fullAccess] });
    const outsider = new UnprivilegedUser("outsider", { userName: name("outsider"), policyArns: [fullAccess] });
    const auditor = new UnprivilegedUser("auditor", { userName: name("auditor") });
    const role = new Role("role", { roleName: name("key-users"), principals: [member] });
    const key = new EncryptionKey("key", {
      alias: name("nextwork-kms-key"),
      administrators: [callerArn()],
      users: [callerArn(), member, role],
    });
    const table = new EncryptedTable("table", {
      tableName: name("nextwork-kms-table"),
      encryption: key,
      items: [item],
    });
    const trail = new AuditTrail("trail", { trailName: name("key-usage"), readers: [auditor] });
    return { member, outsider, auditor, role, key, table, trail };
  },
  principals: {
    member: accessKeyOf("member"),
    "member in the role": sessionNoted("member in the role"),
    outsider: accessKeyOf("outsider"),
    auditor: accessKeyOf("auditor"),
  },

  phases: [
    {
      name: "the key is used directly, through DynamoDB and in a role, and others are kept out",
      expect: [
        can("member", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("member", getItem("table", item), { yields: item }),
        can("member", assumeRole("role", { sessionName: "member", noteAs: "member in the role" })),
        can("member in the role", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        cannot("auditor", decrypt({ noted: "ciphertext" }), deniedByTheKey),
        cannot("outsider", decrypt({ noted: "ciphertext" }), deniedByTheKey),
        cannot("outsider", getItem("table", item), deniedByTheKey),
        cannot("outsider", assumeRole("role", { sessionName: "outsider", noteAs: "outsider in the role" }), roleDenied),
      ],
    },
    {
      name: "the event history tells the auditor who it was, what, through which service and whether it was denied",
      expect: [
        can("auditor", lookUpEvents("member", encryptDirectly), { yields: { found: true, identity: "IAMUser" } }),
        can("auditor", lookUpEvents("member", decryptThroughDynamodb), { yields: calledByDynamodb }),
        can("auditor", lookUpEvents("role", decryptDirectly), {
          yields: { identity: "AssumedRole", name: "member" },
        }),
        can("auditor", lookUpEvents("outsider", deniedDirectly), { yields: { found: true } }),
        can("auditor", lookUpEvents("outsider", deniedThroughDynamodb), { yields: calledByDynamodb }),
        can("auditor", lookUpEvents("outsider", decryptThroughDynamodb), { yields: { found: false } }),
        cannot("outsider", lookUpEvents("member", encryptDirectly), historyDenied),
      ],
    },
    {
      name: "the trail has delivered the same records to its bucket, for the auditor to read",
      // CloudTrail delivers about every five minutes.
      waitMinutes: 6,
      expect: [
        eventually(can("auditor", readLogFiles("trail", "member", encryptDirectly), { yields: { found: true } })),
        can("auditor", readLogFiles("trail", "member", decryptThroughDynamodb), { yields: calledByDynamodb }),
        can("auditor", readLogFiles("trail", "role", decryptDirectly), { yields: { identity: "AssumedRole" } }),
        can("auditor", readLogFiles("trail", "outsider", deniedDirectly), { yields: { found: true } }),
        can("auditor", readLogFiles("trail", "outsider", deniedThroughDynamodb), { yields: calledByDynamodb }),
        cannot("outsider", readLogFiles("trail", "member", encryptDirectly), filesDenied),
      ],
    },
  ],
});
