import { expect } from "chai";

import { Role, type RoleArgs } from "../../infra/role.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

const deployRole = (args: Partial<RoleArgs> = {}) =>
  deploy(() => new Role("role", { roleName: "DevOpsRole", principals: [admin], ...args }));

/** The trust policy with one statement for each principal element. */
const trustText = (...principals: object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: principals.map((Principal) => ({ Effect: "Allow", Principal, Action: "sts:AssumeRole" })),
  });

describe("Role", () => {
  it("creates a role with its trust policy, and no policy unasked", async () => {
    const { resources, components, result } = await deployRole({ tags: { Project: "AWS-Learning" } });
    expect(resources).to.deep.equal({
      "iam/role:Role role": {
        name: "DevOpsRole",
        assumeRolePolicy: trustText({ AWS: [admin] }),
        tags: { Project: "AWS-Learning" },
      },
    });
    expect(components).to.deep.equal(["keylab:infra:Role role"]);
    expect(await valueOf(result.outputs)).to.deep.equal({
      roleName: "DevOpsRole",
      arn: `arn:aws:iam::${account}:role/DevOpsRole`,
    });
  });

  it("is assumed by components and services, each in a statement of its kind", async () => {
    const { resources } = await deploy(() => {
      const user = new UnprivilegedUser("user", { userName: "Ada" });
      return new Role("role", { roleName: "R", principals: [user], services: ["lambda.amazonaws.com"] });
    });
    expect(resources["iam/role:Role role"]).to.include({
      assumeRolePolicy: trustText({ AWS: [`arn:aws:iam::${account}:user/Ada`] }, { Service: ["lambda.amazonaws.com"] }),
    });
  });

  it("attaches managed policies and has one of its own", async () => {
    const { resources } = await deployRole({
      policyArns: [readOnly],
      inlinePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] },
    });
    expect(resources["iam/rolePolicyAttachment:RolePolicyAttachment role-ReadOnlyAccess"]).to.deep.equal({
      role: "DevOpsRole",
      policyArn: readOnly,
    });
    expect(resources["iam/rolePolicy:RolePolicy role-inline"]).to.deep.equal({
      name: "inline",
      role: "DevOpsRole",
      policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}',
    });
  });
});

describe("Role, given a wrong argument", () => {
  const mistakes: { args: Partial<RoleArgs>; says: RegExp }[] = [
    { args: { roleName: "a b" }, says: /^Role "role": roleName is "a b"; allowed is a name of 1 to 64 letters/ },
    {
      args: { principals: [] },
      says: /^Role "role": principals is \[\]; allowed is at least one principal or service/,
    },
    { args: { principals: ["Ada"] }, says: /^Role "role": principals\[0\] is "Ada"; allowed is the ARN of/ },
    { args: { policyArns: ["ReadOnlyAccess"] }, says: /^Role "role": policyArns\[0\] is "ReadOnlyAccess"; allowed is/ },
  ];
  for (const { args, says } of mistakes) {
    it(`creates nothing and says so: ${JSON.stringify(args)}`, async () => {
      const message = await refusalOf(() => new Role("role", { roleName: "R", principals: [admin], ...args }));
      expect(message).to.match(says);
    });
  }
});
