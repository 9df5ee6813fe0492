import { Bucket } from "../../infra/bucket.ts";
import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { getObject } from "../contract/actions/getObject.ts";
import { headObject } from "../contract/actions/headObject.ts";
import { putObject } from "../contract/actions/putObject.ts";
import { putObjectPresigned } from "../contract/actions/putObjectPresigned.ts";
import { can, cannot, eventually } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether the bucket policy denies uploads that do not ask for the key. */
  readonly insistsOnTheKey: boolean;
}

const start: Parameters = { insistsOnTheKey: false };
const policyArns = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"];
const refused = { action: "s3:PutObject", layer: "resource policy", says: "with an explicit deny" } as const;
const underTheKey = { encryption: "aws:kms", under: "key" } as const;

export default scenario({
  id: "s3/secure-uploads",
  title: "Refuse uploads that are not under the key",
  lesson:
    "Default encryption is only a default: whoever uploads may ask for another encryption, and gets it. A bucket policy that denies uploads under any other key binds everybody, administrators and holders of presigned URLs included.",
  workshop: "W4, ideas (secure file uploads)",
  billed: { keys: 1 },
  needs: [],
  limits: ["The workshop names the idea and no policy; this one is of the kind that the S3 User Guide shows."],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const uploader = new UnprivilegedUser("uploader", { userName: name("uploader"), policyArns });
    const outsider = new UnprivilegedUser("outsider", { userName: name("outsider"), policyArns });
    const key = new EncryptionKey("key", {
      alias: name("my-app-key"),
      administrators: [callerArn()],
      users: [callerArn(), uploader],
    });
    const onlyTheKey = key.arn.apply((arn) => ({
      Sid: "OnlyUnderTheKey",
      Action: "s3:PutObject",
      Condition: { StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": arn } },
    }));
    const denials = parameters.insistsOnTheKey ? [onlyTheKey] : undefined;
    const bucket = new Bucket("bucket", { bucketName: name("uploads"), key, denials });
    return { uploader, outsider, key, bucket };
  },
  principals: { admin: administrator(), uploader: accessKeyOf("uploader"), outsider: accessKeyOf("outsider") },

  phases: [
    {
      name: "the default can be overridden, and the object is outside of the key",
      expect: [
        can("uploader", putObject("bucket", "default.txt", "hello")),
        can("uploader", headObject("bucket", "default.txt", "key"), { yields: { encryptedUnder: "key" } }),
        can("uploader", putObject("bucket", "other.txt", "hello", { encryption: "AES256" })),
        can("uploader", headObject("bucket", "other.txt", "key"), { yields: { encryptedUnder: "S3's own key" } }),
        can("outsider", getObject("bucket", "other.txt"), { yields: "hello" }),
      ],
    },
    {
      name: "the bucket policy refuses every upload that does not ask for the key",
      set: { insistsOnTheKey: true },
      expect: [
        eventually(cannot("uploader", putObject("bucket", "a.txt", "hello", { encryption: "AES256" }), refused)),
        cannot("uploader", putObject("bucket", "a.txt", "hello", { encryption: "aws:kms" }), refused),
        cannot("uploader", putObject("bucket", "a.txt", "hello"), refused),
        cannot("admin", putObject("bucket", "a.txt", "hello", { encryption: "AES256" }), refused),
      ],
    },
    {
      name: "an upload under the key goes through, and only key users make one or read it",
      expect: [
        can("uploader", putObject("bucket", "a.txt", "hello", underTheKey)),
        can("uploader", headObject("bucket", "a.txt", "key"), { yields: { encryptedUnder: "key" } }),
        cannot("outsider", putObject("bucket", "a.txt", "hello", underTheKey), {
          action: "kms:GenerateDataKey",
          layer: "identity policy",
        }),
        cannot("outsider", getObject("bucket", "a.txt"), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
    {
      name: "a presigned URL is worth what its signer may do, and no more",
      expect: [
        cannot("uploader", putObjectPresigned("bucket", "b.txt", "by URL"), refused),
        can("uploader", putObjectPresigned("bucket", "b.txt", "by URL", { under: "key" })),
        can("uploader", getObject("bucket", "b.txt"), { yields: "by URL" }),
        cannot("outsider", putObjectPresigned("bucket", "b.txt", "by URL", { under: "key" }), {
          action: "kms:GenerateDataKey",
          layer: "identity policy",
        }),
      ],
    },
  ],
});
