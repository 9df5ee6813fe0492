import { account, arns, keyArn } from "./accessRequests.ts";
import { allow, delegation, deny, describeDecisions, may, toAlice, toNobodyHere } from "./describeDecisions.ts";

describeDecisions("within an account, a key", [
  {
    name: "lets in a user whom its policy names",
    question: { by: "alice", policy: [toAlice] },
    outcome: ["Allowed", "key policy", "Alice"],
  },
  {
    name: "lets in everybody whom its policy lets in",
    question: { by: "bob", policy: [allow("All", "*")] },
    outcome: ["Allowed", "key policy", "All"],
  },
  {
    name: "lets in nobody by an identity policy alone",
    question: { by: "alice", policy: [toNobodyHere], identity: [may("Admin")] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "leaves it to identity policies where its policy delegates",
    question: { by: "alice", policy: [delegation], identity: [may("Admin")] },
    outcome: ["Allowed", "identity policy", "Admin"],
  },
  {
    name: "misses an identity policy where its policy delegates and none allows",
    question: { by: "alice", policy: [delegation] },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "misses an identity policy about this action",
    question: { by: "alice", policy: [delegation], identity: [may("Reads", { Action: "kms:Describe*" })] },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "misses an identity policy about this key",
    question: { by: "alice", policy: [delegation], identity: [may("Other", { Resource: `${keyArn}2` })] },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "is not meant by its alias or its id in an identity policy",
    question: {
      by: "alice",
      policy: [delegation],
      identity: [may("Alias", { Resource: [`arn:aws:kms:us-east-1:${account}:alias/k`] })],
    },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "compares actions without regard to case",
    question: { by: "alice", policy: [allow("Odd", { AWS: arns.alice }, { Action: "KMS:decrypt" })] },
    outcome: ["Allowed", "key policy", "Odd"],
  },
  {
    name: "compares its ARN with regard to case",
    question: { by: "alice", policy: [delegation], identity: [may("Case", { Resource: keyArn.toUpperCase() })] },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "does not delegate what its policy delegates for another action",
    question: {
      by: "alice",
      policy: [allow("Some", { AWS: account }, { Action: "kms:Describe*" })],
      identity: [may("Admin")],
    },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "takes a statement without resource for none",
    question: { by: "alice", policy: [{ Sid: "Empty", Effect: "Allow", Principal: "*", Action: "kms:*" }] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "takes a statement without action for none",
    question: { by: "alice", policy: [{ Sid: "Empty", Effect: "Allow", Principal: "*", Resource: "*" }] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "knows what NotAction leaves over",
    question: {
      by: "alice",
      policy: [allow("Most", { AWS: arns.alice }, { Action: undefined, NotAction: "kms:Delete*" })],
    },
    outcome: ["Allowed", "key policy", "Most"],
  },
  {
    name: "knows what NotAction takes out",
    question: {
      by: "alice",
      action: "kms:DeleteAlias",
      policy: [allow("Most", { AWS: arns.alice }, { Action: undefined, NotAction: "kms:Delete*" })],
    },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "knows what NotResource takes out",
    question: {
      by: "alice",
      policy: [delegation],
      identity: [may("Others", { Resource: undefined, NotResource: keyArn })],
    },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "does not take a namesake for the user it was meant for",
    question: { by: "newAlice", policy: [toAlice] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
]);

describeDecisions("a condition", [
  {
    name: "is met by a value of the request",
    question: {
      by: "alice",
      policy: [
        allow("Via", "*", {
          Condition: { StringEquals: { "kms:ViaService": ["a", "dynamodb.us-east-1.amazonaws.com"] } },
        }),
      ],
      conditions: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" },
    },
    outcome: ["Allowed", "key policy", "Via"],
  },
  {
    name: "is not met by another value",
    question: {
      by: "alice",
      policy: [allow("Via", "*", { Condition: { StringEquals: { "kms:ViaService": "a" } } })],
      conditions: { "kms:ViaService": "b" },
    },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "is not met by a request without the key",
    question: { by: "alice", policy: [allow("Via", "*", { Condition: { StringLike: { "kms:ViaService": "*" } } })] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "compares the key's name without regard to case",
    question: {
      by: "alice",
      policy: [allow("Via", "*", { Condition: { StringLike: { "KMS:viaservice": "a*" } } })],
      conditions: { "kms:ViaService": "ab" },
    },
    outcome: ["Allowed", "key policy", "Via"],
  },
  {
    name: "has to be met together with all others",
    question: {
      by: "alice",
      policy: [
        allow("Both", "*", {
          Condition: {
            StringEquals: { "kms:ViaService": "a", "kms:CallerAccount": account },
            Bool: { "aws:ViaAWSService": true },
          },
        }),
      ],
      conditions: { "kms:ViaService": "a", "kms:CallerAccount": account, "aws:ViaAWSService": false },
    },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "of a delegation limits the delegation",
    question: {
      by: "alice",
      policy: [allow("Via", { AWS: account }, { Condition: { StringEquals: { "kms:ViaService": "a" } } })],
      identity: [may("Admin")],
    },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "of an identity policy limits it",
    question: {
      by: "alice",
      policy: [delegation],
      identity: [may("Via", { Condition: { StringEquals: { "kms:ViaService": "a" } } })],
    },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
]);

describeDecisions("a resource that needs no policy of its own", [
  {
    name: "is open to an identity policy",
    question: { by: "alice", policyIsRequired: false, identity: [may("Admin")] },
    outcome: ["Allowed", "identity policy", "Admin"],
  },
  {
    name: "is closed without one",
    question: { by: "alice", policyIsRequired: false },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "is open to whom its own policy names",
    question: { by: "alice", policyIsRequired: false, kind: "resource policy", policy: [toAlice] },
    outcome: ["Allowed", "resource policy", "Alice"],
  },
  {
    name: "is open to an identity policy that its own policy says nothing about",
    question: {
      by: "alice",
      policyIsRequired: false,
      kind: "resource policy",
      policy: [toNobodyHere],
      identity: [may("Admin")],
    },
    outcome: ["Allowed", "identity policy", "Admin"],
  },
  {
    name: "is closed by its own policy's deny",
    question: {
      by: "alice",
      policyIsRequired: false,
      kind: "resource policy",
      policy: [deny("Stop", "*")],
      identity: [may("Admin")],
    },
    outcome: ["ExplicitlyDenied", "resource policy", "Stop"],
  },
  {
    name: "is closed to another account",
    question: { by: "carol", policyIsRequired: false, identity: [may("Admin")] },
    outcome: ["ImplicitlyDenied", "resource policy"],
  },
  {
    name: "is closed to another account's root user",
    question: { by: "otherRoot", policyIsRequired: false },
    outcome: ["ImplicitlyDenied", "resource policy"],
  },
]);
