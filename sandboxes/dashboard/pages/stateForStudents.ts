import type { LeaseState } from "../../lease/leaseState.ts";

/** What a state means for whoever works in the sandbox. */
export const stateForStudents: Readonly<Record<LeaseState, string>> = {
  requested: "Your sandbox is not made yet. This page shows when it is ready.",
  deploying: "Your sandbox is being made. This page shows when it is ready.",
  ready: "Your sandbox is ready.",
  "handed out": "Your sandbox is ready.",
  active: "You are at work.",
  frozen: "Your instructor has frozen your sandbox: nothing can be done in it now, and nothing in it is lost.",
  expired: "Your time is over. Ask your instructor if you need more.",
  ending: "Your sandbox is being removed.",
  ended: "Your sandbox was removed. There is nothing left to do here.",
  failed: "Your sandbox could not be made. Tell your instructor.",
  quarantined: "Your sandbox is closed. There is nothing left to do here.",
};
