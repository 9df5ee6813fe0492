import { expect } from "chai";
import type { ConditionValues } from "../../../../emulator/authorization/conditions/conditionContext.ts";
import { conditionContext } from "../../../../emulator/authorization/conditions/conditionContext.ts";
import { globalConditions } from "../../../../emulator/authorization/conditions/globalConditions.ts";
import { supportedConditionKey } from "../../../../emulator/authorization/conditions/supportedConditionKey.ts";
import { Dispatcher } from "../../../../emulator/dispatcher.ts";
import { Instance } from "../../../../emulator/instance.ts";
import { operation } from "../../../../emulator/operation.ts";
import { servicePrincipal, type Principal } from "../../../../emulator/principal.ts";
import { Organization } from "../../../../emulator/organization.ts";
import { Registry } from "../../../../emulator/registry.ts";
import { services } from "../../../../emulator/services/services.ts";
import { readVpcEndpoint, type VpcEndpointSettings } from "../../../../emulator/vpcEndpoint.ts";
import { account, otherAccount, principals } from "../accessRequests.ts";

const organizationId = "o-exampleorgid";
const path = `${organizationId}/r-root/`;
const resourceTags = new Map([["team", "blue"]]);

interface Asked {
  readonly viaService?: string;
  /** The accounts of the organization; absent: there is none. */
  readonly members?: readonly string[];
  /** Where in the organization they are. */
  readonly path?: string;
  readonly vpcEndpoint?: VpcEndpointSettings;
}

/** The `aws:` keys of a call by a principal, on a resource of `otherAccount`. */
async function conditionsOf(
  caller: Principal,
  { viaService, members, path: place, vpcEndpoint }: Asked = {},
): Promise<ConditionValues> {
  const seen: ConditionValues[] = [];
  const resource = { arn: "*", accountId: otherAccount, policyIsRequired: false, tags: resourceTags };
  const probe = operation<object, object>({
    service: "kms",
    name: "ListKeys",
    documentation: "",
    readOnly: true,
    access: (context) => {
      seen.push(globalConditions(context, resource));
      return [];
    },
    run: () => ({}),
  });
  const accounts = Object.fromEntries((members ?? []).map((member) => [member, { path: place }]));
  const instance = new Instance("test", {
    organization: members && new Organization({ id: organizationId, accounts }),
    vpcEndpoint: vpcEndpoint && readVpcEndpoint(vpcEndpoint),
  });
  const origin = { sourceIp: "192.0.2.1", userAgent: "test/1.0", referer: "https://example.com/", viaService };
  const call = { caller, region: "eu-west-1", requestId: "1", wireRequestId: "1", origin };
  await new Dispatcher(instance, new Registry(services)).invoke(probe, {}, call);
  const [conditions] = seen;
  if (!conditions) throw new Error("The call never came.");
  return conditions;
}

const unsigned = {
  "aws:Referer": "https://example.com/",
  "aws:RequestedRegion": "eu-west-1",
  "aws:ResourceAccount": otherAccount,
  "aws:ResourceTag/team": "blue",
  "aws:SecureTransport": false,
  "aws:UserAgent": "test/1.0",
  "aws:ViaAWSService": false,
};
const always = { ...unsigned, "aws:PrincipalIsAWSService": false };
const vpcEndpoint = { id: "vpce-0a1b", vpc: "vpc-0c2d" };
const throughEndpoint = {
  ...always,
  "aws:SourceVpce": "vpce-0a1b",
  "aws:SourceVpc": "vpc-0c2d",
  "aws:VpcSourceIp": "192.0.2.1",
};
const viaDynamoDb = {
  "aws:PrincipalAccount": account,
  "aws:ViaAWSService": true,
  "aws:CalledVia": ["dynamodb.amazonaws.com"],
  "aws:CalledViaFirst": "dynamodb.amazonaws.com",
  "aws:CalledViaLast": "dynamodb.amazonaws.com",
};
const direct = { ...always, "aws:PrincipalAccount": account, "aws:SourceIp": "192.0.2.1" };
const alice = {
  "aws:PrincipalArn": principals.alice.arn,
  "aws:PrincipalType": "User",
  "aws:userid": "AIDAALICE",
  "aws:username": "Alice",
};
const visitor = { ...principals.visitor.federation.claims, "aws:FederatedProvider": principals.visitor.arn };
const service = {
  ...always,
  "aws:PrincipalIsAWSService": true,
  "aws:PrincipalServiceName": "dynamodb.amazonaws.com",
  "aws:PrincipalServiceNamesList": ["dynamodb.amazonaws.com", "dynamodb.us-east-1.amazonaws.com"],
  "aws:PrincipalType": "Service",
  "aws:SourceAccount": account,
  "aws:userid": "dynamodb.us-east-1.amazonaws.com",
};

const cases: { name: string; caller: Principal; asked?: Asked; expected: ConditionValues }[] = [
  {
    name: "a user",
    caller: { ...principals.alice, tags: new Map([["team", "red"]]) },
    expected: { ...direct, ...alice, "aws:PrincipalTag/team": "red" },
  },
  {
    name: "a session, by its role's ARN, since when and without MFA",
    caller: { ...principals.reader, issuedAt: new Date("2026-01-02T03:04:05.678Z") },
    expected: {
      ...direct,
      "aws:MultiFactorAuthPresent": false,
      "aws:PrincipalArn": `arn:aws:iam::${account}:role/reader`,
      "aws:PrincipalType": "AssumedRole",
      "aws:TokenIssueTime": "2026-01-02T03:04:05Z",
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
    name: "a session that a web identity started, with what the token says",
    caller: { ...principals.reader, federation: principals.visitor.federation },
    expected: {
      ...direct,
      ...visitor,
      "aws:MultiFactorAuthPresent": false,
      "aws:PrincipalArn": `arn:aws:iam::${account}:role/reader`,
      "aws:PrincipalType": "AssumedRole",
      "aws:TokenIssueTime": "1970-01-01T00:00:00Z",
      "aws:userid": "AROAREADER:tests",
    },
  },
  {
    name: "a web identity, which belongs to no account",
    caller: principals.visitor,
    expected: { ...unsigned, ...visitor, "aws:SourceIp": "192.0.2.1" },
  },
  {
    name: "a federated user, whose name and MFA are not known",
    caller: { ...principals.guest, tags: new Map([["team", "red"]]) },
    expected: {
      ...direct,
      "aws:PrincipalArn": `arn:aws:sts::${account}:federated-user/Guest`,
      "aws:PrincipalTag/team": "red",
      "aws:PrincipalType": "FederatedUser",
      "aws:TokenIssueTime": "1970-01-01T00:00:00Z",
      "aws:userid": `${account}:Guest`,
    },
  },
  {
    name: "a user with temporary credentials",
    caller: { ...principals.alice, session: { issuedAt: new Date(0) } },
    expected: {
      ...direct,
      ...alice,
      "aws:MultiFactorAuthPresent": false,
      "aws:TokenIssueTime": "1970-01-01T00:00:00Z",
    },
  },
  {
    name: "a user through a service, whose address is not theirs",
    caller: principals.alice,
    asked: { viaService: "dynamodb" },
    expected: { ...always, ...alice, ...viaDynamoDb },
  },
  {
    name: "a service, which belongs to no account and is called through nobody",
    caller: principals.dynamodb,
    asked: { viaService: "dynamodb" },
    expected: service,
  },
  {
    name: "a service, on behalf of a resource",
    caller: servicePrincipal("dynamodb", "us-east-1", account, "arn:aws:dynamodb:us-east-1:1:table/t"),
    asked: { viaService: "dynamodb" },
    expected: { ...service, "aws:SourceArn": "arn:aws:dynamodb:us-east-1:1:table/t" },
  },
  {
    name: "a user through a VPC endpoint",
    caller: principals.alice,
    asked: { vpcEndpoint },
    expected: { ...throughEndpoint, ...alice, "aws:PrincipalAccount": account },
  },
  {
    name: "a service for a user who came through a VPC endpoint",
    caller: principals.alice,
    asked: { vpcEndpoint, viaService: "dynamodb" },
    expected: { ...always, ...alice, ...viaDynamoDb },
  },
  {
    name: "a service itself, which comes through no VPC endpoint",
    caller: principals.dynamodb,
    asked: { vpcEndpoint, viaService: "dynamodb" },
    expected: service,
  },
  {
    name: "a user of an organizational unit",
    caller: principals.alice,
    asked: { members: [account], path: "r-ab12/ou-ab12-11111111" },
    expected: {
      ...direct,
      ...alice,
      "aws:PrincipalOrgID": organizationId,
      "aws:PrincipalOrgPaths": ["o-exampleorgid/r-ab12/ou-ab12-11111111/"],
    },
  },
  {
    name: "a service, for an account of an organization",
    caller: principals.dynamodb,
    asked: { viaService: "dynamodb", members: [account] },
    expected: { ...service, "aws:SourceOrgID": organizationId, "aws:SourceOrgPaths": [path] },
  },
  {
    name: "a user of an organization, on a resource outside of it",
    caller: principals.alice,
    asked: { members: [account] },
    expected: { ...direct, ...alice, "aws:PrincipalOrgID": organizationId, "aws:PrincipalOrgPaths": [path] },
  },
  {
    name: "a user outside of an organization, on a resource of it",
    caller: principals.alice,
    asked: { members: [otherAccount] },
    expected: { ...direct, ...alice, "aws:ResourceOrgID": organizationId, "aws:ResourceOrgPaths": [path] },
  },
];

describe("the global condition keys of a call by", () => {
  for (const { name, caller, asked, expected } of cases) {
    it(name, async () => {
      const { "aws:CurrentTime": time, "aws:EpochTime": epoch, ...rest } = await conditionsOf(caller, asked);
      expect(time).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(epoch).to.equal(String(Date.parse(String(time)) / 1000));
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      expect(Object.fromEntries(given)).to.deep.equal(expected);
    });
  }

  it("a user who proved an MFA device tells how long ago", async () => {
    const multiFactorAuthAt = new Date(Date.now() - 60_000);
    const session = { issuedAt: multiFactorAuthAt, multiFactorAuthAt };
    const conditions = await conditionsOf({ ...principals.alice, session });
    expect(conditions["aws:MultiFactorAuthPresent"]).to.equal(true);
    expect(conditions["aws:MultiFactorAuthAge"]).to.be.within(60, 65);
  });

  it("a session of a role tells as much of whoever started it", async () => {
    const multiFactorAuthAt = new Date(Date.now() - 60_000);
    const conditions = await conditionsOf({ ...principals.reader, multiFactorAuthAt });
    expect(conditions["aws:MultiFactorAuthPresent"]).to.equal(true);
    expect(conditions["aws:MultiFactorAuthAge"]).to.be.within(60, 65);
  });

  it("anybody may all stand in policies", async () => {
    for (const caller of Object.values(principals)) {
      for (const viaService of [undefined, "dynamodb"]) {
        const keys = Object.keys(await conditionsOf(caller, { viaService, members: [account] }));
        expect(keys.filter((key) => !supportedConditionKey(key))).to.deep.equal([]);
      }
    }
  });
});

describe("a condition context", () => {
  it("knows keys in any case, and leaves out what is undefined", () => {
    const context = conditionContext(
      { "aws:UserName": "a", "aws:Flag": true, "aws:Count": 7, "aws:Absent": undefined },
      { "kms:List": ["b", "c"] },
    );
    const keys = ["aws:username", "aws:flag", "aws:count", "aws:absent", "kms:list", "aws:UserName"];
    expect(keys.map((key) => context.get(key))).to.deep.equal([
      ["a"],
      ["true"],
      ["7"],
      undefined,
      ["b", "c"],
      undefined,
    ]);
  });

  it("collects its keys once, when the first is asked for", () => {
    let collected = 0;
    const context = conditionContext(() => ({ "aws:Count": ++collected }));
    expect(collected).to.equal(0);
    expect([context.get("aws:count"), context.get("aws:count"), collected]).to.deep.equal([["1"], ["1"], 1]);
  });
});
