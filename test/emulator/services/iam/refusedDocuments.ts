import { document } from "./document.ts";

/** A document that IAM refuses, with what it says, and where it is known from that AWS says so. */
export interface RefusedDocument {
  readonly name: string;
  readonly text: string;
  readonly message: string;
  readonly source: Source;
}

/** Where a sentence is known from. */
type Source =
  /** `tests/test_iam/test_iam_policies.py`, and the validator of moto that those answers of AWS went into. */
  | "moto"
  /** `tests/aws/services/iam/*.snapshot.json`: answers of AWS that LocalStack's tests have recorded. */
  | "LocalStack's recordings"
  /** Error messages of real AWS that people quote in issues and questions. */
  | "public reports"
  /** Nothing is recorded of it: the embedded AWS says what follows from the rest. */
  | "nowhere";

const statement = { Effect: "Allow", Action: "s3:Get*", Resource: "*" };
const syntax = "Syntax errors in policy.";
const legacy = "The policy failed legacy parsing";
const vendorless = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
const pathOfIam =
  'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.';

function refused(source: Source, cases: readonly (readonly [name: string, text: string, message: string])[]) {
  return cases.map(([name, text, message]): RefusedDocument => ({ name, text, message, source }));
}

/** A document of one statement that differs in this. */
function differing(change: object): string {
  return document({ ...statement, ...change });
}

function withElements(elements: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statement, ...elements });
}

/** Refused as inline and as managed policies. */
export const refusedIdentityPolicies: readonly RefusedDocument[] = [
  ...refused("moto", [
    ["no JSON", "This is not a json document", syntax],
    ["no statements", '{"Version":"2012-10-17"}', syntax],
    ["an empty list of statements", document(), syntax],
    ["a text for a statement", '{"Version":"2012-10-17","Statement":["afd"]}', syntax],
    ["an unknown version", withElements({ Version: "2013-10-17" }), syntax],
    ["an unknown element", withElements({ "Extra field": "value" }), syntax],
    ["an id that is no text", withElements({ Id: {} }), syntax],
    ["an unknown element of a statement", differing({ "Extra field": "value" }), syntax],
    ["no effect", document({ Action: "s3:Get*", Resource: "*" }), syntax],
    ["an unknown effect", differing({ Effect: "invalid" }), syntax],
    ["an effect in the wrong case", differing({ Effect: "allow" }), legacy],
    ["an object for actions", differing({ Action: {} }), syntax],
    ["an object for resources", differing({ Resource: { a: "*" } }), syntax],
    ["Action and NotAction", differing({ NotAction: "s3:Put*" }), syntax],
    ["Resource and NotResource", differing({ NotResource: "arn:aws:s3:::b" }), syntax],
    ["a list for conditions", differing({ Condition: [] }), syntax],
    ["a text for an operator's keys", differing({ Condition: { StringEquals: "b" } }), syntax],
    ["an unknown operator", differing({ Condition: { IpAddresses: { "aws:SourceIp": "10.0.0.0/8" } } }), syntax],
    [
      "a Sid twice",
      document({ ...statement, Sid: "A" }, { ...statement, Sid: "A" }),
      "Statement IDs (SID) in a single policy must be unique.",
    ],
    ["no actions", document({ Effect: "Allow", Resource: "*" }), "Policy statement must contain actions."],
    ["an empty list of actions", differing({ Action: [] }), "Policy statement must contain actions."],
    ["an action of no service", differing({ Action: ["s3:*", "invalid"] }), vendorless],
    ["a condition key of no service", differing({ Condition: { StringEquals: { username: "Ada" } } }), vendorless],
    ["an action of no service, and no resource", document({ Effect: "Allow", Action: "invalid" }), vendorless],
    ["an empty NotAction", document({ Effect: "Allow", NotAction: "", Resource: "*" }), vendorless],
    [
      "an action with two colons",
      differing({ Action: "s3:List:Bucket" }),
      "Actions/Condition can contain only one colon.",
    ],
    ["an action of an impossible service", differing({ Action: "a a:ListBucket" }), "Vendor a a is not valid"],
    ["no resources", document({ Effect: "Allow", Action: "s3:*" }), "Policy statement must contain resources."],
    ["an empty list of resources", differing({ Resource: [] }), "Policy statement must contain resources."],
    ["a resource that is no ARN", differing({ Resource: "bucket" }), 'Resource bucket must be in ARN format or "*".'],
    ["an empty resource", differing({ Resource: "" }), 'Resource  must be in ARN format or "*".'],
    [
      "an impossible action on what is no ARN",
      differing({ Action: "s:3:L", Resource: "b" }),
      'Resource b must be in ARN format or "*".',
    ],
    ["a partition alone", differing({ Resource: "a:b" }), 'Partition "b" is not valid for resource "arn:b:*:*:*:*".'],
    [
      "a partition and a service",
      differing({ Resource: "a:b:c" }),
      'Partition "b" is not valid for resource "arn:b:c:*:*:*".',
    ],
    [
      "more parts than an ARN has",
      differing({ Resource: "a:b:c:d:e:f:g:h" }),
      'Partition "b" is not valid for resource "arn:b:c:d:e:f:g:h".',
    ],
    [
      "an ARN without arn:",
      differing({ Resource: "aws:s3:::example_bucket" }),
      'Partition "s3" is not valid for resource "arn:s3:::example_bucket:*".',
    ],
    [
      "an unknown partition",
      differing({ Resource: ["arn:error:s3:::b", "arn:error:s3::b"] }),
      'Partition "error" is not valid for resource "arn:error:s3:::b".',
    ],
    [
      "an ARN without a service",
      differing({ Resource: "arn:aws" }),
      "Resource vendor must be fully qualified and cannot contain regexes.",
    ],
    ["an ARN that lacks a colon", differing({ Resource: "arn:aws:s3::example_bucket" }), legacy],
    ["an ARN that lacks a colon, and no action", document({ Effect: "Allow", Resource: "arn:aws:s3::b" }), legacy],
    ["a resource that IAM does not have", differing({ Resource: "arn:aws:iam:::example_bucket" }), pathOfIam],
    [
      "an IAM resource with a region",
      differing({ Resource: "arn:aws:iam:eu:123456789012:user/a" }),
      "IAM resource arn:aws:iam:eu:123456789012:user/a cannot contain region information.",
    ],
  ]),
  ...refused("public reports", [
    ["a principal", differing({ Principal: "*" }), "Policy document should not specify a principal."],
    [
      "a Sid with a space",
      differing({ Sid: "My statement" }),
      "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
    ],
    [
      "an ARN with a pattern for the service",
      differing({ Resource: "arn:aws:*:*:*:*" }),
      "Resource vendor must be fully qualified and cannot contain regexes.",
    ],
    ["an ARN with a placeholder for the account", differing({ Resource: "arn:aws:s3::ACCOUNT_ID:b" }), legacy],
  ]),
  ...refused("nowhere", [
    ["an action with a pattern for the service", differing({ Action: "s*:GetObject" }), "Vendor s* is not valid"],
    ["a list", "[]", syntax],
    [
      "a value that the operator cannot compare with",
      differing({ Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/33" } } }),
      syntax,
    ],
    [
      "a condition key that is not evaluated yet",
      differing({ Condition: { StringEquals: { "aws:Nothing": "1" } } }),
      "Statement 0: the condition key 'aws:Nothing' is not evaluated yet.",
    ],
  ]),
];

const older = "Policy document must be version 2012-10-17 or greater.";

/** Refused as managed policies, and taken as inline ones. */
export const refusedManagedPolicies: readonly RefusedDocument[] = refused("moto", [
  ["no version", JSON.stringify({ Statement: statement }), older],
  ["the older version", withElements({ Version: "2008-10-17" }), older],
]);

const trusting = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };

/** Refused as trust policies. */
export const refusedTrustPolicies: readonly RefusedDocument[] = [
  ...refused("LocalStack's recordings", [
    ["no JSON", "{", "This policy contains invalid Json"],
    [
      "an action of another service",
      document({ ...trusting, Action: "s3:Get*" }),
      "AssumeRole policy may only specify STS AssumeRole actions.",
    ],
    ["a resource", document({ ...trusting, Resource: "*" }), "Has prohibited field Resource"],
  ]),
  ...refused("public reports", [
    ["an unknown element", '{"probe":"x"}', "Unknown field probe"],
    ["an element in the wrong case", '{"Version":"2012-10-17","statement":[]}', "Unknown field statement"],
    ["a comment in a statement", document({ ...trusting, _comment: "x" }), "Unknown field _comment"],
    [
      "a principal that does not exist",
      document({ ...trusting, Principal: { AWS: "arn:aws:iam::000000000000:user/no" } }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::000000000000:user/no"',
    ],
    ["no principal", document({ Effect: "Allow", Action: "sts:AssumeRole" }), "Missing required field Principal"],
    ["no action", document({ Effect: "Allow", Principal: "*" }), "Missing required field Action"],
  ]),
  ...refused("nowhere", [
    ["no statement", '{"Version":"2012-10-17"}', "Missing required field Statement"],
    ["no effect", document({ Principal: "*", Action: "sts:AssumeRole" }), "Missing required field Effect"],
    [
      "a Sid twice",
      document({ ...trusting, Sid: "A" }, { ...trusting, Sid: "A" }),
      "The Statement Ids in the policy are not unique",
    ],
    ["an empty list of statements", document(), syntax],
    ["an effect in the wrong case", document({ ...trusting, Effect: "allow" }), syntax],
  ]),
];
