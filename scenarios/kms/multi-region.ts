import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { ReplicaKey } from "../../infra/replicaKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { describeKey } from "../contract/actions/describeKey.ts";
import { disableKey } from "../contract/actions/disableKey.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { can, cannot, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator, inRegion } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const away = "eu-west-1";
const typeIs = (type: "PRIMARY" | "REPLICA") => ({
  MultiRegion: true,
  MultiRegionConfiguration: { MultiRegionKeyType: type },
});
const denied = (action: string) => ({ action, layer: "identity policy" }) as const;

export default scenario({
  id: "kms/multi-region",
  title: "Encrypt in one region, and decrypt in another",
  lesson:
    "The replica of a multi-Region key has the same id and the same material, so that what one region encrypts the other decrypts, without asking the first. Its key policy and its state are its own: who uses the key here need not use it there.",
  workshop: "W5, single-region or multi-region",
  billed: { keys: 2 },
  needs: [],
  limits: ["The replica is in eu-west-1: it takes a target in another region."],

  parameters: {},
  deploy: ({ name }) => {
    const writer = new UnprivilegedUser("writer", { userName: name("writer-here") });
    const reader = new UnprivilegedUser("reader", { userName: name("reader-there") });
    const key = new EncryptionKey("key", {
      alias: name("NewKey"),
      multiRegion: true,
      administrators: [callerArn()],
      users: [writer],
    });
    const replica = new ReplicaKey("replica", {
      primary: key,
      region: away,
      alias: name("NewKey"),
      administrators: [callerArn()],
      users: [reader],
    });
    return { writer, reader, key, replica };
  },
  regions: [away],
  principals: {
    admin: administrator(),
    "admin away": inRegion(away, administrator()),
    writer: accessKeyOf("writer"),
    "writer away": inRegion(away, accessKeyOf("writer")),
    reader: accessKeyOf("reader"),
    "reader away": inRegion(away, accessKeyOf("reader")),
  },

  phases: [
    {
      name: "what the primary key encrypts, the replica decrypts",
      expect: [
        can("admin", describeKey("key"), { yields: typeIs("PRIMARY") }),
        can("admin away", describeKey("replica"), { yields: typeIs("REPLICA") }),
        can("writer", encrypt("key", "letter", { noteAs: "letter" })),
        can("reader away", decrypt({ noted: "letter" }), { yields: "letter" }),
        can("reader away", encrypt("replica", "answer", { noteAs: "answer" })),
        can("writer", decrypt({ noted: "answer" }), { yields: "answer" }),
      ],
    },
    {
      name: "each key has its own policy",
      expect: [
        cannot("reader", decrypt({ noted: "letter" }), denied("kms:Decrypt")),
        cannot("reader", encrypt("key", "letter"), denied("kms:Encrypt")),
        cannot("writer away", decrypt({ noted: "letter" }), denied("kms:Decrypt")),
        cannot("writer away", encrypt("replica", "letter"), denied("kms:Encrypt")),
      ],
    },
    {
      name: "each key has its own state: without the primary key the replica goes on",
      expect: [
        can("admin", disableKey("key")),
        eventually(fails("writer", decrypt({ noted: "letter" }), { code: "DisabledException" })),
        can("reader away", decrypt({ noted: "letter" }), { yields: "letter" }),
      ],
    },
  ],
});
