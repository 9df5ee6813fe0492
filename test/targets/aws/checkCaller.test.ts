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

  for (const { name, arn = role, named, message, nextStep } of [
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
      expect(() => checkCaller({ arn, accountId }, named))
        .to.throw(UserError, message)
        .with.property("nextStep", nextStep);
    });
  }
});
