import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getKeyPolicy } from "../contract/actions/getKeyPolicy.ts";
import { scheduleKeyDeletion } from "../contract/actions/scheduleKeyDeletion.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/key-users-cannot-administer",
  title: "Let somebody use a key who cannot change it",
  lesson:
    "A key user encrypts and decrypts, and sees what the key is. What may be done with it, and whether it stays, a key user neither changes nor reads.",
  workshop: "W5, administrators and users",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => {
    const user = new UnprivilegedUser("user", { userName: name("key-user") });
    const key = new EncryptionKey("key", {
      alias: name("NewKey"),
      administrators: [callerArn()],
      users: [user],
    });
    return { user, key };
  },
  principals: { user: accessKeyOf("user") },

  phases: [
    {
      name: "the user uses the key",
      expect: [
        can("user", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        can("user", describeKey("key"), { yields: { KeyState: "Enabled" } }),
      ],
    },
    {
      name: "the user neither disables nor deletes it, and does not read its policy",
      expect: [
        cannot("user", disableKey("key"), denied("kms:DisableKey")),
        cannot("user", scheduleKeyDeletion("key", 7), denied("kms:ScheduleKeyDeletion")),
        cannot("user", getKeyPolicy("key"), denied("kms:GetKeyPolicy")),
      ],
    },
  ],
});
