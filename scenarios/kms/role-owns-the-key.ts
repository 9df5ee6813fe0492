import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { Role } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { assumeRole } from "../contract/actions/assumeRole.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { putKeyPolicy } from "../contract/actions/putKeyPolicy.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, cannot, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator, sessionNoted } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const roleAlone = {
  statements: [{ Sid: "DevOpsRole and nobody else", Effect: "Allow", Principal: ["role"], Action: "kms:*" }],
} as const;
const unnamed = (action: string) =>
  ({ action, layer: "key policy", says: `no resource-based policy allows the ${action} action` }) as const;
const notAllowed = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/role-owns-the-key",
  title: "Give a key to one role, and see who is out",
  lesson:
    "A key policy that allows one role everything and names nobody else shuts out the account: its administrators and all its IAM policies. A session of the role alone uses the key, and it alone lets the others in again, by another policy.",
  workshop: "W4, key policy example",
  billed: { keys: 1 },
  needs: [],
  limits: [
    "The account's root user is out as well, which is not tried: nobody has its credentials here.",
    "A run that is killed after the second phase and before the last leaves a key that only a session of the role manages: keylab sweep assumes the role, lets the account in again, and removes both.",
  ],
  accepts: {
    "UserPolicy appUser-inline, policy: statement 1 is about every resource": "there is no other key",
  },

  parameters: {},
  deploy: ({ name }) => {
    const engineer = new UnprivilegedUser("engineer", { userName: name("engineer") });
    const role = new Role("role", { roleName: name("DevOpsRole"), principals: [engineer] });
    const key = new EncryptionKey("key", { alias: name("my-app-key"), administrators: [callerArn(), role] });
    const appUser = new UnprivilegedUser("appUser", {
      userName: name("app-user"),
      inlinePolicy: key.arn.apply((arn): PolicyDocument => ({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"], Resource: arn }],
      })),
    });
    return { engineer, role, key, appUser };
  },
  principals: {
    admin: administrator(),
    engineer: accessKeyOf("engineer"),
    appUser: accessKeyOf("appUser"),
    DevOpsRole: sessionNoted("DevOpsRole"),
  },

  phases: [
    {
      name: "with the console's policy the account has its say: IAM opens the key, and the role only administers it",
      expect: [
        can("engineer", assumeRole("role", { sessionName: "engineer", noteAs: "DevOpsRole" })),
        can("DevOpsRole", getKeyPolicy("key", { noteAs: "the console's policy" })),
        can("appUser", encrypt("key", "MySecretData", { noteAs: "ciphertext" })),
        cannot("appUser", describeKey("key"), notAllowed("kms:DescribeKey")),
        cannot("DevOpsRole", decrypt({ noted: "ciphertext" }), notAllowed("kms:Decrypt")),
        cannot("engineer", describeKey("key"), notAllowed("kms:DescribeKey")),
      ],
    },
    {
      name: "the administrator may not give everything away, the role may take it",
      expect: [
        fails("admin", putKeyPolicy("key", roleAlone), {
          code: "MalformedPolicyDocumentException",
          says: "The new key policy will not allow you to update the key policy in the future.",
        }),
        can("DevOpsRole", putKeyPolicy("key", roleAlone)),
        eventually(can("DevOpsRole", decrypt({ noted: "ciphertext" }), { yields: "MySecretData" })),
      ],
    },
    {
      name: "everybody else is out, whatever IAM allows",
      expect: [
        cannot("admin", describeKey("key"), unnamed("kms:DescribeKey")),
        cannot("admin", scheduleKeyDeletion("key", 7), unnamed("kms:ScheduleKeyDeletion")),
        cannot("admin", putKeyPolicy("key", { noted: "the console's policy" }), unnamed("kms:PutKeyPolicy")),
        cannot("appUser", decrypt({ noted: "ciphertext" }), unnamed("kms:Decrypt")),
        cannot("engineer", encrypt("key", "MySecretData"), unnamed("kms:Encrypt")),
        cannot("appUser", assumeRole("role", { sessionName: "app-user", noteAs: "nobody" }), {
          action: "sts:AssumeRole",
          layer: "trust policy",
        }),
      ],
    },
    {
      name: "the role puts the console's policy back, and the account has its say again",
      expect: [
        can("DevOpsRole", putKeyPolicy("key", { noted: "the console's policy" })),
        eventually(can("admin", describeKey("key"), { yields: { KeyState: "Enabled" } })),
        can("appUser", decrypt({ noted: "ciphertext" }), { yields: "MySecretData" }),
      ],
    },
  ],
});
