import type { Statement } from "../../infra/policies/policyDocument.ts";
import { runTag } from "../../runner/marks/mark.ts";
import { namePattern } from "../../runner/marks/nameSuffix.ts";
import type { Actions } from "./recordedActions.ts";

type Condition = NonNullable<Statement["Condition"]>;

/** How far a permission reaches. */
export interface Scope {
  /**
   * `Named`: names as runs give them. `Tagged`: ids of what carries the tags of a run. `New`: what is given these tags. `TagsOfNew`: these tags,
   * while something is created. `AwsManaged`: the keys that AWS
   * manages. `Any`: everything.
   */
  readonly name: "Named" | "Tagged" | "New" | "TagsOfNew" | "AwsManaged" | "Any";
  readonly condition?: Condition;
  /** Whether it reaches what neither name nor id tells. Default: no. */
  readonly isWide?: boolean;
}

const named: Scope = { name: "Named" };
const tagged: Scope = { name: "Tagged", condition: { StringLike: { [`aws:ResourceTag/${runTag}`]: "*" } } };
const fresh: Scope = { name: "New", isWide: true, condition: { StringLike: { [`aws:RequestTag/${runTag}`]: "*" } } };
/** Without it whoever tags what is others' could do with it as with their own. KMS has no such key. Source: EC2 User Guide, "Grant permission to tag". */
const tagsOfFresh: Scope = {
  name: "TagsOfNew",
  isWide: true,
  condition: { ...fresh.condition, StringEquals: { "ec2:CreateAction": ["CreateSnapshot", "CreateVolume"] } },
};
const awsManaged: Scope = {
  name: "AwsManaged",
  condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/aws/*" } },
};
/** Everything. */
export const any: Scope = { name: "Any", isWide: true };

/** What is asked before there is something that carries tags: AWS sees those that it is given. */
const creating: ReadonlySet<string> = new Set([
  "ec2:CreateSnapshot",
  "ec2:CreateTags",
  "ec2:CreateVolume",
  "kms:CreateKey",
  "kms:TagResource",
]);

/** The scope in which a recorded resource lies. */
function scopeOf(action: string, template: string, creation: Scope): Scope {
  if (template.includes("{name}")) return named;
  if (template.includes("{own}")) return tagged;
  if (template.includes("{aws}")) return awsManaged;
  if (action === "ec2:CreateTags" && creation === fresh) return tagsOfFresh;
  return creating.has(action) ? creation : any;
}

/** A recorded resource as policies have it. */
export function resourceOf(template: string, accountId: string): string {
  return template
    .replaceAll("{account}", accountId)
    .replaceAll("{name}", `*${namePattern}`)
    .replace(/\{own\}|\{aws\}/, "*");
}

/** The actions of one service in one scope. */
export interface ScopedActions {
  /** Such as `kms`. */
  readonly service: string;
  readonly scope: Scope;
  readonly actions: readonly string[];
  /** As recorded. */
  readonly templates: readonly string[];
}

/**
 * Actions by service and scope, in alphabetical order.
 *
 * @param creation the scope of what is asked before there is something that carries tags. Default: what is given the tags of a run.
 */
export function byScope(actions: Actions, creation: Scope = fresh): readonly ScopedActions[] {
  const groups = new Map<
    string,
    { readonly actions: Set<string>; readonly templates: Set<string>; readonly scope: Scope }
  >();
  for (const [action, templates] of Object.entries(actions)) {
    for (const template of templates) {
      const scope = scopeOf(action, template, creation);
      const key = `${serviceOf(action)}:${scope.name}`;
      const group = groups.get(key) ?? { actions: new Set(), templates: new Set(), scope };
      groups.set(key, group);
      group.actions.add(action);
      group.templates.add(template);
    }
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { scope, ...sets }]) => {
      const names = [...sets.actions].sort();
      return { service: serviceOf(names[0] ?? ""), scope, actions: names, templates: [...sets.templates].sort() };
    });
}

function serviceOf(action: string): string {
  return action.split(":")[0] ?? "";
}
