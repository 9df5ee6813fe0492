/** "KMS overview with command-line practicals": a key that rotates, a bucket and a secret under it, and who is kept out of them. */
export const kmsPracticals = {
  key: { alias: "my-app-key", enableKeyRotation: true },
  secrets: [{ secretName: "MySecret", username: "admin" }],
  buckets: [{ bucketName: "my-app-bucket" }],
  users: [
    { userName: "secret-reader", policyArns: ["arn:aws:iam::aws:policy/SecretsManagerReadWrite"] },
    { userName: "s3-user", policyArns: ["arn:aws:iam::aws:policy/AmazonS3FullAccess"] },
  ],
  trail: { trailName: "management-events" },
  alarms: [
    { alarmName: "key-deletion-scheduled", on: "key-deletion" },
    { alarmName: "key-used-while-pending-deletion", on: "use-pending-deletion" },
  ],
};
