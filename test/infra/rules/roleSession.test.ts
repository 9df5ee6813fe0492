import { expect } from "chai";

import { isRoleSession } from "../../../infra/rules/roleSession.ts";

describe("isRoleSession", () => {
  const sessions = [
    "arn:aws:sts::111122223333:assumed-role/DevOpsRole/me@example.com",
    "arn:aws-us-gov:sts::111122223333:assumed-role/DevOpsRole/session",
  ];
  const others = [
    "arn:aws:iam::111122223333:role/DevOpsRole",
    "arn:aws:iam::111122223333:role/assumed-role/x",
    "arn:aws:iam::111122223333:user/admin",
    "arn:aws:iam::111122223333:root",
    "arn:aws:sts::111122223333:assumed-role/DevOpsRole",
    "arn:aws:sts::111122223333:federated-user/me",
    "",
  ];
  for (const arn of sessions) it(`knows ${arn} for a session`, () => expect(isRoleSession(arn)).to.equal(true));
  for (const arn of others) it(`knows "${arn}" for none`, () => expect(isRoleSession(arn)).to.equal(false));
});
