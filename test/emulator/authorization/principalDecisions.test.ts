import { account, arns, otherAccount } from "./accessRequests.ts";
import { allow, delegation, deny, describeDecisions, may, mayNot, toAlice } from "./describeDecisions.ts";

describeDecisions("an explicit deny", [
  {
    name: "of the key policy wins over the key policy",
    question: { by: "alice", policy: [toAlice, deny("Not Alice", { AWS: arns.alice })] },
    outcome: ["ExplicitlyDenied", "key policy", "Not Alice"],
  },
  {
    name: "of the key policy reaches all of the account",
    question: { by: "alice", policy: [toAlice, deny("Nobody", { AWS: account })] },
    outcome: ["ExplicitlyDenied", "key policy", "Nobody"],
  },
  {
    name: "of the key policy reaches the root user",
    question: { by: "root", policy: [delegation, deny("Nobody", "*")] },
    outcome: ["ExplicitlyDenied", "key policy", "Nobody"],
  },
  {
    name: "of an identity policy wins over the key policy",
    question: { by: "alice", policy: [toAlice], identity: [mayNot("Stop")] },
    outcome: ["ExplicitlyDenied", "identity policy", "Stop"],
  },
  {
    name: "of an identity policy wins over an identity policy",
    question: { by: "alice", policy: [delegation], identity: [may("Admin"), mayNot("Stop")] },
    outcome: ["ExplicitlyDenied", "identity policy", "Stop"],
  },
  {
    name: "wins over a grant",
    question: {
      by: "alice",
      policy: [delegation],
      identity: [mayNot("Stop")],
      grants: [{ granteePrincipal: arns.alice, granteeId: "AIDAALICE" }],
    },
    outcome: ["ExplicitlyDenied", "identity policy", "Stop"],
  },
  {
    name: "of both is named by the key policy",
    question: { by: "alice", policy: [deny("Key", "*")], identity: [mayNot("Identity")] },
    outcome: ["ExplicitlyDenied", "key policy", "Key"],
  },
  {
    name: "of somebody else does not matter",
    question: { by: "alice", policy: [toAlice, deny("Bob", { AWS: arns.bob })] },
    outcome: ["Allowed", "key policy", "Alice"],
  },
  {
    name: "of another action does not matter",
    question: { by: "alice", policy: [toAlice, deny("Deletion", "*", { Action: "kms:ScheduleKeyDeletion" })] },
    outcome: ["Allowed", "key policy", "Alice"],
  },
  {
    name: "whose condition is not met does not matter",
    question: {
      by: "alice",
      policy: [toAlice, deny("Direct", "*", { Condition: { Bool: { "aws:ViaAWSService": "false" } } })],
      conditions: { "aws:ViaAWSService": true },
    },
    outcome: ["Allowed", "key policy", "Alice"],
  },
]);

describeDecisions("the root user", [
  {
    name: "is let in where the key policy delegates",
    question: { by: "root", policy: [delegation] },
    outcome: ["Allowed", "key policy", "Delegation"],
  },
  {
    name: "is kept out by a key policy that does not delegate",
    question: { by: "root", policy: [toAlice] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "needs no identity policy elsewhere",
    question: { by: "root", policyIsRequired: false },
    outcome: ["Allowed", "identity policy"],
  },
]);

describeDecisions("a role session", [
  {
    name: "is let in by a key policy that names its role",
    question: { by: "reader", policy: [allow("Role", { AWS: arns.reader })] },
    outcome: ["Allowed", "key policy", "Role"],
  },
  {
    name: "is let in by a key policy that names the session",
    question: { by: "reader", policy: [allow("Session", { AWS: arns.readerSession })] },
    outcome: ["Allowed", "key policy", "Session"],
  },
  {
    name: "is not let in by the name of another session",
    question: { by: "reader", policy: [allow("Session", { AWS: `${arns.readerSession}2` })] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "of a namesake is not let in by the name of the role",
    question: { by: "newReader", policy: [allow("Role", { AWS: arns.reader })] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "has the identity policies of its role where the key policy delegates",
    question: { by: "reader", policy: [delegation], identity: [may("Role")] },
    outcome: ["Allowed", "identity policy", "Role"],
  },
  {
    name: "is denied by the name of its role",
    question: { by: "reader", policy: [delegation, deny("Role", { AWS: arns.reader })], identity: [may("Role")] },
    outcome: ["ExplicitlyDenied", "key policy", "Role"],
  },
]);

describeDecisions("from another account, a key", [
  {
    name: "lets in whom its policy names and their own policy allows",
    question: { by: "carol", policy: [allow("Carol", { AWS: arns.carol })], identity: [may("Admin")] },
    outcome: ["Allowed", "identity policy", "Admin"],
  },
  {
    name: "lets in whom its policy delegates to and their own policy allows",
    question: { by: "carol", policy: [allow("Them", { AWS: otherAccount })], identity: [may("Admin")] },
    outcome: ["Allowed", "identity policy", "Admin"],
  },
  {
    name: "keeps out whom only its policy names",
    question: { by: "carol", policy: [allow("Carol", { AWS: arns.carol })] },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "keeps out whom only everybody's statement names",
    question: { by: "carol", policy: [allow("All", "*")] },
    outcome: ["ImplicitlyDenied", "identity policy"],
  },
  {
    name: "keeps out whom only their own policy allows",
    question: { by: "carol", policy: [delegation], identity: [may("Admin")] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "keeps out whom its policy denies",
    question: {
      by: "carol",
      policy: [allow("All", "*"), deny("Them", { AWS: otherAccount })],
      identity: [may("Admin")],
    },
    outcome: ["ExplicitlyDenied", "key policy", "Them"],
  },
  {
    name: "keeps out whom their own policy denies",
    question: { by: "carol", policy: [allow("All", "*")], identity: [mayNot("Stop")] },
    outcome: ["ExplicitlyDenied", "identity policy", "Stop"],
  },
  {
    name: "lets in the root user whose account it names",
    question: { by: "otherRoot", policy: [allow("Them", { AWS: otherAccount })] },
    outcome: ["Allowed", "identity policy"],
  },
  {
    name: "keeps out the root user whose account it does not name",
    question: { by: "otherRoot", policy: [delegation] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "lets in a session of a role it names",
    question: { by: "otherReader", policy: [allow("Role", { AWS: arns.otherReader })], identity: [may("Role")] },
    outcome: ["Allowed", "identity policy", "Role"],
  },
]);

describeDecisions("a service", [
  {
    name: "is let in by a key policy that names it",
    question: { by: "dynamodb", policy: [allow("DynamoDB", { Service: "dynamodb.amazonaws.com" })] },
    outcome: ["Allowed", "key policy", "DynamoDB"],
  },
  {
    name: "is not let in by the name of another service",
    question: { by: "dynamodb", policy: [allow("SQS", { Service: "sqs.amazonaws.com" })] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "is not let in by the account it works for",
    question: { by: "dynamodb", policy: [delegation] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "is let in by a grant",
    question: {
      by: "dynamodb",
      policy: [delegation],
      grants: [{ granteePrincipal: "dynamodb.us-east-1.amazonaws.com" }],
    },
    outcome: ["Allowed", "grant", 0],
  },
  {
    name: "is not let in by a grant of another region",
    question: {
      by: "dynamodb",
      policy: [delegation],
      grants: [{ granteePrincipal: "dynamodb.us-west-2.amazonaws.com" }],
    },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
  {
    name: "does not stand for the user it is not",
    question: { by: "alice", policy: [allow("DynamoDB", { Service: "dynamodb.amazonaws.com" })] },
    outcome: ["ImplicitlyDenied", "key policy"],
  },
]);
