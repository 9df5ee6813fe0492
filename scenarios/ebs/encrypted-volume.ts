import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { Volume } from "../../infra/volume.ts";
import { VolumeSnapshot } from "../../infra/volumeSnapshot.ts";
import { createGrant } from "../contract/actions/createGrant.ts";
import { createVolume } from "../contract/actions/createVolume.ts";
import { deleteVolume } from "../contract/actions/deleteVolume.ts";
import { describeSnapshot } from "../contract/actions/describeSnapshot.ts";
import { describeVolume } from "../contract/actions/describeVolume.ts";
import { generateDataKey } from "../contract/actions/generateDataKey.ts";
import { lookUpEvents } from "../contract/actions/lookUpEvents.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether the operator is one of the key's users. */
  readonly operatorIsKeyUser: boolean;
}

const start: Parameters = { operatorIsKeyUser: false };
const gone = { yields: { state: "gone" } } as const;
const available = { yields: { state: "available", encryptedUnder: "key" } } as const;

export default scenario({
  id: "ebs/encrypted-volume",
  title: "Encrypt a volume, and know why it vanishes",
  lesson:
    "EBS asks KMS as whoever makes a volume, and only after it has answered: without the right to the key the volume is promised and never seen. Snapshots keep the key, and to encrypt one that was in the clear its user gives EC2 a grant, which the key policy lets AWS services alone ask for.",
  workshop: "W4, EBS",
  billed: {
    keys: 1,
    volumeGigabytes: 2,
    note: "The snapshots, and the volumes made on the way, are gone in a minute.",
  },
  needs: [],
  limits: [
    "The embedded AWS has no instances: the grant that AWS makes when a volume is attached is not shown.",
    "The operator does not occur in the workshop: without somebody who is kept out, nothing would be proved.",
  ],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const operator = new UnprivilegedUser("operator", {
      userName: name("volume-operator"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonEC2FullAccess"],
    });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: parameters.operatorIsKeyUser ? [callerArn(), operator] : [callerArn()],
    });
    const volume = new Volume("volume", { volumeName: name("my-app-volume"), key });
    const snapshot = new VolumeSnapshot("snapshot", { snapshotName: name("my-app-volume"), volume });
    const plain = new Volume("plain", { volumeName: name("plain-volume") });
    const plainSnapshot = new VolumeSnapshot("plainSnapshot", { snapshotName: name("plain-volume"), volume: plain });
    return { operator, key, volume, snapshot, plain, plainSnapshot };
  },
  principals: { admin: administrator(), operator: accessKeyOf("operator") },

  phases: [
    {
      name: "the administrator's volume is under the key, and so is its snapshot",
      expect: [
        can("admin", describeVolume("volume", "key"), available),
        can("admin", describeSnapshot("snapshot", "key"), { yields: { encryptedUnder: "key" } }),
        can("admin", describeSnapshot("plainSnapshot", "key"), { yields: { encryptedUnder: "no key" } }),
      ],
    },
    {
      name: "who may do everything in EC2 and not use the key is promised volumes that vanish",
      expect: [
        can("operator", createVolume("volume", { under: "key", noteAs: "empty volume" })),
        eventually(can("operator", describeVolume("volume", "key", { noted: "empty volume" }), gone)),
        can("operator", createVolume("volume", { from: "snapshot", noteAs: "restored volume" })),
        eventually(can("operator", describeVolume("volume", "key", { noted: "restored volume" }), gone)),
        can(
          "admin",
          lookUpEvents("operator", {
            eventName: "GenerateDataKeyWithoutPlaintext",
            errorCode: "AccessDenied",
            invokedBy: "ec2.amazonaws.com",
          }),
          { yields: { found: true } },
        ),
      ],
    },
    {
      name: "as a key user the operator gets them, and what was restored has the snapshot's key",
      set: { operatorIsKeyUser: true },
      expect: [
        eventually(can("operator", generateDataKey("key"))),
        can("operator", createVolume("volume", { under: "key", noteAs: "empty volume" })),
        eventually(can("operator", describeVolume("volume", "key", { noted: "empty volume" }), available)),
        can("operator", deleteVolume({ noted: "empty volume" })),
        can("operator", createVolume("volume", { from: "snapshot", noteAs: "restored volume" })),
        eventually(can("operator", describeVolume("volume", "key", { noted: "restored volume" }), available)),
        can("operator", deleteVolume({ noted: "restored volume" })),
      ],
    },
    {
      name: "a snapshot in the clear takes a grant for EC2, which a key user gives through EC2 and not directly",
      expect: [
        can("operator", createVolume("plain", { from: "plainSnapshot", under: "key", noteAs: "encrypted volume" })),
        eventually(can("operator", describeVolume("plain", "key", { noted: "encrypted volume" }), available)),
        can("operator", deleteVolume({ noted: "encrypted volume" })),
        cannot("operator", createGrant("key", "operator", { operations: ["Decrypt"] }), {
          action: "kms:CreateGrant",
          layer: "identity policy",
        }),
      ],
    },
  ],
});
