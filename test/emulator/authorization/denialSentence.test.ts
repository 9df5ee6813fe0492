import { expect } from "chai";
import { denialSentence, type Decision, type DecisionResult } from "../../../emulator/authorization/decision.ts";
import type { Layer } from "../../../emulator/authorization/layer.ts";
import { keyArn, principals } from "./accessRequests.ts";

const alice = "User: arn:aws:iam::111122223333:user/Alice is not authorized to perform: kms:Decrypt";

const cases: {
  by?: keyof typeof principals;
  result: DecisionResult;
  layer: Layer;
  shownAs?: string;
  undisclosedAs?: string;
  sentence: string;
}[] = [
  {
    result: "ImplicitlyDenied",
    layer: "key policy",
    sentence: `${alice} on resource: ${keyArn} because no resource-based policy allows the kms:Decrypt action`,
  },
  {
    result: "ImplicitlyDenied",
    layer: "resource policy",
    sentence: `${alice} on resource: ${keyArn} because no resource-based policy allows the kms:Decrypt action`,
  },
  {
    result: "ImplicitlyDenied",
    layer: "identity policy",
    sentence: `${alice} on resource: ${keyArn} because no identity-based policy allows the kms:Decrypt action`,
  },
  {
    result: "ExplicitlyDenied",
    layer: "key policy",
    sentence: `${alice} on resource: ${keyArn} with an explicit deny in a resource-based policy`,
  },
  {
    result: "ExplicitlyDenied",
    layer: "identity policy",
    sentence: `${alice} on resource: ${keyArn} with an explicit deny in an identity-based policy`,
  },
  {
    result: "ImplicitlyDenied",
    layer: "identity policy",
    shownAs: "mySecret",
    sentence: `${alice} on resource: mySecret because no identity-based policy allows the kms:Decrypt action`,
  },
  {
    result: "ImplicitlyDenied",
    layer: "identity policy",
    shownAs: "",
    sentence: `${alice} because no identity-based policy allows the kms:Decrypt action`,
  },
  {
    result: "ExplicitlyDenied",
    layer: "identity policy",
    shownAs: "",
    sentence: `${alice} with an explicit deny in an identity-based policy`,
  },
  {
    result: "ImplicitlyDenied",
    layer: "key policy",
    undisclosedAs: "this resource",
    sentence: `${alice} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  },
  {
    result: "ExplicitlyDenied",
    layer: "key policy",
    undisclosedAs: "this resource",
    sentence: `${alice} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  },
  {
    result: "ImplicitlyDenied",
    layer: "identity policy",
    undisclosedAs: "the resource associated with this ciphertext",
    sentence: `${alice} on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action`,
  },
  {
    by: "reader",
    result: "ImplicitlyDenied",
    layer: "identity policy",
    sentence: `User: arn:aws:sts::111122223333:assumed-role/reader/tests is not authorized to perform: kms:Decrypt on resource: ${keyArn} because no identity-based policy allows the kms:Decrypt action`,
  },
  {
    by: "root",
    result: "ImplicitlyDenied",
    layer: "key policy",
    sentence: `User: arn:aws:iam::111122223333:root is not authorized to perform: kms:Decrypt on resource: ${keyArn} because no resource-based policy allows the kms:Decrypt action`,
  },
];

describe("the sentence of a denial", () => {
  for (const { by = "alice", result, layer, shownAs, undisclosedAs, sentence } of cases) {
    it(`reads: ${sentence}`, () => {
      const decision: Decision = { result, layer, principal: principals[by], action: "kms:Decrypt", resource: keyArn };
      expect(denialSentence(decision, shownAs, undisclosedAs)).to.equal(sentence);
    });
  }
});
