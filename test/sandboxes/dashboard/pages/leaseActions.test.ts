import { expect } from "chai";
import { leaseActions } from "../../../../sandboxes/dashboard/pages/leaseActions.ts";
import { leaseStates, type LeaseState } from "../../../../sandboxes/lease/leaseState.ts";

const offered: Readonly<Record<LeaseState, string>> = {
  requested: "extend end",
  deploying: "extend end",
  ready: "extend freeze credentials reset end",
  "handed out": "extend freeze credentials reset end",
  active: "extend freeze credentials reset end",
  frozen: "extend thaw reset end",
  expired: "extend end",
  ending: "",
  ended: "",
  failed: "reset end",
  quarantined: "end",
};

describe("what is offered for a sandbox", () => {
  for (const state of leaseStates) {
    it(`that is ${state}: ${offered[state]}`, () => expect(leaseActions(state).join(" ")).to.equal(offered[state]));
  }
});
