import { deletionWindow } from "../rules/deletionWindow.ts";
import type { Guardrail } from "./guardrail.ts";

/** Source: KMS API Reference, ScheduleKeyDeletion, whose default is 30 days. */
export const deletionCanBeCancelled: Guardrail = {
  name: "deletion-can-be-cancelled",
  reason: "Whoever misses a deleted key has at least a week to notice it and to cancel the deletion.",
  types: ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/externalKey:ExternalKey"],
  inputs: ["deletionWindowInDays"],
  problem: ({ deletionWindowInDays: days = 30 }) =>
    typeof days === "number" && deletionWindow.accepts(days)
      ? undefined
      : `is deleted after ${JSON.stringify(days)} days instead of 7 to 30`,
};
