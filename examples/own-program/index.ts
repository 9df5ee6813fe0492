import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import { callerArn, EncryptedTable, EncryptionKey, UnprivilegedUser } from "keylab";

/** A key with somebody who reads what it encrypts and somebody who must not, beside resources of the program's own. */
export default function program() {
  const deployer = callerArn();
  const reader = new UnprivilegedUser("reader", { userName: "orders-reader" });
  const key = new EncryptionKey("orders", {
    alias: "orders",
    administrators: [deployer],
    users: [deployer, reader],
    enableKeyRotation: true,
    tags: { team: "orders" },
  });
  const table = new EncryptedTable("orders", {
    tableName: "orders",
    encryption: key,
    items: [{ id: "1", total: "9" }],
  });

  // Components and plain resources of @pulumi/aws go together.
  const invoices = new Bucket("invoices", { forceDestroy: true });
  new BucketServerSideEncryptionConfiguration("invoices", {
    bucket: invoices.bucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
  });

  return { key: key.arn, alias: key.aliasName, table: table.tableName, bucket: invoices.bucket, reader: reader.arn };
}
