import { expect } from "chai";
import * as z from "zod";
import { Aws } from "../../../provider/aws/aws.ts";
import { getPolicyDocument } from "../../../provider/functions/getPolicyDocument.ts";

const nowhere = {
  endpoint: "http://127.0.0.1:9",
  region: "us-east-1",
  credentials: { accessKeyId: "", secretAccessKey: "" },
};
const aws = new Aws(nowhere, new AbortController().signal);

async function written(inputs: object): Promise<unknown> {
  const answer = await getPolicyDocument.answer(aws, z.strictObject(getPolicyDocument.inputs).parse(inputs));
  const { minifiedJson } = z.object({ minifiedJson: z.string() }).parse(answer);
  return JSON.parse(minifiedJson);
}

const document = (...statements: object[]) => ({ Version: "2012-10-17", Statement: statements });

describe("getPolicyDocument", () => {
  const cases: [string, object, object][] = [
    [
      "one value alone and several as a list",
      { statements: [{ actions: ["a:A"], resources: ["r1", "r2"] }] },
      document({ Effect: "Allow", Action: "a:A", Resource: ["r2", "r1"] }),
    ],
    [
      "every element of a statement",
      {
        statements: [
          {
            sid: "S",
            effect: "Deny",
            notActions: ["a:A"],
            notResources: ["r"],
            notPrincipals: [{ type: "AWS", identifiers: ["x"] }],
          },
        ],
      },
      document({ Sid: "S", Effect: "Deny", NotAction: "a:A", NotResource: "r", NotPrincipal: { AWS: "x" } }),
    ],
    [
      "principals by type",
      {
        statements: [
          {
            principals: [
              { type: "Service", identifiers: ["s"] },
              { type: "AWS", identifiers: ["a", "b"] },
            ],
          },
        ],
      },
      document({ Effect: "Allow", Principal: { AWS: ["b", "a"], Service: "s" } }),
    ],
    [
      "everybody as a star",
      { statements: [{ principals: [{ type: "*", identifiers: ["*"] }] }] },
      document({ Effect: "Allow", Principal: "*" }),
    ],
    [
      "every AWS principal as AWS's star",
      { statements: [{ principals: [{ type: "AWS", identifiers: ["*"] }] }] },
      document({ Effect: "Allow", Principal: { AWS: "*" } }),
    ],
    [
      "conditions by operator and key",
      {
        statements: [
          {
            conditions: [
              { test: "Bool", variable: "k", values: ["true"] },
              { test: "StringEquals", variable: "v", values: ["b", "a"] },
              { test: "StringEquals", variable: "v", values: ["c"] },
            ],
          },
        ],
      },
      document({ Effect: "Allow", Condition: { Bool: { k: "true" }, StringEquals: { v: ["b", "a", "c"] } } }),
    ],
    [
      "policy variables",
      { statements: [{ resources: ["arn:aws:iam::*:user/&{aws:username}"] }] },
      document({ Effect: "Allow", Resource: "arn:aws:iam::*:user/${aws:username}" }),
    ],
    [
      "an id and a version",
      { policyId: "i", version: "2008-10-17", statements: [{}] },
      { Version: "2008-10-17", Id: "i", Statement: [{ Effect: "Allow" }] },
    ],
    ["no statement", {}, { Version: "2012-10-17" }],
    [
      "source documents first and overrides in place",
      {
        sourcePolicyDocuments: [JSON.stringify(document({ Sid: "a", Action: "1" }, { Action: "2" }))],
        statements: [{ sid: "b", actions: ["3"] }],
        overridePolicyDocuments: [JSON.stringify({ Statement: { Sid: "a", Action: "4" } })],
      },
      document({ Sid: "a", Action: "4" }, { Action: "2" }, { Sid: "b", Effect: "Allow", Action: "3" }),
    ],
  ];
  for (const [what, inputs, expected] of cases) {
    it(`writes ${what}`, async () => {
      expect(await written(inputs)).to.deep.equal(expected);
    });
  }

  it("refuses a Sid that is used twice", async () => {
    const error = await written({ statements: [{ sid: "a" }, { sid: "a" }] }).catch(String);
    expect(error).to.equal("ProviderError: statements: the Sid a is used twice; a Sid must be unique");
  });
});
