import { expect } from "chai";
import fc from "fast-check";
import { decide } from "../../../../emulator/authorization/decide.ts";
import { layers } from "../../../../emulator/authorization/layer.ts";
import { anyRequest } from "../anyRequest.ts";
import { principals } from "../accessRequests.ts";

/** How often each answer comes of 4,000 requests that are the same every time. */
function counts(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const request of fc.sample(anyRequest, { seed: 1, numRuns: 4_000 })) {
    const { result, layer } = decide(request);
    const isAllowed = result === "Allowed" ? "allowed" : "denied";
    for (const answer of [`${result} by ${layer}`, `${request.principal.arn} is ${isAllowed}`]) {
      found.set(answer, (found.get(answer) ?? 0) + 1);
    }
  }
  return found;
}

// A key's state is no policy, and grants only allow.
const deniable = layers.filter((layer) => layer !== "key state" && layer !== "grant");
const allowing = ["key policy", "trust policy", "resource policy", "identity policy", "grant"];
const answers = [
  ...allowing.map((layer) => `Allowed by ${layer}`),
  ...deniable.flatMap((layer) => [`ImplicitlyDenied by ${layer}`, `ExplicitlyDenied by ${layer}`]),
  ...Object.values(principals).flatMap(({ arn }) => [`${arn} is allowed`, `${arn} is denied`]),
];

describe("the requests that properties are tried on", () => {
  it("have every answer often enough, and no other", () => {
    const found = counts();
    expect(answers.filter((answer) => (found.get(answer) ?? 0) < 12)).to.deep.equal([]);
    expect([...found.keys()].filter((answer) => !answers.includes(answer))).to.deep.equal([]);
  });
});
