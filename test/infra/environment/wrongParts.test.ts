import { mistakeTable } from "./configuration.ts";

const table = { tableName: "orders" };

describe("readEnvironment, given a workshop with a wrong part", () => {
  mistakeTable([
    // What is under the key.
    {
      config: { tables: [{ ...table, encryption: "kms" }] },
      says: 'keylab:tables[0].encryption is "kms"; allowed is owned or aws-managed or customer-managed.',
    },
    {
      config: { tables: [{}] },
      says: 'keylab:tables[0].tableName is missing; needed is a name of 3 to 255 letters, digits, "_", "-" and ".".',
    },
    { config: { tables: table }, says: "keylab:tables is settings by name; allowed is a list." },
    {
      config: { tables: [table, table] },
      says: 'keylab:tables[1].tableName is "orders", as keylab:tables[0].tableName is; allowed is a name of its own.',
    },
    {
      config: { tables: [{ ...table, items: [{ name: "Ada" }] }] },
      says: "keylab:tables[0].items[0].id is missing; needed is a text.",
    },
    {
      config: { tables: [{ ...table, items: [{ id: "1", age: 36 }] }] },
      says: "keylab:tables[0].items[0].age is wrong; allowed is a text.",
    },
    {
      config: { tables: [{ ...table, items: [{ id: "1" }, { id: "1" }] }] },
      says: "keylab:tables[0].items[1].id is wrong; allowed is an id of its own that is not empty.",
    },
    {
      config: { tables: [{ ...table, items: [{ id: "" }] }] },
      says: "keylab:tables[0].items[0].id is wrong; allowed is an id of its own that is not empty.",
    },
    { config: { secrets: "a password" }, says: "keylab:secrets is wrong; allowed is a list." },
    {
      config: { secrets: ["a password"] },
      says: "keylab:secrets[0] is wrong; allowed is settings named secretName, secretString, username, description.",
    },
    {
      config: { secrets: [{ secretName: "my secret" }] },
      says: 'keylab:secrets[0].secretName is "my secret"; allowed is a name of 1 to 512 letters, digits and "/_+=.@-".',
    },
    {
      config: { secrets: [{ secretName: "s", secretString: 12345 }] },
      says: "keylab:secrets[0].secretString is wrong; allowed is a text.",
    },
    {
      config: { secrets: [{ secretName: "s", secretString: "hidden", username: "admin" }] },
      says:
        "keylab:secrets[0].username stands beside secretString; allowed is one of them, as the username is for a value " +
        "that is generated.",
    },
    {
      config: { buckets: [{ bucketName: "My Bucket" }] },
      says:
        'keylab:buckets[0].bucketName is "My Bucket"; allowed is a name of 3 to 63 small letters, digits and "-", which ' +
        "begins and ends with a letter or digit.",
    },
    {
      config: { buckets: [{ bucketName: "uploads", encryption: "aws-managed" }] },
      says: 'keylab:buckets[0].encryption is "aws-managed"; allowed is owned or customer-managed.',
    },
    // People.
    {
      config: { users: [{ userName: "Ada" }, { userName: "a b" }] },
      says: 'keylab:users[1].userName is "a b"; allowed is a name of 1 to 64 letters, digits and "_+=,.@-".',
    },
    {
      config: { users: [{ userName: "Ada", keyUser: "yes" }] },
      says: 'keylab:users[0].keyUser is "yes"; allowed is true or false.',
    },
    {
      config: { users: [{ userName: "Ada", policyArns: ["AmazonDynamoDBFullAccess"] }] },
      says:
        'keylab:users[0].policyArns[0] is "AmazonDynamoDBFullAccess"; allowed is the ARN of a managed policy, such as ' +
        "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess.",
    },
    {
      config: { users: [{ userName: "Anna" }], roles: [{ roleName: "anna" }] },
      says: 'keylab:roles[0].roleName is "anna", as keylab:users[0].userName is; allowed is a name of its own.',
    },
    {
      config: { users: [{ userName: "Ada", statements: [{ Effect: "allow", Action: "*", Resource: "*" }] }] },
      says: 'keylab:users[0].statements[0].Effect is "allow" (did you mean Allow?); allowed is Allow or Deny.',
    },
    {
      config: { users: [{ userName: "Ada", statements: [{ Effect: "Allow", Action: 1, Resource: "*" }] }] },
      says: "keylab:users[0].statements[0].Action is 1; allowed is a text or a list of texts.",
    },
    {
      config: { users: [{ userName: "Charles" }], roles: [{ roleName: "reader", assumedBy: ["Charels"] }] },
      says:
        'keylab:roles[0].assumedBy[0] is "Charels" (did you mean Charles?); allowed is the userName of one of the ' +
        "workshop's users, or the ARN of an IAM user, of a role, of an account's root, or of a role session.",
    },
    {
      config: { roles: [{ roleName: "function", services: ["lambda"] }] },
      says: 'keylab:roles[0].services[0] is "lambda"; allowed is the name of a service, such as lambda.amazonaws.com.',
    },
    // Who watches.
    {
      config: { trail: { trailName: "Usage" } },
      says:
        'keylab:trail.trailName is "Usage"; allowed is a name of 3 to 50 small letters, digits and single hyphens ' +
        "between them.",
    },
    {
      config: { trail: { trailName: "usage", readers: ["Ada"] } },
      says: 'keylab:trail.readers[0] is "Ada"; allowed is the userName of one of the workshop\'s users.',
    },
    {
      config: { alarms: [{ alarmName: "a", on: "deletion" }] },
      says:
        'keylab:alarms[0].on is "deletion" (did you mean key-deletion?); allowed is key-deletion or ' +
        "use-pending-deletion or table-reads.",
    },
    {
      config: { alarms: [{ alarmName: "a", on: "table-reads" }] },
      says:
        "keylab:alarms[0].tableName is missing; needed is the tableName of one of the workshop's tables.\n" +
        "keylab:alarms[0].consumedReadCapacityUnits is missing; needed is a number above 0.",
    },
    {
      config: {
        tables: [table],
        alarms: [{ alarmName: "a", on: "table-reads", tableName: "order", consumedReadCapacityUnits: 1 }],
      },
      says:
        'keylab:alarms[0].tableName is "order" (did you mean orders?); allowed is the tableName of one of the ' +
        "workshop's tables.",
    },
    {
      config: { alarms: [{ alarmName: "a", on: "table-reads", tableName: "orders", consumedReadCapacityUnits: 0 }] },
      says: "keylab:alarms[0].consumedReadCapacityUnits is 0; allowed is a number above 0.",
    },
    {
      config: { tables: [table], alarms: [{ alarmName: "a", on: "key-deletion", tableName: "orders" }] },
      says: "keylab:alarms[0].tableName stands beside on: key-deletion; allowed is that with on: table-reads alone.",
    },
  ]);
});
