import { expect } from "chai";
import { mutationsOf } from "../../mutations/mutationsOf.ts";
import type { ObservedDeployment } from "../../mutations/observedResource.ts";
import { ada, adaArn, deployment, keyWith, resource } from "./deployments.ts";

const use = {
  Sid: "Use",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::000000000000:root" },
  Action: "kms:Decrypt",
};
const inline = (statement: object) =>
  resource("aws:iam/userPolicy:UserPolicy", "ada-inline", { policy: JSON.stringify({ Statement: [statement] }) });

interface Case {
  readonly title: string;
  readonly deployments: readonly ObservedDeployment[];
  readonly mistakes: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: "a statement may be dropped, allow more, and name somebody else",
    deployments: [deployment(ada, keyWith({ ...use, Resource: "*" }))],
    mistakes: [
      'Key key, policy: "Use" is dropped',
      'Key key, policy: "Use" allows every action',
      'Key key, policy: "Use" also names the User ada',
    ],
  },
  {
    title: "whoever is named already is no addition, nor are all actions",
    deployments: [deployment(ada, keyWith({ ...use, Principal: { AWS: adaArn }, Action: "kms:*", Resource: "*" }))],
    mistakes: ['Key key, policy: "Use" is dropped'],
  },
  {
    title: "a Deny may be left out, or lose its condition",
    deployments: [
      deployment(
        keyWith({ Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*", Condition: { Bool: {} } }),
      ),
    ],
    mistakes: ["Key key, policy: statement 1 is dropped", "Key key, policy: statement 1 has lost its condition"],
  },
  {
    title: "a policy of an identity may be about every resource",
    deployments: [deployment(inline({ Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:aws:kms:::key/1" }))],
    mistakes: [
      "UserPolicy ada-inline, policy: statement 1 is dropped",
      "UserPolicy ada-inline, policy: statement 1 is about every resource",
      "UserPolicy ada-inline, policy: statement 1 allows every action",
    ],
  },
  {
    title: "a trust policy allows nothing more than to take the role",
    deployments: [
      deployment(
        resource("aws:iam/role:Role", "role", {
          name: "role",
          assumeRolePolicy: JSON.stringify({
            Statement: { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
          }),
        }),
      ),
    ],
    mistakes: ["Role role, assumeRolePolicy: statement 1 is dropped"],
  },
  {
    title: "a role whose policy needs the key cannot stand in the key's policy",
    deployments: [
      deployment(
        keyWith({ ...use, Resource: "*" }),
        resource("aws:iam/role:Role", "role", { name: "role" }, ["aws:kms/key:Key::key"]),
      ),
    ],
    mistakes: ['Key key, policy: "Use" is dropped', 'Key key, policy: "Use" allows every action'],
  },
  {
    title: "a managed policy may be too little or too much, and a boundary missing",
    deployments: [
      deployment(
        resource("aws:iam/user:User", "ada", {
          name: "ada",
          permissionsBoundary: "arn:aws:iam::aws:policy/ReadOnlyAccess",
        }),
        resource("aws:iam/userPolicyAttachment:UserPolicyAttachment", "ada-full", { policyArn: "arn:full" }),
      ),
    ],
    mistakes: [
      "User ada has no permissions boundary",
      "UserPolicyAttachment ada-full attaches IAMUserChangePassword instead",
      "UserPolicyAttachment ada-full attaches AdministratorAccess instead",
    ],
  },
  {
    title: "what should be under a key may be under none of the customer's",
    deployments: [
      deployment(
        resource("aws:dynamodb/table:Table", "table", {
          serverSideEncryption: { enabled: true, kmsKeyArn: "arn:key" },
        }),
        resource("aws:secretsmanager/secret:Secret", "secret", { kmsKeyId: "arn:key", description: "a secret" }),
      ),
    ],
    mistakes: [
      "Table table, serverSideEncryption: the key is forgotten",
      "Secret secret, kmsKeyId: the key is forgotten",
    ],
  },
  {
    title: "what a phase changes or removes may stay",
    deployments: [
      deployment(resource("aws:iam/user:User", "ada", { name: "ada" }), resource("aws:sns/topic:Topic", "gone", {})),
      deployment(resource("aws:iam/user:User", "ada", { name: "ada", path: "/team/" })),
    ],
    mistakes: ["User ada is not changed in deployment 2", "Topic gone is not removed in deployment 2"],
  },
];

describe("The mistakes that can be made in what a scenario deploys", () => {
  for (const { title, deployments, mistakes } of cases) {
    it(title, () => {
      expect(mutationsOf(deployments).map(({ name }) => name)).to.deep.equal([...mistakes].sort());
    });
  }

  it("have a name in common where a statement has a Sid, whoever else is named, and none where it has not", () => {
    const addition = mutationsOf([deployment(ada, keyWith({ ...use, Resource: "*" }))]).find(({ name }) =>
      name.includes("also names"),
    );
    const [own] = mutationsOf([deployment(inline({ Effect: "Allow", Action: "kms:*", Resource: "*" }))]);
    expect(addition?.sharedAs).to.equal('aws:kms, policy: "Use" also names somebody else');
    expect(own?.sharedAs).to.equal(undefined);
  });
});
