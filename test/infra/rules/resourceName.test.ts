import {
  alarmName,
  eventRuleName,
  secretName,
  tableName,
  trailName,
  userName,
} from "../../../infra/rules/resourceName.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the name of a table", () => {
  ruleTable(tableName, {
    accepts: ["nextwork-kms-table", "a.b", "a_b", "x".repeat(255)],
    refuses: ["", "ab", "my table", "a/b", "x".repeat(256)],
  });
});

describe("the name of a secret", () => {
  ruleTable(secretName, {
    accepts: ["MySecret", "team/database@prod", "x".repeat(512)],
    refuses: ["", "my secret", "a:b", "x".repeat(513)],
  });
});

describe("the name of a user", () => {
  ruleTable(userName, {
    accepts: ["QuocBao", "nextwork-kms-user", "me@example.com", "x".repeat(64)],
    refuses: ["", "Quoc Bao", "a/b", "x".repeat(65)],
  });
});

describe("the name of a trail", () => {
  ruleTable(trailName, {
    accepts: ["key-usage", "abc", "2026", "x".repeat(50)],
    refuses: ["", "ab", "Key-Usage", "key--usage", "key_usage", "key-", "-key", "10.0.0.1", "x".repeat(51)],
  });
});

describe("the name of an event rule", () => {
  ruleTable(eventRuleName, {
    accepts: ["a", "key-deletion_scheduled.1", "x".repeat(64)],
    refuses: ["", "a b", "a/b", "x".repeat(65)],
  });
});

describe("the name of an alarm", () => {
  ruleTable(alarmName, { accepts: ["a", "much is read", "x".repeat(255)], refuses: ["", "x".repeat(256)] });
});
