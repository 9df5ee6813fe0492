import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { tagResource } from "../contract/actions/tagResource.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

/** The same for everybody: it names neither a person nor a key. */
const ownProjectAlone: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:Decrypt"],
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceTag/Project": "${aws:PrincipalTag/Project}" } },
    },
  ],
};
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;
const secret = "MySecretData";

export default scenario({
  id: "kms/tags-and-attributes",
  title: "Let tags decide who uses a key",
  lesson:
    "One IAM policy for everybody opens a key to those who carry the same tag as the key, and no policy has to change when people or keys come and go. A new tag on the key changes who uses it, so whoever may tag keys decides about them as a policy does.",
  workshop: "W2, tags; W5, tags",
  billed: { keys: 2 },
  needs: [],
  limits: [
    "On real AWS a new tag may take up to five minutes until it counts, longer than a run waits.",
    "That aliases can decide as well (kms:ResourceAliases) is not shown.",
  ],
  accepts: {
    "UserPolicy cleo-inline, policy: statement 1 allows every action":
      "Cleo has no tag: the statement allows nothing, whatever it names",
  },

  parameters: { benIsOfProject: "Billing" },
  deploy: ({ name, parameters }) => {
    const inlinePolicy = ownProjectAlone;
    const ada = new UnprivilegedUser("ada", { userName: name("ada"), inlinePolicy, tags: { Project: "AWS-Learning" } });
    const ben = new UnprivilegedUser("ben", {
      userName: name("ben"),
      inlinePolicy,
      tags: { Project: parameters.benIsOfProject },
    });
    const cleo = new UnprivilegedUser("cleo", { userName: name("cleo"), inlinePolicy });
    const key = new EncryptionKey("key", {
      alias: name("project-key"),
      administrators: [callerArn()],
      tags: { Project: "AWS-Learning" },
    });
    const untagged = new EncryptionKey("untagged", { alias: name("untagged-key"), administrators: [callerArn()] });
    return { ada, ben, cleo, key, untagged };
  },
  principals: {
    admin: administrator(),
    ada: accessKeyOf("ada"),
    ben: accessKeyOf("ben"),
    cleo: accessKeyOf("cleo"),
  },

  phases: [
    {
      name: "who has the key's tag uses the key, and who has another or none does not",
      expect: [
        can("ada", encrypt("key", secret, { noteAs: "ciphertext" })),
        can("ada", decrypt({ noted: "ciphertext" }), { yields: secret }),
        cannot("ben", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
        cannot("cleo", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
      ],
    },
    {
      name: "a key without the tag is nobody's, not even of who has none",
      expect: [
        cannot("ada", encrypt("untagged", secret), denied("kms:Encrypt")),
        cannot("cleo", encrypt("untagged", secret), denied("kms:Encrypt")),
      ],
    },
    {
      name: "Ben joins the project by his tag, and no policy changes",
      set: { benIsOfProject: "AWS-Learning" },
      expect: [eventually(can("ben", decrypt({ noted: "ciphertext" }), { yields: secret }))],
    },
    {
      name: "the key goes to another project by its tag, which none of its users may change",
      expect: [
        cannot("ada", tagResource("key", { Project: "Billing" }), denied("kms:TagResource")),
        cannot("ben", tagResource("key", { Project: "Billing" }), denied("kms:TagResource")),
        can("admin", tagResource("key", { Project: "Billing" })),
        eventually(cannot("ada", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt"))),
        cannot("ben", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
      ],
    },
    {
      name: "whoever is of that project uses it now",
      set: { benIsOfProject: "Billing" },
      expect: [eventually(can("ben", decrypt({ noted: "ciphertext" }), { yields: secret }))],
    },
  ],
});
