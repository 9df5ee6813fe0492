import * as pulumi from "@pulumi/pulumi";
import { listOf, nameOfStatement, policiesIn, readPolicy, type DeployedStatement } from "./deployedPolicy.ts";
import type { Moment, Mutation } from "./mutation.ts";
import { nameOfResource } from "./nameOfResource.ts";
import { keyOf, type ObservedDeployment, type ObservedResource } from "./observedResource.ts";

/** How one statement is changed; nothing in its place if it is dropped. */
type Edit = (statement: DeployedStatement, moment: Moment) => pulumi.Input<DeployedStatement> | undefined;

interface Mistake {
  /** Completes a sentence that begins with the statement. */
  readonly predicate: string;
  /** The same in other scenarios, if it reads otherwise there. */
  readonly sharedAs?: string;
  readonly edit: Edit;
}

interface Place {
  readonly resource: ObservedResource;
  readonly input: string;
  readonly statement: string;
}

/** Mistakes in the policies of a scenario: every statement that some deployment has, in every way that suits it. */
export function policyMutations(deployments: readonly ObservedDeployment[]): readonly Mutation[] {
  const mutations = new Map<string, Mutation>();
  for (const deployment of deployments) {
    for (const resource of deployment.values()) {
      const principals = [...deployment.values()].filter(
        (other) => isPrincipal(other) && !needs(other, resource, deployment),
      );
      for (const [input, policy] of policiesIn(resource.inputs)) {
        for (const [index, statement] of policy.Statement.entries()) {
          const place = { resource, input, statement: nameOfStatement(statement, index) };
          for (const mistake of mistakesIn(statement, principals)) {
            const mutation = mutationAt(place, mistake);
            if (!mutations.has(mutation.name)) mutations.set(mutation.name, mutation);
          }
        }
      }
    }
  }
  return [...mutations.values()];
}

function isPrincipal({ type }: ObservedResource): boolean {
  return type === "aws:iam/user:User" || type === "aws:iam/role:Role";
}

/** Whether a resource is made after another one, or is the same: what it is called cannot stand in the other. */
function needs(resource: ObservedResource, other: ObservedResource, deployment: ObservedDeployment): boolean {
  if (keyOf(resource) === keyOf(other)) return true;
  return resource.uses.some((key) => {
    const used = deployment.get(key);
    return used !== undefined && needs(used, other, deployment);
  });
}

function mistakesIn(statement: DeployedStatement, principals: readonly ObservedResource[]): readonly Mistake[] {
  const mistakes: Mistake[] = [{ predicate: "is dropped", edit: () => undefined }];
  const { Effect, Action, Resource, Condition, Principal } = statement;
  if (Condition) mistakes.push({ predicate: "has lost its condition", edit: withoutCondition });
  if (Effect === "Deny") return mistakes;
  if (Resource !== undefined && !listOf(Resource).includes("*")) {
    mistakes.push({ predicate: "is about every resource", edit: (found) => ({ ...found, Resource: "*" }) });
  }
  // A trust policy is about taking a role, and allows nothing else.
  if (listOf(Action).some((action) => !/^(\*|[^:]+:\*|sts:.*)$/.test(action))) {
    mistakes.push({ predicate: "allows every action", edit: withEveryAction });
  }
  if (typeof Principal === "object" && Principal.AWS !== undefined) {
    const named = listOf(Principal.AWS);
    const others = principals.filter(({ inputs }) => !named.some((arn) => arn.endsWith(`/${String(inputs.name)}`)));
    mistakes.push(...others.map((principal) => addition(principal)));
  }
  return mistakes;
}

function withoutCondition(statement: DeployedStatement): DeployedStatement {
  return { ...statement, Condition: undefined };
}

/** Of the services whose actions the statement names. */
function withEveryAction(statement: DeployedStatement): DeployedStatement {
  const services = new Set(listOf(statement.Action).map((action) => action.split(":")[0] ?? ""));
  const actions = [...services].map((service) => `${service}:*`);
  return { ...statement, Action: actions.length === 1 ? actions[0] : actions };
}

function addition(principal: ObservedResource): Mistake {
  return {
    predicate: `also names the ${nameOfResource(principal)}`,
    sharedAs: "also names somebody else",
    edit: (statement, moment) =>
      moment.arnOf(keyOf(principal))?.apply((arn) => alsoNaming(arn, statement)) ?? statement,
  };
}

function alsoNaming(arn: string, statement: DeployedStatement): DeployedStatement {
  const { Principal } = statement;
  if (typeof Principal !== "object" || listOf(Principal.AWS).includes(arn)) return statement;
  return { ...statement, Principal: { ...Principal, AWS: [...listOf(Principal.AWS), arn] } };
}

/** Statements with a `Sid` are a component's own, or the same statement in several policies; trust policies are all alike. */
function sharedName({ resource, input, statement }: Place, predicate: string): string | undefined {
  const [service = ""] = resource.type.split("/");
  if (statement.startsWith('"')) return `${service}, ${input}: ${statement} ${predicate}`;
  return input === "assumeRolePolicy" ? `${service}, ${input}: a statement ${predicate}` : undefined;
}

function mutationAt({ resource, input, statement }: Place, { predicate, sharedAs, edit }: Mistake): Mutation {
  return {
    name: `${nameOfResource(resource)}, ${input}: ${statement} ${predicate}`,
    sharedAs: sharedName({ resource, input, statement }, sharedAs ?? predicate),
    resource: keyOf(resource),
    change: ({ props, opts }, moment) => {
      const edited = pulumi.output(props[input]).apply((text: unknown) => editPolicy(text, statement, edit, moment));
      return { props: { ...props, [input]: edited }, opts };
    },
  };
}

/** The policy with one statement changed, if it is there; what was text is text again. */
function editPolicy(input: unknown, name: string, edit: Edit, moment: Moment): pulumi.Input<unknown> {
  const policy = readPolicy(input);
  if (!policy) return input;
  const statements = policy.Statement.map((statement, index) =>
    nameOfStatement(statement, index) === name ? edit(statement, moment) : statement,
  );
  const edited = pulumi
    .all(statements)
    .apply((all) => ({ ...policy, Statement: all.filter((statement) => statement !== undefined) }));
  return typeof input === "string" ? pulumi.jsonStringify(edited) : edited;
}
