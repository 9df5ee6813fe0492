import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { Role } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { assumeRole } from "../contract/actions/assumeRole.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, sessionNoted } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

export default scenario({
  id: "kms/role-as-key-user",
  title: "Make a role the key user, and let two people assume it",
  lesson:
    "The key policy names a role, and whoever may assume it uses the key in a session of it. Without the role they are out; taken off the key, the role is denied, and the denial names the session.",
  workshop: "W3 step 8",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: { roleIsKeyUser: true },
  deploy: ({ name, parameters }) => {
    const ada = new UnprivilegedUser("ada", { userName: name("ada") });
    const ben = new UnprivilegedUser("ben", { userName: name("ben") });
    const role = new Role("role", { roleName: name("readers"), principals: [ada, ben] });
    const key = new EncryptionKey("key", {
      alias: name("shared-key"),
      administrators: [callerArn()],
      users: parameters.roleIsKeyUser ? [role] : [],
    });
    return { ada, ben, role, key };
  },
  principals: {
    ada: accessKeyOf("ada"),
    ben: accessKeyOf("ben"),
    "ada in the role": sessionNoted("ada in the role"),
    "ben in the role": sessionNoted("ben in the role"),
  },

  phases: [
    {
      name: "both assume the role, and what one encrypts the other decrypts",
      expect: [
        can("ada", assumeRole("role", { sessionName: "ada", noteAs: "ada in the role" }), {
          yields: ({ name, accountId }) => `arn:aws:sts::${accountId}:assumed-role/${name("readers")}/ada`,
        }),
        can("ben", assumeRole("role", { sessionName: "ben", noteAs: "ben in the role" })),
        can("ada in the role", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("ben in the role", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
      ],
    },
    {
      name: "by themselves they may not use the key",
      expect: [
        cannot("ada", decrypt({ noted: "ciphertext" }), { action: "kms:Decrypt", layer: "identity policy" }),
        cannot("ben", encrypt("key", "letter"), { action: "kms:Encrypt", layer: "identity policy" }),
      ],
    },
    {
      name: "the role is no key user any more, and the denial names the session",
      set: { roleIsKeyUser: false },
      expect: [
        cannot("ben in the role", decrypt({ noted: "ciphertext" }), {
          action: "kms:Decrypt",
          layer: "identity policy",
          says: "assumed-role/",
        }),
      ],
    },
  ],
});
