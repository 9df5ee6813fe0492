/** "Encrypt a database": a table under the admin's key, and a user with full access to DynamoDB who is kept out of it. */
export const encryptADatabase = {
  key: {
    alias: "nextwork-kms-key",
    description:
      "KMS key that will encrypt a DynamoDB database. Created for NextWork's Encryption with AWS KMS project.",
  },
  tables: [{ tableName: "nextwork-kms-table", items: [{ id: "1" }] }],
  users: [
    {
      userName: "nextwork-kms-user",
      policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
      consoleLogin: true,
    },
  ],
};
