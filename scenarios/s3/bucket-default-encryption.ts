import { Bucket } from "../../infra/bucket.ts";
import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { decrypt } from "../contract/actions/decrypt.ts";
import { encrypt } from "../contract/actions/encrypt.ts";
import { getBucketEncryption } from "../contract/actions/getBucketEncryption.ts";
import { getObject } from "../contract/actions/getObject.ts";
import { headObject } from "../contract/actions/headObject.ts";
import { putObject } from "../contract/actions/putObject.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether the user of S3 is one of the key's users. */
  readonly userIsKeyUser: boolean;
}

const start: Parameters = { userIsKeyUser: false };

export default scenario({
  id: "s3/bucket-default-encryption",
  title: "Encrypt whatever comes into a bucket under a key of your own",
  lesson:
    "With default encryption S3 encrypts every new object under the bucket's key, though nobody who uploads says so. To read an object takes both the right to the object and the right to the key: either alone opens nothing.",
  workshop: "W4, S3",
  billed: { keys: 1 },
  needs: [],
  limits: ["Neither the user of S3 nor the key user occurs in the workshop: without them, nothing would be proved."],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const user = new UnprivilegedUser("user", {
      userName: name("s3-user"),
      policyArns: ["arn:aws:iam::aws:policy/AmazonS3FullAccess"],
    });
    const keyUser = new UnprivilegedUser("keyUser", { userName: name("key-user") });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: parameters.userIsKeyUser ? [callerArn(), keyUser, user] : [callerArn(), keyUser],
    });
    const bucket = new Bucket("bucket", { bucketName: name("my-app-bucket"), key, namesKeyBy: "alias" });
    return { user, keyUser, key, bucket };
  },
  principals: { admin: administrator(), user: accessKeyOf("user"), keyUser: accessKeyOf("keyUser") },

  phases: [
    {
      name: "the bucket names the key by its alias, and every object names the key itself",
      expect: [
        can("admin", getBucketEncryption("bucket"), {
          yields: ({ name }) => ({ SSEAlgorithm: "aws:kms", KMSMasterKeyID: `alias/${name("my-app-key")}` }),
        }),
        can("admin", putObject("bucket", "report.txt", "annual report")),
        can("admin", headObject("bucket", "report.txt", "key"), {
          yields: { encryption: "aws:kms", encryptedUnder: "key", usesBucketKey: false },
        }),
        can("admin", getObject("bucket", "report.txt"), { yields: "annual report" }),
      ],
    },
    {
      name: "who may do everything in S3 sees that an object is there, and neither reads nor writes one",
      expect: [
        can("user", headObject("bucket", "report.txt", "key"), { yields: { encryptedUnder: "key" } }),
        cannot("user", getObject("bucket", "report.txt"), { action: "kms:Decrypt", layer: "identity policy" }),
        cannot("user", putObject("bucket", "new.txt", "hello"), {
          action: "kms:GenerateDataKey",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "who may use the key, and may do nothing in S3, does not get at an object either",
      expect: [
        can("keyUser", encrypt("key", "letter", { noteAs: "ciphertext" })),
        can("keyUser", decrypt({ noted: "ciphertext" }), { yields: "letter" }),
        cannot("keyUser", getObject("bucket", "report.txt"), { action: "s3:GetObject", layer: "identity policy" }),
        cannot("keyUser", putObject("bucket", "new.txt", "hello"), {
          action: "s3:PutObject",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "the user of S3 becomes a key user, and has both",
      set: { userIsKeyUser: true },
      expect: [
        eventually(can("user", getObject("bucket", "report.txt"), { yields: "annual report" })),
        can("user", putObject("bucket", "new.txt", "hello")),
        can("user", headObject("bucket", "new.txt", "key"), { yields: { encryptedUnder: "key" } }),
      ],
    },
    {
      name: "and loses the objects with the key, those uploaded by the user included",
      set: { userIsKeyUser: false },
      expect: [
        eventually(
          cannot("user", getObject("bucket", "report.txt"), { action: "kms:Decrypt", layer: "identity policy" }),
        ),
        cannot("user", getObject("bucket", "new.txt"), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
  ],
});
