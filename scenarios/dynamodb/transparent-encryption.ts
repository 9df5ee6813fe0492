import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { getItem } from "../contract/actions/getItem.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { getLoginProfile } from "../contract/actions/getLoginProfile.ts";
import { listAttachedUserPolicies } from "../contract/actions/listAttachedUserPolicies.ts";
import { listTables } from "../contract/actions/listTables.ts";
import { lookUpEvents } from "../contract/actions/lookUpEvents.ts";
import { putItem } from "../contract/actions/putItem.ts";
import { queryTable } from "../contract/actions/queryTable.ts";
import { scanTable } from "../contract/actions/scanTable.ts";
import { credentialsFileOf } from "../contract/credentialsFile.ts";
import { can, cannot, type Naming, type Plain } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";
import { wizardsKeyPolicy } from "../contract/wizardsKeyPolicy.ts";

interface Parameters {
  /** Whose key encrypts the table. */
  readonly encryption: "owned" | "customer key";
  /** Whether the user is one of the key's users. */
  readonly userIsKeyUser: boolean;
}

const start: Parameters = { encryption: "owned", userIsKeyUser: false };
const item = { id: "1" };
const description =
  "KMS key that will encrypt a DynamoDB database. Created for NextWork's Encryption with AWS KMS project.";
const deniedByTheKey = {
  action: "kms:Decrypt",
  layer: "identity policy",
  says: "is not authorized to perform: kms:Decrypt",
} as const;

export default scenario({
  id: "dynamodb/transparent-encryption",
  title: "Keep a DynamoDB full-access user out of an encrypted table",
  lesson:
    "DynamoDB decrypts a table for whoever may use its key, and for nobody else: a policy that allows everything in DynamoDB is not enough. Who becomes a key user reads the table in the clear, without a change to the table or to the user.",
  workshop: "W3 steps 1-7",
  billed: { keys: 1 },
  needs: ["clock"],
  limits: [
    "The console sign-in is modelled as login profile, sign-in URL and credentials file; the user acts with an access key instead of a browser.",
  ],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const user = new UnprivilegedUser("user", {
      userName: name("nextwork-kms-user"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
      consoleLogin: true,
    });
    const key = new EncryptionKey("key", {
      alias: name("nextwork-kms-key"),
      description,
      administrators: [callerArn()],
      users: parameters.userIsKeyUser ? [callerArn(), user] : [callerArn()],
    });
    const table = new EncryptedTable("table", {
      tableName: name("nextwork-kms-table"),
      encryption: parameters.encryption === "owned" ? "owned" : key,
    });
    return { user, key, table };
  },
  principals: { admin: administrator(), user: accessKeyOf("user") },
  credentialsFiles: [credentialsFileOf("user")],

  phases: [
    {
      name: "the table is made under DynamoDB's own key",
      expect: [
        can("admin", describeTable("table", "key"), {
          yields: {
            status: "ACTIVE",
            primaryKey: ["id S"],
            billingMode: "PAY_PER_REQUEST",
            encryptedUnder: "DynamoDB's own key",
          },
        }),
        can("admin", getLoginProfile("user"), { yields: { PasswordResetRequired: false } }),
        can("admin", listAttachedUserPolicies("user"), { yields: ["AmazonDynamoDBFullAccess"] }),
      ],
    },
    {
      name: "the key is what the administrator chose, and the administrator alone manages and uses it",
      expect: [
        can("admin", describeKey("key"), {
          yields: {
            Description: description,
            KeySpec: "SYMMETRIC_DEFAULT",
            KeyUsage: "ENCRYPT_DECRYPT",
            KeyState: "Enabled",
          },
        }),
        can("admin", getKeyPolicy("key"), { yields: policyOfTheAdministrator }),
      ],
    },
    {
      name: "the table moves to the customer managed key, and the administrator sees its items in the clear",
      set: { encryption: "customer key" },
      expect: [
        can("admin", describeTable("table", "key"), { yields: { status: "ACTIVE", encryptedUnder: "key" } }),
        can("admin", putItem("table", item)),
        can("admin", getItem("table", item), { yields: item }),
      ],
    },
    {
      name: "the user may use DynamoDB but not the key",
      expect: [
        can("user", describeTable("table", "key"), { yields: { status: "ACTIVE", encryptedUnder: "key" } }),
        can("user", listTables("table"), { yields: { listed: true } }),
        cannot("user", getItem("table", item), deniedByTheKey),
        cannot("user", queryTable("table", item), deniedByTheKey),
        cannot("user", scanTable("table"), deniedByTheKey),
        cannot("user", putItem("table", item), deniedByTheKey),
      ],
    },
    {
      name: "the user becomes a key user",
      set: { userIsKeyUser: true },
      expect: [
        can("admin", getKeyPolicy("key"), { yields: policyOfBoth }),
        can("user", getItem("table", item), { yields: item }),
        can("user", queryTable("table", item), { yields: [item] }),
        can("user", scanTable("table"), { yields: [item] }),
        can("user", putItem("table", item)),
      ],
    },
    {
      name: "the user is no longer a key user, once DynamoDB asks KMS again",
      set: { userIsKeyUser: false },
      // DynamoDB keeps a table's key for five minutes after it was decrypted for the caller.
      waitMinutes: 6,
      expect: [
        can("admin", getKeyPolicy("key"), { yields: policyOfTheAdministrator }),
        cannot("user", getItem("table", item), deniedByTheKey),
        cannot("user", putItem("table", item), deniedByTheKey),
        can("admin", getItem("table", item), { yields: item }),
      ],
    },
    {
      name: "the denied use of the key is on record",
      expect: [
        can(
          "admin",
          lookUpEvents("user", {
            eventName: "Decrypt",
            errorCode: "AccessDenied",
            invokedBy: "dynamodb.amazonaws.com",
          }),
          { yields: { found: true } },
        ),
      ],
    },
  ],
});

function policyOfTheAdministrator({ accountId, administratorArn }: Naming): Plain {
  return wizardsKeyPolicy({ accountId, administrators: [administratorArn], users: [administratorArn] });
}

function policyOfBoth({ name, accountId, administratorArn }: Naming): Plain {
  const user = `arn:aws:iam::${accountId}:user/${name("nextwork-kms-user")}`;
  return wizardsKeyPolicy({ accountId, administrators: [administratorArn], users: [administratorArn, user] });
}
