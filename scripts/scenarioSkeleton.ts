const skeleton = `import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "<id>",
  title: "Say in one sentence what is done",
  lesson: "What a student learns stands here. It takes two sentences.",
  workshop: "none",
  billed: { keys: 1 },
  needs: [],
  limits: [],

  parameters: {},
  deploy: ({ name }) => {
    const keeper = new UnprivilegedUser("keeper", { userName: name("key-keeper") });
    const user = new UnprivilegedUser("user", { userName: name("key-user") });
    const key = new EncryptionKey("key", {
      alias: name("<name>"),
      administrators: [callerArn(), keeper],
      users: [user],
    });
    return { keeper, user, key };
  },
  principals: { keeper: accessKeyOf("keeper"), user: accessKeyOf("user") },

  phases: [
    {
      name: "the user encrypts and decrypts",
      expect: [
        can("user", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("user", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
      ],
    },
    {
      name: "the administrator of the key sees it, and does neither",
      expect: [
        can("keeper", describeKey("key"), { yields: { KeyState: "Enabled" } }),
        cannot("keeper", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("keeper", decrypt({ noted: "ciphertext" }), denied("kms:Decrypt")),
      ],
    },
  ],
});
`;

/** The file of a new scenario, `<area>/<name>`: it runs and passes as it stands, and what it says is to be replaced. */
export function scenarioSkeleton(id: string): string {
  const [, name = ""] = id.split("/");
  return skeleton.replaceAll("<id>", id).replaceAll("<name>", name);
}
