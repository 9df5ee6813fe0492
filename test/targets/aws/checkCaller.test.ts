import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { checkCaller } from "../../../targets/aws/checkCaller.ts";

const accountId = "111122223333";
const role = "arn:aws:sts::111122223333:assumed-role/deployer/keylab";

describe("who may work on AWS", () => {
  for (const arn of [role, "arn:aws:iam::111122223333:user/root", "arn:aws-cn:iam::111122223333:user/team/deployer"]) {
    it(`is ${arn} in the account that was named`, () => {
      expect(() => checkCaller({ arn, accountId }, accountId)).not.to.throw();
    });
  }

  it("is whoever is in one of the accounts that are listed", () => {
    expect(() => checkCaller({ arn: role, accountId }, accountId, ["444455556666", accountId])).not.to.throw();
  });

  for (const { name, arn = role, named, listed, message, nextStep } of [
    {
      name: "anybody in an account that is not listed, even if it was named",
      named: accountId,
      listed: ["444455556666", "777788889999"],
      message:
        "You are in account 111122223333, which is not among those of KEYLAB_AWS_ACCOUNTS: 444455556666, 777788889999.",
      nextStep: "Sign in to one of them, or assume a role there with --role-arn <arn>.",
    },
    {
      name: "a root user, even in the account that was named",
      arn: "arn:aws:iam::111122223333:root",
      named: accountId,
      message: "You are the root user of account 111122223333, who is not meant for daily work.",
      nextStep: "Use a role, or an IAM user. --role-arn <arn> assumes a role.",
    },
    {
      name: "anybody in another account",
      named: "444455556666",
      message: `The target is account 444455556666, but you are ${role}.`,
      nextStep: "Sign in to 444455556666, or assume a role there with --role-arn <arn>.",
    },
    {
      name: "anybody while no account was named",
      named: undefined,
      message: `You are ${role}. Which account may be worked in was not said.`,
      nextStep: "If it is this one: --target aws:111122223333",
    },
  ]) {
    it(`is not ${name}`, () => {
      expect(() => checkCaller({ arn, accountId }, named, listed))
        .to.throw(UserError, message)
        .with.property("nextStep", nextStep);
    });
  }
});
