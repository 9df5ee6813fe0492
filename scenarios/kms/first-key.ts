import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { Role } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { generateDataKey } from "../contract/actions/generateDataKey.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { listAliases } from "../contract/actions/listAliases.ts";
import { listResourceTags } from "../contract/actions/listResourceTags.ts";
import { tagResource } from "../contract/actions/tagResource.ts";
import { can, cannot, type Naming, type Plain } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const description = "Key for encrypting S3 files for experiment.";
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/first-key",
  title: "Create a first key as the console's wizard does",
  lesson:
    "The wizard asks what kind of key it is, what it is called, who manages it and who uses it, and the answers become its metadata, alias, tags and key policy. Who manages the key does not encrypt with it, and who uses it does not manage it.",
  workshop: "W2, create a key",
  billed: { keys: 1, note: "The workshop says that keys are free to create: they are billed from their creation." },
  needs: [],
  limits: ["That a service uses the key in its role is not shown: the role is a key user by the policy."],

  parameters: {},
  deploy: ({ name }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const user = new UnprivilegedUser("user", { userName: name("key-user") });
    const serviceRole = new Role("serviceRole", {
      roleName: name("experiment-role"),
      services: ["lambda.amazonaws.com"],
    });
    const key = new EncryptionKey("key", {
      alias: name("sanyogitaKey"),
      description,
      administrators: [keeper],
      users: [user, serviceRole],
      tags: { Project: "AWS-Learning" },
    });
    return { keeper, user, serviceRole, key };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper"), user: accessKeyOf("user") },

  phases: [
    {
      name: "the key is what was chosen: symmetric, to encrypt and decrypt, with its alias, tag and key policy",
      expect: [
        can("admin", describeKey("key"), {
          yields: {
            KeySpec: "SYMMETRIC_DEFAULT",
            KeyUsage: "ENCRYPT_DECRYPT",
            EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
            KeyManager: "CUSTOMER",
            Origin: "AWS_KMS",
            MultiRegion: false,
            KeyState: "Enabled",
            Description: description,
          },
        }),
        can("admin", listAliases("key"), { yields: ({ name }) => [`alias/${name("sanyogitaKey")}`] }),
        can("admin", listResourceTags("key"), { yields: [{ TagKey: "Project", TagValue: "AWS-Learning" }] }),
        can("admin", getKeyPolicy("key"), { yields: keyPolicy }),
      ],
    },
    {
      name: "the user encrypts, and does not manage",
      expect: [
        can("user", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        can("user", generateDataKey("key"), { yields: { bytes: 32 } }),
        cannot("user", disableKey("key"), denied("kms:DisableKey")),
        cannot("user", tagResource("key", { Project: "Letters" }), denied("kms:TagResource")),
      ],
    },
    {
      name: "the administrator manages, and does not encrypt",
      expect: [
        can("keeper", tagResource("key", { Project: "Letters" })),
        can("keeper", listResourceTags("key"), { yields: [{ TagKey: "Project", TagValue: "Letters" }] }),
        cannot("keeper", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("keeper", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
      ],
    },
  ],
});

/** Whom the wizard's four statements name. */
function keyPolicy({ name, accountId }: Naming): Plain {
  const keeper = `arn:aws:iam::${accountId}:user/${name("key-keeper")}`;
  const users = [
    `arn:aws:iam::${accountId}:user/${name("key-user")}`,
    `arn:aws:iam::${accountId}:role/${name("experiment-role")}`,
  ];
  return {
    Id: "key-consolepolicy-3",
    Statement: [
      { Sid: "Enable IAM User Permissions", Principal: { AWS: `arn:aws:iam::${accountId}:root` } },
      { Sid: "Allow access for Key Administrators", Principal: { AWS: keeper } },
      { Sid: "Allow use of the key", Principal: { AWS: users } },
      {
        Sid: "Allow attachment of persistent resources",
        Principal: { AWS: users },
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ],
  };
}
