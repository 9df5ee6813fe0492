import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { generateDataKey } from "../contract/actions/generateDataKey.ts";
import { updateKeyDescription } from "../contract/actions/updateKeyDescription.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/administrators-cannot-use-the-key",
  title: "Let somebody manage a key who cannot read what it encrypts",
  lesson:
    "Who administers a key decides what it is and who uses it, and encrypts and decrypts nothing. Only as a key user the same person reads the data.",
  workshop: "W5, administrators and users",
  billed: { keys: 1 },
  needs: [],
  limits: ["An administrator may change the key policy, and so make themselves a user: CloudTrail shows that."],

  parameters: { keeperIsUser: false },
  deploy: ({ name, parameters }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const key = new EncryptionKey("key", {
      alias: name("NewKey"),
      administrators: [callerArn(), keeper],
      users: parameters.keeperIsUser ? [callerArn(), keeper] : [callerArn()],
    });
    return { keeper, key };
  },
  principals: { admin: administrator(), keeper: accessKeyOf("keeper") },

  phases: [
    {
      name: "the administrator manages the key, and cannot use it",
      expect: [
        can("admin", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("keeper", describeKey("key"), { yields: { KeyState: "Enabled" } }),
        can("keeper", updateKeyDescription("key", "For letters.")),
        cannot("keeper", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("keeper", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
        cannot("keeper", generateDataKey("key"), denied("kms:GenerateDataKey")),
      ],
    },
    {
      name: "as a key user, the same person reads the data",
      set: { keeperIsUser: true },
      expect: [
        can("keeper", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        can("keeper", generateDataKey("key"), { yields: { bytes: 32 } }),
      ],
    },
  ],
});
