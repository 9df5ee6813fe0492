import type { CheckpointView, ClassView, LeaseView } from "../../sandboxes/desk.ts";

/** A time of the class's first day. */
export function atClock(time: string): string {
  return `2026-03-02T${time}:00.000Z`;
}

const tasks = [
  ["key", "Create the key nextwork-kms-key.", "key created"],
  ["table", "Create the table nextwork-kms-table, encrypted under the key nextwork-kms-key.", "table created"],
  ["item", "Write an item to the table nextwork-kms-table.", "item written"],
  ["denied", "Try to read it as nextwork-kms-user, and be refused.", "reader refused"],
  ["granted", "Let nextwork-kms-user use the key, and read it again.", "reader let in"],
] as const;

/** The checkpoints of the workshop, of which the first were reached at these times. */
export function checkpointsReached(...times: readonly string[]): CheckpointView[] {
  return tasks.map(([id, task, title], index) => {
    const time = times[index];
    return { id, task, title, ...(time === undefined ? {} : { reachedAt: atClock(time) }) };
  });
}

const common = {
  blueprint: "do-it-yourself",
  until: atClock("15:30"),
  checkpoints: checkpointsReached(),
  denials: [],
  handOvers: [],
  remaining: [],
  usage: { keys: 0, tables: 0, requests: 0, estimatedCost: 0 },
} as const;

const zoe: LeaseView = {
  ...common,
  id: "zoe-4k2p",
  students: [{ id: "zoe", name: "Zoë Ng", role: "student" }],
  state: "active",
  since: atClock("13:41"),
  reason: "its student has made a call",
  joinCode: "zoe-code-7yhq-22mt",
  checkpoints: checkpointsReached("13:41", "13:48", "13:56"),
  denials: [
    {
      at: atClock("13:57"),
      who: "nextwork-kms-user",
      action: "kms:Decrypt",
      explanation: "No statement of the key policy, of a grant or of the user's policies allows it.",
    },
    {
      at: atClock("13:44"),
      who: "administrator",
      action: "dynamodb:CreateTable",
      explanation: "The permissions boundary allows no table whose name does not begin with zoe-4k2p.",
    },
  ],
  handOvers: [{ at: atClock("13:38"), to: "student" }],
  usage: { keys: 1, tables: 1, requests: 214, estimatedCost: 0.07 },
};

const blue: LeaseView = {
  ...common,
  id: "blue-9xw3",
  students: [
    { id: "ana", name: "Ana Lima", role: "student" },
    { id: "ben", role: "student" },
  ],
  group: "blue",
  blueprint: "ready-made",
  state: "handed out",
  since: atClock("13:30"),
  reason: "its credentials were handed out",
  joinCode: "blue-code-k3vd-9fzn",
  checkpoints: checkpointsReached("13:31"),
  stuckSince: atClock("13:35"),
  handOvers: [
    { at: atClock("13:20"), to: "file" },
    { at: atClock("13:30"), to: "student" },
  ],
  usage: { keys: 1, tables: 1, requests: 9, estimatedCost: 0.06 },
};

const carl: LeaseView = {
  ...common,
  id: "carl-m2t8",
  students: [{ id: "carl", name: "Carl Øst", role: "student" }],
  state: "frozen",
  since: atClock("13:50"),
  reason: "he asked for a break",
  until: atClock("14:05"),
  joinCode: "carl-code-p4wq-8rjd",
  checkpoints: checkpointsReached("13:40", "13:49"),
  usage: { keys: 2, tables: 1, requests: 120, estimatedCost: 0.12 },
};

const dana: LeaseView = {
  ...common,
  id: "dana-q7r5",
  students: [{ id: "dana", role: "assistant" }],
  state: "failed",
  since: atClock("13:22"),
  reason: "the quota of customer managed keys is used up",
  joinCode: "dana-code-x6hm-3tvb",
};

const eve: LeaseView = {
  ...common,
  id: "eve-h3n6",
  students: [{ id: "eve", name: "Eve", role: "student" }],
  state: "quarantined",
  since: atClock("13:59"),
  reason: "two things could not be removed",
  until: atClock("13:55"),
  joinCode: "eve-code-d9kc-5wpy",
  checkpoints: checkpointsReached("13:01", "13:05", "13:11", "13:30", "13:44"),
  usage: { keys: 1, tables: 0, requests: 402, estimatedCost: 0.21 },
  remaining: [
    {
      item: "key alias/eve-h3n6-nextwork-kms-key",
      reason: "Its key policy locks everybody out: AWS Support opens it.",
    },
    { item: "user eve-h3n6-friend", reason: "It has a policy of somebody else: detach it, and end again." },
  ],
};

/** A class of five sandboxes, each in another state. */
export const fakeClass: ClassView = {
  name: "Thursday class",
  workshop: "encrypt-a-database",
  target: "the embedded AWS",
  now: atClock("14:00"),
  isolation: "proved",
  leases: [zoe, blue, carl, dana, eve],
};
