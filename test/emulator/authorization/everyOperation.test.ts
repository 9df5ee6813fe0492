import { expect } from "chai";
import { services } from "../../../emulator/services/services.ts";
import { DeclaredAccess, type Permission } from "./declaredAccess.ts";
import { samples } from "./samples/samples.ts";

const free = samples.flatMap(({ service, free: names = [] }) => names.map((name) => `${service}:${name}`));

const keyActions = new Map<string, readonly string[]>(
  samples.flatMap(({ service, keyActions: actions = {} }) =>
    Object.entries(actions).map(([name, needed]) => [`${service}:${name}`, needed] as const),
  ),
);

const endingOf = new Map<string, string>(
  samples.flatMap(({ service, endings = {} }) =>
    Object.entries(endings).flatMap(([code, names]) => names.map((name) => [`${service}:${name}`, code] as const)),
  ),
);

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
    expect(known).to.include.members([...free, ...keyActions.keys(), ...endingOf.keys()]);
  });
});

describe("Every operation, called by a user:", () => {
  for (const { name: service, operations, errorCodes } of services) {
    for (const operation of operations) {
      const name = `${service}:${operation.name}`;
      const isFree = free.includes(name);
      it(`${name} ${isFree ? "needs nothing" : "passes with exactly what it declares, and not without any of it"}`, async () => {
        const world = await DeclaredAccess.start();
        const access = await world.of(operation);
        if ("noneBecause" in access) {
          expect(isFree).to.equal(true);
          expect(await world.attempt(operation, [])).to.deep.equal({ ending: "Success" });
          return;
        }
        const needed = distinct([
          ...access.map(({ action, resource }) => ({ action, resource: stable(resource.arn) })),
          ...(keyActions.get(name) ?? []).map((action) => ({ action, resource: world.keyArn })),
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
      });
    }
  }
});
