import { Policy } from "@pulumi/aws/iam/policy.js";
import * as pulumi from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation/index.js";
import { deployWorkshop } from "../../infra/environment/deployWorkshop.ts";
import { UnprivilegedUser, type UnprivilegedUserOutputs } from "../../infra/unprivilegedUser.ts";
import type { Credential } from "../desk.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import { expiryTag } from "./expiryTag.ts";
import { keepWithin } from "./keepWithin.ts";
import { administratorOf, sandboxSettings } from "./sandboxSettings.ts";
import { studentBoundary, studentTag } from "./studentBoundary.ts";
import { boundaryPath, studentPath } from "./studentPath.ts";

/** What a sandbox is deployed with. */
export interface SandboxTerms {
  readonly order: LeaseOrder;
  /** Of the class. */
  readonly workshop: string;
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
  /** When access ends, ISO 8601. */
  readonly until: string;
  readonly frozen: boolean;
}

/** A sandbox as a Pulumi program, and the credentials that it hands over in process: none of them is an output of the stack. */
export class SandboxDeployment {
  #credentials: Promise<readonly Credential[]> | undefined;

  program(terms: SandboxTerms): PulumiFn {
    return async () => {
      const { order } = terms;
      const tags = tagsOf(terms);
      const boundary = new Policy("boundary", {
        name: order.id,
        path: boundaryPath,
        description: "The most that the users and roles of a Keylab sandbox can do.",
        policy: JSON.stringify(studentBoundary({ ...terms, lease: order.id, pseudonym: order.pseudonym })),
        tags,
      });
      pulumi.runtime.registerStackTransformation(
        keepWithin({ path: studentPath(order.id), permissionsBoundary: boundary.arn }),
      );
      const users = order.blueprint === "ready-made" ? deployReadyMade(terms, tags) : [administrator(order.id, tags)];
      const outputs = users.map((user) => user.outputs);
      this.#credentials = new Promise((resolve) => {
        pulumi.all(outputs).apply((all) => {
          resolve(all.map(credentialOf));
        });
      });
    };
  }

  /** To be asked after the engine has succeeded with the program. The student's own administrator is the first. */
  async credentials(): Promise<readonly Credential[]> {
    if (!this.#credentials) throw new Error("Nothing of the sandbox has been deployed yet.");
    return this.#credentials;
  }
}

function credentialOf({
  userName,
  accessKeyId,
  secretAccessKey,
  password = "",
  signInUrl = "",
}: UnprivilegedUserOutputs): Credential {
  return { userName, accessKeyId, secretAccessKey, password, signInUrl };
}

/** The URN of the permissions boundary in a sandbox's stack. */
export function boundaryUrn(lease: string): string {
  return `urn:pulumi:${lease}::keylab::aws:iam/policy:Policy::boundary`;
}

/** Tags of everything in a sandbox that can carry some. Nothing in them tells who the student is. */
function tagsOf({ order, until }: SandboxTerms): Readonly<Record<string, string>> {
  return { "keylab:lease": order.pseudonym, [studentTag]: order.pseudonym, [expiryTag]: until };
}

type Tags = ReturnType<typeof tagsOf>;

function deployReadyMade({ order, workshop }: SandboxTerms, tags: Tags): UnprivilegedUser[] {
  const settings = sandboxSettings(workshop, order.id);
  const named = { name: "workshop", path: [], settings };
  // What a workshop teaches is not always what a guardrail would have.
  const environment = { target: "aws", guardrails: "off", tags, workshops: [named] } as const;
  return Object.values(deployWorkshop(named, environment, () => undefined).users);
}

function administrator(lease: string, tags: Tags): UnprivilegedUser {
  return new UnprivilegedUser("admin", { ...administratorOf(lease), tags });
}
