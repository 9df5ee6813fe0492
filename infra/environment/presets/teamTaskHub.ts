const databaseAndSecrets = [
  "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
  "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
];

/**
 * "Team task hub": one key for a database and its secret, which QuocBao has and a colleague has not. The colleague does not occur
 * in the workshop: without somebody who is kept out, there would be nothing to try.
 */
export const teamTaskHub = {
  key: { alias: "taskhub_kms", administrators: [], users: [] },
  tables: [{ tableName: "taskhub", items: [{ id: "1", title: "Water the plants" }] }],
  secrets: [{ secretName: "taskhub", username: "taskhub" }],
  users: [
    { userName: "QuocBao", policyArns: databaseAndSecrets, keyAdministrator: true, keyUser: true },
    { userName: "Colleague", policyArns: databaseAndSecrets },
  ],
};
