import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { CreateTableCommand, DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateUserCommand,
  DeleteUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  GetAccountAuthorizationDetailsCommand,
  PutUserPermissionsBoundaryCommand,
} from "@aws-sdk/client-iam";
import { CreateBucketCommand, DeleteBucketCommand } from "@aws-sdk/client-s3";
import { CreateSecretCommand, DeleteSecretCommand } from "@aws-sdk/client-secrets-manager";
import type { Session } from "../../scenarios/contract/session.ts";

/** From which sandbox somebody tries to get out. */
export interface Captive {
  readonly lease: string;
  readonly pseudonym: string;
  /** The name of the user who tries. */
  readonly userName: string;
  readonly boundaryArn: string;
}

/** A way out of a sandbox that must be shut. */
export interface Escape {
  readonly action: string;
  /** A clause: `make a user without the boundary`. */
  readonly what: string;
  readonly ask: (session: Session, captive: Captive) => Promise<unknown>;
  /** What an administrator does where it was open. Default: nothing was made. */
  readonly undo?: (session: Session, captive: Captive) => Promise<unknown>;
}

const everything = "arn:aws:iam::aws:policy/AdministratorAccess";

/** A name outside of every sandbox. */
function outside({ pseudonym }: Captive): string {
  return `keylab-isolation-${pseudonym}`;
}

/** All that is tried. */
export const escapes: readonly Escape[] = [
  {
    action: "iam:PutUserPermissionsBoundary",
    what: "lift the own boundary",
    ask: ({ iam }, { userName }) =>
      iam.send(new PutUserPermissionsBoundaryCommand({ UserName: userName, PermissionsBoundary: everything })),
    undo: ({ iam }, { userName, boundaryArn }) =>
      iam.send(new PutUserPermissionsBoundaryCommand({ UserName: userName, PermissionsBoundary: boundaryArn })),
  },
  {
    action: "iam:DeleteUserPermissionsBoundary",
    what: "remove the own boundary",
    ask: ({ iam }, { userName }) => iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName: userName })),
    undo: ({ iam }, { userName, boundaryArn }) =>
      iam.send(new PutUserPermissionsBoundaryCommand({ UserName: userName, PermissionsBoundary: boundaryArn })),
  },
  {
    action: "iam:CreateUser",
    what: "make a user without the boundary",
    ask: ({ iam }, { lease }) => iam.send(new CreateUserCommand({ UserName: `${lease}-isolation` })),
    undo: ({ iam }, { lease }) => iam.send(new DeleteUserCommand({ UserName: `${lease}-isolation` })),
  },
  {
    action: "iam:CreateUser",
    what: "make a user under a name that is not their own",
    ask: ({ iam }, captive) =>
      iam.send(new CreateUserCommand({ UserName: outside(captive), PermissionsBoundary: captive.boundaryArn })),
    undo: ({ iam }, captive) => iam.send(new DeleteUserCommand({ UserName: outside(captive) })),
  },
  {
    action: "iam:GetAccountAuthorizationDetails",
    what: "read the policies of the whole account",
    ask: ({ iam }) => iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 1 })),
  },
  {
    action: "cloudtrail:LookupEvents",
    what: "read what others have done",
    ask: ({ cloudtrail }) => cloudtrail.send(new LookupEventsCommand({ MaxResults: 1 })),
  },
  {
    action: "dynamodb:CreateTable",
    what: "make a table under a name that is not their own",
    ask: ({ dynamodb }, captive) =>
      dynamodb.send(
        new CreateTableCommand({
          TableName: outside(captive),
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        }),
      ),
    undo: ({ dynamodb }, captive) => dynamodb.send(new DeleteTableCommand({ TableName: outside(captive) })),
  },
  {
    action: "secretsmanager:CreateSecret",
    what: "make a secret under a name that is not their own",
    ask: ({ secretsmanager }, captive) =>
      secretsmanager.send(new CreateSecretCommand({ Name: outside(captive), SecretString: "nothing" })),
    undo: ({ secretsmanager }, captive) =>
      secretsmanager.send(new DeleteSecretCommand({ SecretId: outside(captive), ForceDeleteWithoutRecovery: true })),
  },
  {
    action: "s3:CreateBucket",
    what: "make a bucket under a name that is not their own",
    ask: ({ s3 }, captive) => s3.send(new CreateBucketCommand({ Bucket: outside(captive) })),
    undo: ({ s3 }, captive) => s3.send(new DeleteBucketCommand({ Bucket: outside(captive) })),
  },
];
