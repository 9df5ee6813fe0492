import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { listAliases } from "../contract/actions/listAliases.ts";
import { putKeyPolicy } from "../contract/actions/putKeyPolicy.ts";
import { updateKeyDescription } from "../contract/actions/updateKeyDescription.ts";
import { can, cannot, eventually, type Naming, type Plain } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";
import { wizardsKeyPolicy } from "../contract/wizardsKeyPolicy.ts";

const edited = {
  noted: "the first policy",
  statements: [{ Sid: "Let the auditor read", Effect: "Allow", Principal: ["auditor"], Action: "kms:Decrypt" }],
} as const;
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/new-key-policy",
  title: "Edit a key policy before and after the key is created",
  lesson:
    "The wizard shows the key policy before it creates the key, and whatever is added there counts from the start. Afterwards an administrator of the key edits the policy, and so decides who uses a key that the administrator does not use.",
  workshop: "W5, a new key with a new key policy",
  billed: { keys: 1 },
  needs: [],
  limits: [
    "Users of another account, whom the wizard takes by account id, are not shown here but in kms/external-account.",
    "Of the advanced options the key has what the wizard offers first: key material of KMS, and one region.",
  ],

  parameters: {},
  deploy: ({ name }) => {
    const CloudAcademy = new UnprivilegedUser("CloudAcademy", { userName: name("CloudAcademy") });
    const Stuart = new UnprivilegedUser("Stuart", { userName: name("Stuart") });
    const auditor = new UnprivilegedUser("auditor", { userName: name("auditor") });
    const key = new EncryptionKey("key", {
      alias: name("NewKey"),
      administrators: [CloudAcademy, Stuart],
      users: [Stuart],
      statements: [
        {
          Sid: "Let the auditor see the key",
          Effect: "Allow",
          Principal: [auditor],
          Action: ["kms:DescribeKey", "kms:GetKeyPolicy"],
        },
      ],
    });
    return { CloudAcademy, Stuart, auditor, key };
  },
  principals: {
    admin: administrator(),
    CloudAcademy: accessKeyOf("CloudAcademy"),
    Stuart: accessKeyOf("Stuart"),
    auditor: accessKeyOf("auditor"),
  },

  phases: [
    {
      name: "what was added before the key was created counts from the start",
      expect: [
        can("admin", listAliases("key"), { yields: ({ name }) => [`alias/${name("NewKey")}`] }),
        can("auditor", describeKey("key"), { yields: { Origin: "AWS_KMS", MultiRegion: false } }),
        can("auditor", getKeyPolicy("key", { noteAs: "the first policy" }), { yields: keyPolicy }),
        cannot("auditor", putKeyPolicy("key", edited), denied("kms:PutKeyPolicy")),
      ],
    },
    {
      name: "two administer the key, and only the one who is a key user as well uses it",
      expect: [
        can("CloudAcademy", updateKeyDescription("key", "For letters.")),
        can("Stuart", updateKeyDescription("key", "For all letters.")),
        can("Stuart", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("Stuart", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        cannot("CloudAcademy", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("CloudAcademy", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
        cannot("auditor", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
      ],
    },
    {
      name: "an administrator adds a statement afterwards, and lets somebody else read",
      expect: [
        can("CloudAcademy", putKeyPolicy("key", edited)),
        eventually(can("auditor", decrypt({ noted: "ciphertext" }), { yields: "letter" })),
        cannot("auditor", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("CloudAcademy", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
      ],
    },
    {
      name: "the other administrator takes it back",
      expect: [
        can("Stuart", putKeyPolicy("key", { noted: "the first policy" })),
        eventually(cannot("auditor", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt"))),
        can("Stuart", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
      ],
    },
  ],
});

/** The wizard's four statements, and the one that was added to them before the key was created. */
function keyPolicy({ name, accountId }: Naming): Plain {
  const arnOf = (user: string) => `arn:aws:iam::${accountId}:user/${name(user)}`;
  return wizardsKeyPolicy({
    accountId,
    administrators: [arnOf("CloudAcademy"), arnOf("Stuart")],
    users: [arnOf("Stuart")],
    added: [{ Sid: "Let the auditor see the key", Principal: { AWS: [arnOf("auditor")] } }],
  });
}
