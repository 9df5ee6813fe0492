import { expect } from "chai";
import type { DeployedPolicy } from "../../../reporters/events.ts";
import { decidingStatement } from "../../../reporters/html/decidingStatement.ts";
import { policyParts } from "../../../reporters/html/policyParts.ts";
import { policyVersions } from "../../../reporters/html/policyVersions.ts";
import { check, deployed, phase } from "./records.ts";

const key: DeployedPolicy = {
  resource: "aws:kms/key:Key key",
  arn: "arn:aws:kms:us-east-1:000000000000:key/1",
  layer: "key policy",
  policy: "key policy",
  document: JSON.stringify({ Statement: [{ Sid: "Admin" }, { Effect: "Allow" }] }),
};

describe("the policies of a scenario", () => {
  const wider = { ...key, document: `{"Statement":[]}` };
  const other = { ...key, resource: "aws:kms/key:Key other" };

  it("are told once for each version, with the phases in which it stood", () => {
    const phases = [
      phase(0, 1, { deployed: deployed(1, [key, other]) }),
      phase(1, 2),
      phase(2, 3, { deployed: deployed(3, [wider]) }),
      phase(3, 4, { deployed: deployed(4, [key]) }),
      { name: "not reached", checks: [] },
    ];
    expect(policyVersions(phases)).to.deep.equal([
      { policy: key, phases: [0, 1, 3] },
      { policy: other, phases: [0, 1] },
      { policy: wider, phases: [2] },
    ]);
  });

  it("are none where the run tells none", () => {
    expect(policyVersions([phase(0, 1, { deployed: deployed(1) })])).to.deep.equal([]);
  });
});

describe("the document of a policy", () => {
  it("is taken apart at its statements, with its members in their order", () => {
    const text = `{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow"},{"Sid":"","Action":["x","y"]}],"Id":"last"}`;
    const parts = policyParts(text);
    expect(parts?.statements.map(({ name }) => name)).to.deep.equal(["A", 1]);
    const whole = [parts?.before, ...(parts?.statements ?? []).map(({ json }) => json), parts?.after].join("\n");
    expect(whole).to.equal(JSON.stringify(JSON.parse(text), undefined, 2));
  });

  it("may have one statement that is in no list, and is shown as one that is", () => {
    const parts = policyParts(`{"Statement":{"Sid":"A"}}`);
    expect(parts).to.deep.equal({
      before: '{\n  "Statement": [',
      statements: [{ name: "A", json: '    {\n      "Sid": "A"\n    }' }],
      after: "  ]\n}",
    });
  });

  for (const text of ["no JSON", "[]", "{}", `{"Statement":"x"}`, "null"]) {
    it(`is none: ${text}`, () => expect(policyParts(text)).to.equal(undefined));
  }
});

describe("the statement that decided", () => {
  const inline = (user: string): DeployedPolicy => ({
    ...key,
    arn: `arn:aws:iam::000000000000:user/${user}`,
    layer: "identity policy",
    policy: "own",
  });
  const versions = [
    { policy: key, phases: [0, 1] },
    { policy: { ...key, arn: `${key.arn ?? ""}2` }, phases: [0, 1] },
    {
      policy: { ...key, layer: "resource policy", policy: "resource policy", arn: "arn:aws:s3:::letters" },
      phases: [0],
    },
    { policy: inline("ann"), phases: [0, 1] },
    { policy: inline("user"), phases: [1] },
    { policy: { ...inline("ann"), policy: "arn:aws:iam::aws:policy/Managed", document: undefined }, phases: [0] },
  ];
  const cases = [
    {
      name: "by its Sid, in the policy of the very key",
      phase: 0,
      layer: "key policy",
      policy: "key policy",
      statement: "Admin",
      resource: key.arn,
      place: [0, 0],
    },
    {
      name: "by its position, in the policy of another key",
      phase: 1,
      layer: "key policy",
      policy: "key policy",
      statement: 1,
      resource: `${key.arn ?? ""}2`,
      place: [1, 1],
    },
    {
      name: "in the policy of the bucket of an object",
      phase: 0,
      layer: "resource policy",
      policy: "resource policy",
      statement: 1,
      resource: "arn:aws:s3:::letters/a",
      place: [2, 1],
    },
    {
      name: "not in the policy of a bucket whose name is longer",
      phase: 0,
      layer: "resource policy",
      policy: "resource policy",
      statement: 1,
      resource: "arn:aws:s3:::letters-2/a",
    },
    {
      name: "in the only identity policy of that name",
      phase: 0,
      layer: "identity policy",
      policy: "own",
      statement: 1,
      resource: "*",
      place: [3, 1],
    },
    {
      name: "of several identity policies of that name in the principal's own",
      phase: 1,
      layer: "identity policy",
      policy: "own",
      statement: 1,
      resource: "*",
      place: [4, 1],
    },
    {
      name: "in none that stands only in other phases",
      phase: 1,
      layer: "resource policy",
      policy: "resource policy",
      statement: 1,
      resource: "arn:aws:s3:::letters",
    },
    {
      name: "in none whose document is not there",
      phase: 0,
      layer: "identity policy",
      policy: "arn:aws:iam::aws:policy/Managed",
      statement: 0,
      resource: "*",
    },
    {
      name: "in none that the scenario did not deploy",
      phase: 0,
      layer: "identity policy",
      policy: "everything",
      statement: 0,
      resource: "*",
    },
    {
      name: "in none that has no such statement",
      phase: 0,
      layer: "key policy",
      policy: "key policy",
      statement: "Other",
      resource: key.arn,
    },
  ];
  for (const { name, phase: index, layer, policy, statement, resource = "", place } of cases) {
    it(`is found ${name}`, () => {
      const event = check(0, 0, { layer, decidedBy: { policy, statement, resource } });
      const expected = place && { policy: place[0], statement: place[1] };
      expect(decidingStatement(event, index, versions)).to.deep.equal(expected);
    });
  }

  it("is none of several policies of one name where nobody tells which", () => {
    const others = [
      { policy: inline("ann"), phases: [0] },
      { policy: inline("ben"), phases: [0] },
    ];
    const event = check(0, 0, { layer: "identity policy", decidedBy: { policy: "own", statement: 1, resource: "*" } });
    expect(decidingStatement(event, 0, others)).to.equal(undefined);
  });
});
