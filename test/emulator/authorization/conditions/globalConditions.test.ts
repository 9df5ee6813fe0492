import { expect } from "chai";
import type { ConditionValues } from "../../../../emulator/authorization/conditions/conditionContext.ts";
import { conditionContext } from "../../../../emulator/authorization/conditions/conditionContext.ts";
import { globalConditions } from "../../../../emulator/authorization/conditions/globalConditions.ts";
import { supportedConditionKey } from "../../../../emulator/authorization/conditions/supportedConditionKey.ts";
import { Dispatcher } from "../../../../emulator/dispatcher.ts";
import { Instance } from "../../../../emulator/instance.ts";
import { operation } from "../../../../emulator/operation.ts";
import type { Principal } from "../../../../emulator/principal.ts";
import { Registry } from "../../../../emulator/registry.ts";
import { services } from "../../../../emulator/services/services.ts";
import { account, otherAccount, principals } from "../accessRequests.ts";

/** The `aws:` keys of a call by a principal, on a resource of `otherAccount`. */
async function conditionsOf(caller: Principal, viaService?: string): Promise<ConditionValues> {
  const seen: ConditionValues[] = [];
  const probe = operation<object, object>({
    service: "kms",
    name: "ListKeys",
    documentation: "",
    readOnly: true,
    access: (context) => {
      seen.push(globalConditions(context, { arn: "*", accountId: otherAccount, policyIsRequired: false }));
      return [];
    },
    run: () => ({}),
  });
  const origin = { sourceIp: "192.0.2.1", userAgent: "test", viaService };
  const call = { caller, region: "eu-west-1", requestId: "1", wireRequestId: "1", origin };
  await new Dispatcher(new Instance("test"), new Registry(services)).invoke(probe, {}, call);
  const [conditions] = seen;
  if (!conditions) throw new Error("The call never came.");
  return conditions;
}

const direct = {
  "aws:PrincipalAccount": account,
  "aws:RequestedRegion": "eu-west-1",
  "aws:ResourceAccount": otherAccount,
  "aws:SecureTransport": false,
  "aws:SourceIp": "192.0.2.1",
  "aws:ViaAWSService": false,
};

const cases: { name: string; caller: Principal; viaService?: string; expected: ConditionValues }[] = [
  {
    name: "a user",
    caller: { ...principals.alice, tags: new Map([["team", "red"]]) },
    expected: {
      ...direct,
      "aws:PrincipalArn": principals.alice.arn,
      "aws:PrincipalType": "User",
      "aws:userid": "AIDAALICE",
      "aws:username": "Alice",
      "aws:PrincipalTag/team": "red",
    },
  },
  {
    name: "a session, by its role's ARN",
    caller: principals.reader,
    expected: {
      ...direct,
      "aws:PrincipalArn": `arn:aws:iam::${account}:role/reader`,
      "aws:PrincipalType": "AssumedRole",
      "aws:userid": "AROAREADER:tests",
    },
  },
  {
    name: "the root user",
    caller: principals.root,
    expected: {
      ...direct,
      "aws:PrincipalArn": `arn:aws:iam::${account}:root`,
      "aws:PrincipalType": "Account",
      "aws:userid": account,
    },
  },
  {
    name: "a user through a service, whose address is not theirs",
    caller: principals.alice,
    viaService: "dynamodb",
    expected: {
      ...direct,
      "aws:PrincipalArn": principals.alice.arn,
      "aws:PrincipalType": "User",
      "aws:userid": "AIDAALICE",
      "aws:username": "Alice",
      "aws:SourceIp": undefined,
      "aws:ViaAWSService": true,
      "aws:CalledVia": ["dynamodb.amazonaws.com"],
    },
  },
];

describe("the global condition keys of a call by", () => {
  for (const { name, caller, viaService, expected } of cases) {
    it(name, async () => {
      const { "aws:CurrentTime": time, ...rest } = await conditionsOf(caller, viaService);
      expect(time).to.match(/^\d{4}-\d\d-\d\dT/);
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      expect(Object.fromEntries(given)).to.deep.equal(
        Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
      );
    });
  }

  it("anybody may all stand in policies", async () => {
    for (const caller of Object.values(principals)) {
      const keys = Object.keys(await conditionsOf(caller, "dynamodb"));
      expect(keys.filter((key) => !supportedConditionKey(key))).to.deep.equal([]);
    }
  });
});

describe("a condition context", () => {
  it("knows keys in any case, and leaves out what is undefined", () => {
    const context = conditionContext(
      { "aws:UserName": "a", "aws:Flag": true, "aws:Absent": undefined },
      { "kms:List": ["b", "c"] },
    );
    expect([...context]).to.deep.equal([
      ["aws:username", ["a"]],
      ["aws:flag", ["true"]],
      ["kms:list", ["b", "c"]],
    ]);
  });
});
