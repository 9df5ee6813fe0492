import { GetRandomPasswordCommand, type GetRandomPasswordCommandInput } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";

const each = /^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[!-/:-@[-`{-~])[!-~]*$/;

/** What every password for a request looks like. */
const possible: { name: string; input: GetRandomPasswordCommandInput; length: number; pattern: RegExp }[] = [
  { name: "32 characters with one of each type", input: {}, length: 32, pattern: each },
  { name: "one of each type in as many characters", input: { PasswordLength: 4 }, length: 4, pattern: each },
  { name: "as many characters as are allowed", input: { PasswordLength: 4096 }, length: 4096, pattern: each },
  {
    name: "letters alone",
    input: { ExcludeNumbers: true, ExcludePunctuation: true },
    length: 32,
    pattern: /^(?=.*[A-Z])(?=.*[a-z])[A-Za-z]*$/,
  },
  {
    name: "numbers and punctuation alone",
    input: { ExcludeUppercase: true, ExcludeLowercase: true, PasswordLength: 2 },
    length: 2,
    pattern: /^([0-9][!-/:-@[-`{-~]|[!-/:-@[-`{-~][0-9])$/,
  },
  {
    name: "no character that is excluded",
    input: { ExcludeCharacters: "abcdefghijklmnopqrstuvwxy012345678", ExcludePunctuation: true, PasswordLength: 3 },
    length: 3,
    pattern: /^(?=.*[A-Z])(?=.*z)(?=.*9)[A-Z9z]*$/,
  },
  {
    name: "any type where none is required",
    input: { RequireEachIncludedType: false, PasswordLength: 1 },
    length: 1,
    pattern: /^[!-~]$/,
  },
  {
    name: "a type that is not required and has no character left",
    input: { RequireEachIncludedType: false, ExcludeCharacters: "0123456789" },
    length: 32,
    pattern: /^[!-/:-~]*$/,
  },
  {
    name: "spaces alone",
    input: {
      IncludeSpace: true,
      ExcludeUppercase: true,
      ExcludeLowercase: true,
      ExcludeNumbers: true,
      ExcludePunctuation: true,
      PasswordLength: 5,
    },
    length: 5,
    pattern: /^ {5}$/,
  },
];

const refused: { name: string; input: GetRandomPasswordCommandInput; code: string; message: string }[] = [
  {
    name: "fewer characters than types",
    input: { PasswordLength: 3 },
    code: "InvalidParameterException",
    message: "Password length is too short based on the required types.",
  },
  {
    name: "a required type without characters",
    input: { ExcludeCharacters: "0123456789" },
    code: "InvalidParameterException",
    message: "All characters of the desired type have been excluded.",
  },
  {
    name: "no characters at all",
    input: { ExcludeUppercase: true, ExcludeLowercase: true, ExcludeNumbers: true, ExcludePunctuation: true },
    code: "InvalidParameterException",
    message: "All characters have been excluded from selection.",
  },
  {
    name: "too many characters",
    input: { PasswordLength: 4097 },
    code: "ValidationException",
    message:
      "1 validation error detected: Value '4097' at 'passwordLength' failed to satisfy constraint: Member must have value less than or equal to 4096",
  },
];

describe("A random password", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  const draw = async (input: GetRandomPasswordCommandInput) =>
    (await root.secretsManager.send(new GetRandomPasswordCommand(input))).RandomPassword ?? "";

  for (const { name, input, length, pattern } of possible) {
    it(`has ${name}`, async () => {
      for (const password of await Promise.all(Array.from({ length: 10 }, () => draw(input)))) {
        expect(password).to.have.lengthOf(length).and.to.match(pattern);
      }
    });
  }

  for (const { name, input, code, message } of refused) {
    it(`cannot have ${name}`, async () =>
      expect(await refusalOf(draw(input))).to.deep.equal({ code, message, status: 400 }));
  }

  it("has spaces where they are wanted, and may leave them out", async () => {
    const short = await Promise.all(Array.from({ length: 20 }, () => draw({ IncludeSpace: true, PasswordLength: 4 })));
    expect(short.filter((password) => password.includes(" "))).to.deep.equal([]);
    expect(await draw({ IncludeSpace: true, PasswordLength: 4096 })).to.contain(" ");
  });

  it("is another each time, and in no CloudTrail event", async () => {
    const passwords = [await draw({}), await draw({})];
    expect(new Set(passwords).size).to.equal(2);
    const events = emulator.instance.audit.eventsOf("000000000000");
    expect(events.at(-1)).to.include({ eventName: "GetRandomPassword", readOnly: true, responseElements: null });
    const text = JSON.stringify(events);
    for (const password of passwords) expect(text).not.to.contain(JSON.stringify(password).slice(1, -1));
  });
});
