import type { RotationRulesType } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { AwsError } from "../../../../emulator/awsError.ts";
import { nextRotationDate } from "../../../../emulator/services/secretsmanager/rotation.ts";

/** A Wednesday. */
const countedFrom = new Date("2026-04-15T10:30:00Z");

const due: { rules: RotationRulesType; at: string }[] = [
  { rules: { AutomaticallyAfterDays: 1 }, at: "2026-04-16T23:59:59.000Z" },
  { rules: { AutomaticallyAfterDays: 1000 }, at: "2029-01-09T23:59:59.000Z" },
  { rules: { AutomaticallyAfterDays: 30, Duration: "2h" }, at: "2026-05-15T01:59:59.000Z" },
  { rules: { ScheduleExpression: "rate(10 days)" }, at: "2026-04-25T23:59:59.000Z" },
  { rules: { ScheduleExpression: "rate(1 day)", Duration: "24h" }, at: "2026-04-16T23:59:59.000Z" },
  { rules: { ScheduleExpression: "rate(4 hours)" }, at: "2026-04-15T12:59:59.000Z" },
  { rules: { ScheduleExpression: "rate(4 hours)", Duration: "4h" }, at: "2026-04-15T15:59:59.000Z" },
  { rules: { ScheduleExpression: "rate(10 hours)" }, at: "2026-04-15T20:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 8 * * ? *)" }, at: "2026-04-16T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 12 * * ? *)", Duration: "3h" }, at: "2026-04-15T14:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 10 * * ? *)" }, at: "2026-04-16T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 /8 * * ? *)" }, at: "2026-04-15T16:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 4/12 * * ? *)", Duration: "2h" }, at: "2026-04-15T17:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 16 1,15 * ? *)", Duration: "2h" }, at: "2026-04-15T17:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 1 ? * SUN *)" }, at: "2026-04-19T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 1 ? * 2-4 *)" }, at: "2026-04-20T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 1 ? * TUE#3 *)" }, at: "2026-04-21T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 1 ? * FRIL *)" }, at: "2026-04-24T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 1 L * ? *)" }, at: "2026-04-30T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 1 29 2 ? *)" }, at: "2028-02-29T23:59:59.000Z" },
  { rules: { ScheduleExpression: "cron(0 1 1 JAN-DEC/3 ? *)" }, at: "2026-07-01T23:59:59.000Z" },
];

const refused: { rules: RotationRulesType; message: RegExp }[] = [
  {
    rules: { AutomaticallyAfterDays: 1, ScheduleExpression: "rate(1 day)" },
    message: /^You cannot specify both rotation frequency and schedule expression together\.$/,
  },
  { rules: { Duration: "3h" }, message: /need AutomaticallyAfterDays or a ScheduleExpression/ },
  {
    rules: { AutomaticallyAfterDays: 1, Duration: "25h" },
    message: /'25h' is no window of this schedule: give 1h to 24h/,
  },
  { rules: { AutomaticallyAfterDays: 1, Duration: "0h" }, message: /'0h' is no window/ },
  { rules: { ScheduleExpression: "rate(3 hours)" }, message: /at most every 4 hours/ },
  { rules: { ScheduleExpression: "rate(0 days)" }, message: /at most every 4 hours/ },
  { rules: { ScheduleExpression: "rate(1000 days)" }, message: /at least every 999 days/ },
  { rules: { ScheduleExpression: "rate(1 week)" }, message: /is neither rate/ },
  { rules: { ScheduleExpression: "every day" }, message: /is neither rate/ },
  { rules: { ScheduleExpression: "rate(6 hours)", Duration: "7h" }, message: /give 1h to 6h/ },
  { rules: { ScheduleExpression: "cron(0 20 * * ? *)", Duration: "5h" }, message: /give 1h to 4h/ },
  { rules: { ScheduleExpression: "cron(0 1,7 * * ? *)", Duration: "8h" }, message: /give 1h to 6h/ },
  { rules: { ScheduleExpression: "cron(30 8 * * ? *)" }, message: /must begin with 0 and end with \*/ },
  { rules: { ScheduleExpression: "cron(0 8 * * ? 2030)" }, message: /must begin with 0 and end with \*/ },
  { rules: { ScheduleExpression: "cron(0 8 * * ?)" }, message: /must have six fields/ },
  { rules: { ScheduleExpression: "cron(0 8 * * * *)" }, message: /must have \?/ },
  { rules: { ScheduleExpression: "cron(0 8 ? * ? *)" }, message: /must have \?/ },
  { rules: { ScheduleExpression: "cron(0 1,4 * * ? *)" }, message: /more often than every 4 hours/ },
  { rules: { ScheduleExpression: "cron(0 24 * * ? *)" }, message: /'24' is no field/ },
  { rules: { ScheduleExpression: "cron(0 8-4 * * ? *)" }, message: /'8-4' is no field/ },
  { rules: { ScheduleExpression: "cron(0 8/0 * * ? *)" }, message: /'8\/0' is no field/ },
  { rules: { ScheduleExpression: "cron(0 8 15W * ? *)" }, message: /'15W' is no field/ },
  { rules: { ScheduleExpression: "cron(0 8 ? FOO MON *)" }, message: /'FOO' is no field/ },
  { rules: { ScheduleExpression: "cron(0 8 31 2 ? *)" }, message: /never comes/ },
];

describe("A rotation schedule", () => {
  for (const { rules, at } of due) {
    it(`of ${JSON.stringify(rules)} is next due by ${at}`, () =>
      expect(nextRotationDate({ isEnabled: true, lambdaArn: "", rules, countedFrom })?.toISOString()).to.equal(at));
  }

  for (const { rules, message } of refused) {
    it(`cannot be ${JSON.stringify(rules)}`, () =>
      expect(() => nextRotationDate({ isEnabled: true, lambdaArn: "", rules, countedFrom })).to.throw(
        AwsError,
        message,
      ));
  }

  it("that is off, or has no rules, is never due", () => {
    const rules = { AutomaticallyAfterDays: 1 };
    expect(nextRotationDate({ isEnabled: false, lambdaArn: "", rules, countedFrom })).to.equal(undefined);
    expect(nextRotationDate({ isEnabled: true, lambdaArn: "", countedFrom })).to.equal(undefined);
  });
});
