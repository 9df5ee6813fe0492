import { callerArn } from "../../infra/callerArn.ts";
import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { createGrant } from "../contract/actions/createGrant.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeTable } from "../contract/actions/describeTable.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { listGrants } from "../contract/actions/listGrants.ts";
import { retireGrant } from "../contract/actions/retireGrant.ts";
import { revokeGrant } from "../contract/actions/revokeGrant.ts";
import { updateTable } from "../contract/actions/updateTable.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const red = { team: "red", letter: "1" };
const blue = { team: "blue", letter: "1" };
const forTheRedTeam = { operations: ["Decrypt"], encryptionContextSubset: { team: "red" } } as const;
const decryptRed = decrypt({ noted: "red ciphertext", encryptionContext: red });
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/grants",
  title: "Lend a key for a while, without touching its policy",
  lesson:
    "A grant gives one principal some operations on a key, at once with its token, and where it says so for one encryption context alone; the retiring principal gives it up, an administrator takes it back. A key user makes grants only through AWS services, as kms:GrantIsForAWSResource asks.",
  workshop: "W5, key users and grants",
  billed: { keys: 1 },
  needs: [],
  limits: [
    "Without its token a grant counts on real AWS within five minutes: what the token is good for is not shown.",
  ],

  parameters: {},
  deploy: ({ name }) => {
    const user = new UnprivilegedUser("user", {
      userName: name("Stuart"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
    });
    const worker = new UnprivilegedUser("worker", { userName: name("worker") });
    const foreman = new UnprivilegedUser("foreman", { userName: name("foreman") });
    const key = new EncryptionKey("key", { alias: name("NewKey"), administrators: [callerArn()], users: [user] });
    const table = new EncryptedTable("table", { tableName: name("letters"), encryption: "owned" });
    return { user, worker, foreman, key, table };
  },
  principals: {
    admin: administrator(),
    user: accessKeyOf("user"),
    worker: accessKeyOf("worker"),
    foreman: accessKeyOf("foreman"),
  },

  phases: [
    {
      name: "a grant lends the worker the key, for the red team's data and nothing else",
      expect: [
        can("user", encrypt("key", "red letter", { encryptionContext: red, noteAs: "red ciphertext" })),
        can("user", encrypt("key", "blue letter", { encryptionContext: blue, noteAs: "blue ciphertext" })),
        cannot("worker", decryptRed, denied("kms:Decrypt")),
        can("admin", createGrant("key", "worker", { ...forTheRedTeam, retiringPrincipal: "foreman", noteAs: "loan" })),
        can("worker", decrypt({ noted: "red ciphertext", encryptionContext: red, grant: "loan" }), {
          yields: "red letter",
        }),
        cannot(
          "worker",
          decrypt({ noted: "blue ciphertext", encryptionContext: blue, grant: "loan" }),
          denied("kms:Decrypt"),
        ),
        cannot("worker", encrypt("key", "red letter", { encryptionContext: red }), denied("kms:Encrypt")),
        cannot("foreman", decryptRed, denied("kms:Decrypt")),
      ],
    },
    {
      name: "the retiring principal gives the grant up, and nobody else",
      expect: [
        cannot("worker", retireGrant({ noted: "loan" }), denied("kms:RetireGrant")),
        can("foreman", retireGrant({ noted: "loan" })),
        eventually(cannot("worker", decryptRed, denied("kms:Decrypt"))),
      ],
    },
    {
      name: "an administrator takes a grant back, whoever may retire it",
      expect: [
        can(
          "admin",
          createGrant("key", "worker", { ...forTheRedTeam, retiringPrincipal: "foreman", noteAs: "second loan" }),
        ),
        can("worker", decrypt({ noted: "red ciphertext", encryptionContext: red, grant: "second loan" })),
        cannot("foreman", revokeGrant("key", { noted: "second loan" }), denied("kms:RevokeGrant")),
        cannot("worker", revokeGrant("key", { noted: "second loan" }), denied("kms:RevokeGrant")),
        cannot("user", revokeGrant("key", { noted: "second loan" }), denied("kms:RevokeGrant")),
        can("admin", revokeGrant("key", { noted: "second loan" })),
        eventually(cannot("worker", decryptRed, denied("kms:Decrypt"))),
        can("admin", listGrants("key"), { yields: [] }),
      ],
    },
    {
      name: "a key user lends the key to DynamoDB with a table, and to no person",
      expect: [
        cannot("user", createGrant("key", "worker", { operations: ["Decrypt"] }), denied("kms:CreateGrant")),
        cannot("user", listGrants("key"), denied("kms:ListGrants")),
        can("user", updateTable("table", "key")),
        eventually(can("admin", describeTable("table", "key"), { yields: { encryptedUnder: "key" } })),
      ],
    },
  ],
});
