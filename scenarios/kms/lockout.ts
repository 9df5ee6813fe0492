import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { putKeyPolicy } from "../contract/actions/putKeyPolicy.ts";
import { updateKeyDescription } from "../contract/actions/updateKeyDescription.ts";
import { can, cannot, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const successorAlone = {
  statements: [{ Sid: "The successor alone", Effect: "Allow", Principal: ["successor"], Action: "kms:*" }],
} as const;
const accountAlone = {
  statements: [{ Sid: "The account alone", Effect: "Allow", Principal: "the account", Action: "kms:*" }],
} as const;
const lockedOut = {
  code: "MalformedPolicyDocumentException",
  says: "The new key policy will not allow you to update the key policy in the future.",
} as const;
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/lockout",
  title: "Try to write a key policy that locks yourself out",
  lesson:
    "KMS refuses a key policy after which whoever writes it could not write it again, and the old policy stays. Handing the key to the account is enough for a writer whom an IAM policy allows to go on, and too little for one who has no IAM policy.",
  workshop: "none",
  billed: { keys: 1 },
  needs: [],
  limits: [
    "The check can be bypassed, with BypassPolicyLockoutSafetyCheck: nobody tries that here, for only AWS Support brings back a key that nobody manages.",
  ],

  parameters: {},
  deploy: ({ name }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const successor = new UnprivilegedUser("successor", { userName: name("key-successor") });
    const key = new EncryptionKey("key", { alias: name("NewKey"), administrators: [keeper] });
    return { keeper, successor, key };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper"), successor: accessKeyOf("successor") },

  phases: [
    {
      name: "nobody writes a policy that locks them out",
      expect: [
        fails("keeper", putKeyPolicy("key", successorAlone), lockedOut),
        fails("keeper", putKeyPolicy("key", accountAlone), lockedOut),
        fails("admin", putKeyPolicy("key", successorAlone), lockedOut),
      ],
    },
    {
      name: "the policy stays as it was",
      expect: [
        can("keeper", getKeyPolicy("key"), {
          yields: ({ name, accountId }) => ({
            Statement: [
              { Sid: "Enable IAM User Permissions", Principal: { AWS: `arn:aws:iam::${accountId}:root` } },
              {
                Sid: "Allow access for Key Administrators",
                Principal: { AWS: `arn:aws:iam::${accountId}:user/${name("key-keeper")}` },
              },
            ],
          }),
        }),
        can("keeper", updateKeyDescription("key", "Still mine.")),
        cannot("keeper", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("successor", updateKeyDescription("key", "Mine now."), denied("kms:UpdateKeyDescription")),
      ],
    },
    {
      name: "the administrator, whom an IAM policy allows, hands the key to the account and goes on",
      expect: [
        can("admin", putKeyPolicy("key", accountAlone)),
        can("admin", describeKey("key"), { yields: { Description: "Still mine." } }),
        eventually(cannot("keeper", describeKey("key"), denied("kms:DescribeKey"))),
      ],
    },
  ],
});
