import { expect } from "chai";
import { services } from "../../../emulator/services/services.ts";
import { DeclaredAccess, type Permission } from "./declaredAccess.ts";

/** Operations that need no permission. */
const free = ["sts:GetCallerIdentity"];

/** What operations need of the key that they are told to use, beyond what they declare: KMS asks for it itself. */
const keyActions: Readonly<Record<string, readonly string[]>> = {
  "secretsmanager:CreateSecret": ["kms:GenerateDataKey", "kms:Decrypt"],
};

/** How calls end that have passed authorisation and fail for another reason; every other call succeeds. */
const endings: Readonly<Record<string, readonly string[]>> = {
  ValidationException: [
    "dynamodb:CreateTable",
    "dynamodb:UpdateTable",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:DeleteItem",
    "dynamodb:Query",
    "dynamodb:Scan",
  ],
  EntityAlreadyExists: ["iam:CreateUser", "iam:CreateRole", "iam:CreatePolicy"],
  DeleteConflict: ["iam:DeleteUser", "iam:DeletePolicyVersion"],
  NoSuchEntity: [
    "iam:GetUserPolicy",
    "iam:DeleteUserPolicy",
    "iam:DetachUserPolicy",
    "iam:DeleteUserPermissionsBoundary",
    "iam:GetLoginProfile",
    "iam:UpdateLoginProfile",
    "iam:DeleteLoginProfile",
    "iam:GetGroup",
    "iam:DeleteGroup",
    "iam:UpdateGroup",
    "iam:AddUserToGroup",
    "iam:RemoveUserFromGroup",
    "iam:PutGroupPolicy",
    "iam:GetGroupPolicy",
    "iam:ListGroupPolicies",
    "iam:DeleteGroupPolicy",
    "iam:AttachGroupPolicy",
    "iam:DetachGroupPolicy",
    "iam:ListAttachedGroupPolicies",
    "iam:GetRolePolicy",
    "iam:DeleteRolePolicy",
    "iam:DetachRolePolicy",
    "iam:DeleteRolePermissionsBoundary",
  ],
  KMSInvalidStateException: ["kms:CancelKeyDeletion"],
  AlreadyExistsException: ["kms:CreateAlias"],
  ResourceExistsException: ["secretsmanager:UpdateSecret"],
  InvalidParameterException: ["secretsmanager:DeleteSecret", "secretsmanager:UpdateSecretVersionStage"],
};

const endingOf = new Map(Object.entries(endings).flatMap(([code, names]) => names.map((name) => [name, code])));

/** Each permission once. */
function distinct(permissions: readonly Permission[]): Permission[] {
  return [...new Map(permissions.map((permission) => [JSON.stringify(permission), permission])).values()];
}

/** A secret gets six random characters at the end of its ARN when it is made: policies speak of it with `?`. */
function stable(arn: string): string {
  return arn.replace(/(:secret:another-)\w{6}$/, "$1??????");
}

/** What is about no resource needs a policy on all resources. */
function anotherThan(resource: string): string {
  return resource === "*" ? "arn:aws:s3:::another" : `${resource}x`;
}

describe("The tables of this test", () => {
  it("speak of operations that there are", () => {
    const known = services.flatMap(({ name, operations }) =>
      operations.map((operation) => `${name}:${operation.name}`),
    );
    expect(known).to.include.members([...free, ...Object.keys(keyActions), ...endingOf.keys()]);
  });
});

describe("Every operation, called by a user:", () => {
  for (const { name: service, operations, errorCodes } of services) {
    for (const operation of operations) {
      const name = `${service}:${operation.name}`;
      const isFree = free.includes(name);
      it(`${name} ${isFree ? "needs nothing" : "passes with exactly what it declares, and not without any of it"}`, async () => {
        const world = await DeclaredAccess.start();
        try {
          const access = await world.of(operation);
          if ("noneBecause" in access) {
            expect(isFree).to.equal(true);
            expect(await world.attempt(operation, [])).to.deep.equal({ ending: "Success" });
            return;
          }
          const needed = distinct([
            ...access.map(({ action, resource }) => ({ action, resource: stable(resource.arn) })),
            ...(keyActions[name] ?? []).map((action) => ({ action, resource: world.keyArn })),
          ]);
          expect(needed).not.to.have.lengthOf(0);
          for (const taken of needed) {
            const denial = { ending: errorCodes.accessDenied, denied: taken.action };
            const others = needed.filter((permission) => permission !== taken);
            const elsewhere = { ...taken, resource: anotherThan(taken.resource) };
            expect(await world.attempt(operation, others), `without ${taken.action}`).to.deep.equal(denial);
            expect(await world.attempt(operation, [...others, elsewhere]), "elsewhere").to.deep.equal(denial);
          }
          expect(await world.attempt(operation, needed)).to.deep.equal({ ending: endingOf.get(name) ?? "Success" });
        } finally {
          await world.close();
        }
      });
    }
  }
});
