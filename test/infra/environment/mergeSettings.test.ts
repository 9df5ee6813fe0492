import { expect } from "chai";

import { mergeSettings } from "../../../infra/environment/mergeSettings.ts";

describe("mergeSettings", () => {
  const preset = {
    key: { alias: "hub", users: ["a", "b"] },
    users: [
      { userName: "Ada", keyUser: true, policyArns: ["one"] },
      { userName: "Bob", keyUser: false },
    ],
    secrets: [{ secretName: "s", username: "admin" }],
    formerNames: ["old"],
  };
  const cases: { name: string; own: Record<string, unknown>; merged: object }[] = [
    { name: "leaves a preset as it is where nothing is set", own: {}, merged: {} },
    { name: "adds what the preset lacks", own: { trail: { trailName: "t" } }, merged: { trail: { trailName: "t" } } },
    {
      name: "merges settings within settings, and replaces the lists in them",
      own: { key: { protect: true, users: ["c"] } },
      merged: { key: { alias: "hub", users: ["c"], protect: true } },
    },
    {
      name: "puts what has the name of one of the preset's over that one",
      own: { users: [{ userName: "Bob", keyUser: true }] },
      merged: { users: [preset.users[0], { userName: "Bob", keyUser: true }] },
    },
    {
      name: "puts what has no name over the preset's at the same place",
      own: { users: [{}, { keyUser: true }] },
      merged: { users: [preset.users[0], { userName: "Bob", keyUser: true }] },
    },
    {
      name: "adds what has another name",
      own: { users: [{ userName: "Charles" }] },
      merged: { users: [...preset.users, { userName: "Charles" }] },
    },
    {
      name: "adds what has no name where the preset has nothing, for the check of names to refuse",
      own: { users: [{}, {}, { keyUser: true }] },
      merged: { users: [...preset.users, { keyUser: true }] },
    },
    {
      name: "replaces what a name's own settings set, lists too",
      own: { users: [{ userName: "Ada", policyArns: ["two"] }] },
      merged: { users: [{ userName: "Ada", keyUser: true, policyArns: ["two"] }, preset.users[1]] },
    },
    {
      name: "drops the username of a value that is generated where there is one of one's own",
      own: { secrets: [{ secretString: "own" }] },
      merged: { secrets: [{ secretName: "s", secretString: "own" }] },
    },
    {
      name: "keeps the username where only something else is set",
      own: { secrets: [{ description: "d" }] },
      merged: { secrets: [{ secretName: "s", username: "admin", description: "d" }] },
    },
    { name: "replaces every other list", own: { formerNames: ["new"] }, merged: { formerNames: ["new"] } },
    {
      name: "takes what is no settings as it is, for the schema to refuse",
      own: { key: "hub" },
      merged: { key: "hub" },
    },
    {
      name: "takes what is no list as it is, for the schema to refuse",
      own: { users: "Ada" },
      merged: { users: "Ada" },
    },
  ];
  for (const { name, own, merged } of cases) {
    it(name, () => expect(mergeSettings(preset, own)).to.deep.equal({ ...preset, ...merged }));
  }
});
