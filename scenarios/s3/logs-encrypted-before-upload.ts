import { Bucket } from "../../infra/bucket.ts";
import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { findInObject } from "../contract/actions/findInObject.ts";
import { getSealedObject } from "../contract/actions/getSealedObject.ts";
import { headObject } from "../contract/actions/headObject.ts";
import { putObject } from "../contract/actions/putObject.ts";
import { putSealedObject } from "../contract/actions/putSealedObject.ts";
import { can, cannot } from "../contract/expectation.ts";
import { accessKeyOf } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const log = "10:00 Ada signed in from 203.0.113.7";
const mayUseS3 = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"];

export default scenario({
  id: "s3/logs-encrypted-before-upload",
  title: "Encrypt logs before they are uploaded",
  lesson:
    "What the client encrypts with a data key is ciphertext for S3 too, and for everybody who may read the bucket. Whoever writes needs kms:GenerateDataKey and whoever reads kms:Decrypt: the server that writes the logs cannot read them back.",
  workshop: "W4, ideas (encrypt S3 logs before upload)",
  billed: { keys: 1 },
  needs: [],
  limits: ["The log is encrypted by Node.js with AES-256-GCM; the AWS Encryption SDK does so in a format of its own."],

  parameters: {},
  deploy: ({ name }) => {
    const server = new UnprivilegedUser("server", { userName: name("log-writer"), policyArns: mayUseS3 });
    const auditor = new UnprivilegedUser("auditor", { userName: name("log-reader"), policyArns: mayUseS3 });
    const operator = new UnprivilegedUser("operator", { userName: name("bucket-operator"), policyArns: mayUseS3 });
    const key = new EncryptionKey("key", {
      alias: name("log-key"),
      administrators: [callerArn()],
      statements: [
        { Sid: "Whoever writes logs", Effect: "Allow", Principal: [server], Action: "kms:GenerateDataKey" },
        { Sid: "Whoever reads logs", Effect: "Allow", Principal: [auditor], Action: "kms:Decrypt" },
      ],
    });
    const bucket = new Bucket("bucket", { bucketName: name("log-bucket") });
    return { server, auditor, operator, key, bucket };
  },
  principals: { server: accessKeyOf("server"), auditor: accessKeyOf("auditor"), operator: accessKeyOf("operator") },

  phases: [
    {
      name: "a log that S3 alone encrypts is in the clear for whoever may read the bucket",
      expect: [
        can("server", putObject("bucket", "plain.log", log)),
        can("operator", headObject("bucket", "plain.log", "key"), { yields: { encryptedUnder: "S3's own key" } }),
        can("operator", findInObject("bucket", "plain.log", "signed in"), { yields: { found: true } }),
      ],
    },
    {
      name: "a log that is encrypted before the upload is not",
      expect: [
        can("server", putSealedObject("bucket", "sealed.log", log, { under: "key" })),
        can("operator", findInObject("bucket", "sealed.log", "encryptedDataKey"), { yields: { found: true } }),
        can("operator", findInObject("bucket", "sealed.log", "signed in"), { yields: { found: false } }),
        cannot("operator", getSealedObject("bucket", "sealed.log"), {
          action: "kms:Decrypt",
          layer: "identity policy",
        }),
      ],
    },
    {
      name: "the auditor reads and does not write, the server writes and does not read",
      expect: [
        can("auditor", getSealedObject("bucket", "sealed.log"), { yields: log }),
        cannot("auditor", putSealedObject("bucket", "forged.log", log, { under: "key" }), {
          action: "kms:GenerateDataKey",
          layer: "identity policy",
        }),
        cannot("server", getSealedObject("bucket", "sealed.log"), { action: "kms:Decrypt", layer: "identity policy" }),
      ],
    },
  ],
});
