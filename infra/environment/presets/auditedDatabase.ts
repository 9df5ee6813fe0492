const fullAccess = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess";

/** "Encrypt a database", seen by an auditor: a trail records who used the key for what, and who was kept out. */
export const auditedDatabase = {
  key: { alias: "nextwork-kms-key" },
  tables: [{ tableName: "nextwork-kms-table", items: [{ id: "1" }] }],
  users: [
    { userName: "member", policyArns: [fullAccess], keyUser: true },
    { userName: "outsider", policyArns: [fullAccess] },
    { userName: "auditor" },
  ],
  roles: [{ roleName: "key-users", assumedBy: ["member"], keyUser: true }],
  trail: { trailName: "key-usage", readers: ["auditor"] },
};
