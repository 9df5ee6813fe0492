import { Bucket } from "../../infra/bucket.ts";
import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { getObject } from "../contract/actions/getObject.ts";
import { headObject } from "../contract/actions/headObject.ts";
import { putObject } from "../contract/actions/putObject.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

interface Parameters {
  /** Whether new objects are encrypted under a bucket key. */
  readonly bucketKeyEnabled: boolean;
}

const start: Parameters = { bucketKeyEnabled: false };
const policyArns = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"];
const noDecrypt = { action: "kms:Decrypt", layer: "identity policy" } as const;
const noDataKey = { action: "kms:GenerateDataKey", layer: "identity policy" } as const;

export default scenario({
  id: "s3/bucket-keys",
  title: "Save KMS calls with a bucket key, and see what it costs",
  lesson:
    "Without a bucket key S3 binds each object to its own ARN, with one it binds them all to the bucket's ARN, and so need not ask KMS for each. A key policy that names objects lets nobody in any more, and one that names the bucket lets people into all of it.",
  workshop: "none",
  billed: { keys: 1 },
  needs: [],
  limits: [
    "The embedded AWS asks KMS for every object, also with a bucket key; on AWS, S3 keeps a bucket key for each requester for a while, so that far fewer calls are made and a key that is taken away is missed later.",
  ],

  parameters: start,
  deploy: ({ name, parameters }) => {
    const objectReader = new UnprivilegedUser("objectReader", { userName: name("object-reader"), policyArns });
    const bucketReader = new UnprivilegedUser("bucketReader", { userName: name("bucket-reader"), policyArns });
    const bucketName = name("payroll-bucket");
    const key = new EncryptionKey("key", {
      alias: name("payroll"),
      administrators: [callerArn()],
      users: [callerArn()],
      statements: [
        {
          Sid: "One object",
          Effect: "Allow",
          Principal: [objectReader],
          Action: "kms:Decrypt",
          Condition: { StringEquals: { "kms:EncryptionContext:aws:s3:arn": `arn:aws:s3:::${bucketName}/summary.txt` } },
        },
        {
          Sid: "The whole bucket",
          Effect: "Allow",
          Principal: [bucketReader],
          Action: "kms:Decrypt",
          Condition: { StringEquals: { "kms:EncryptionContext:aws:s3:arn": `arn:aws:s3:::${bucketName}` } },
        },
      ],
    });
    const bucket = new Bucket("bucket", { bucketName, key, bucketKeyEnabled: parameters.bucketKeyEnabled });
    return { objectReader, bucketReader, key, bucket };
  },
  principals: {
    admin: administrator(),
    "object reader": accessKeyOf("objectReader"),
    "bucket reader": accessKeyOf("bucketReader"),
  },

  phases: [
    {
      name: "without a bucket key each object has a context of its own",
      expect: [
        can("admin", putObject("bucket", "summary.txt", "12 people")),
        can("admin", putObject("bucket", "salaries.txt", "Ada: 5000")),
        can("object reader", getObject("bucket", "summary.txt"), { yields: "12 people" }),
        cannot("object reader", getObject("bucket", "salaries.txt"), noDecrypt),
        cannot("object reader", putObject("bucket", "summary.txt", "13 people"), noDataKey),
        cannot("bucket reader", getObject("bucket", "summary.txt"), noDecrypt),
        cannot("bucket reader", getObject("bucket", "salaries.txt"), noDecrypt),
      ],
    },
    {
      name: "a bucket key changes nothing about the objects that are there",
      set: { bucketKeyEnabled: true },
      expect: [
        can("admin", headObject("bucket", "summary.txt", "key"), { yields: { usesBucketKey: false } }),
        can("object reader", getObject("bucket", "summary.txt"), { yields: "12 people" }),
        cannot("bucket reader", getObject("bucket", "summary.txt"), noDecrypt),
      ],
    },
    {
      name: "objects that are uploaded from now on share the bucket's context",
      expect: [
        can("admin", putObject("bucket", "summary.txt", "14 people")),
        can("admin", putObject("bucket", "salaries.txt", "Ada: 5500")),
        can("admin", headObject("bucket", "summary.txt", "key"), {
          yields: { encryptedUnder: "key", usesBucketKey: true },
        }),
        cannot("object reader", getObject("bucket", "summary.txt"), noDecrypt),
        can("bucket reader", getObject("bucket", "summary.txt"), { yields: "14 people" }),
        can("bucket reader", getObject("bucket", "salaries.txt"), { yields: "Ada: 5500" }),
        cannot("bucket reader", putObject("bucket", "summary.txt", "15 people"), noDataKey),
      ],
    },
  ],
});
