import { expect } from "chai";
import { IANAZone } from "luxon";
import { UserError } from "../../errors/userError.ts";
import { readUntil } from "../../sandboxes/readUntil.ts";
import { thrownBy } from "../support/thrownBy.ts";

const spring = new Date("2026-03-01T00:00:00Z");
const autumn = new Date("2026-10-01T00:00:00Z");
const inKolkata = IANAZone.create("Asia/Kolkata");

const expected = 'Write it like "2026-12-01 18:00 Europe/Berlin", "2026-12-01 18:00+01:00" or "2026-12-01T17:00Z".';
const named = "Give the name that the IANA database has for it, or an offset from UTC such as +01:00.";

const readable = [
  {
    is: "a time with the name of its zone",
    text: "2026-12-01 18:00 Europe/Berlin",
    now: autumn,
    until: "2026-12-01T17:00:00.000Z",
  },
  {
    is: "the name of a zone in lower case",
    text: "2026-12-01 18:00 europe/berlin",
    now: autumn,
    until: "2026-12-01T17:00:00.000Z",
  },
  { is: "blanks around it", text: "  2026-12-01  18:00 UTC ", now: autumn, until: "2026-12-01T18:00:00.000Z" },
  { is: "a time in the zone of the machine", text: "2026-12-01 18:00", now: autumn, until: "2026-12-01T12:30:00.000Z" },
  { is: "seconds", text: "2026-12-01 18:00:30 Z", now: autumn, until: "2026-12-01T18:00:30.000Z" },
  { is: "ISO 8601 in UTC", text: "2026-12-01T18:00Z", now: autumn, until: "2026-12-01T18:00:00.000Z" },
  { is: "an offset from UTC", text: "2026-12-01 18:00+01:00", now: autumn, until: "2026-12-01T17:00:00.000Z" },
  { is: "an offset west of Greenwich", text: "2026-12-01 18:00 -0530", now: autumn, until: "2026-12-01T23:30:00.000Z" },
  {
    is: "the last minute before clocks are put forward",
    text: "2026-03-29 01:59 Europe/Berlin",
    now: spring,
    until: "2026-03-29T00:59:00.000Z",
  },
  {
    is: "the first minute after clocks were put forward",
    text: "2026-03-29 03:00 Europe/Berlin",
    now: spring,
    until: "2026-03-29T01:00:00.000Z",
  },
  {
    is: "the last minute before an hour that comes twice",
    text: "2026-10-25 01:59 Europe/Berlin",
    now: autumn,
    until: "2026-10-24T23:59:00.000Z",
  },
  {
    is: "the first minute after an hour that came twice",
    text: "2026-10-25 03:00 Europe/Berlin",
    now: autumn,
    until: "2026-10-25T02:00:00.000Z",
  },
  {
    is: "the earlier of two equal times, by its offset",
    text: "2026-10-25 02:30+02:00",
    now: autumn,
    until: "2026-10-25T00:30:00.000Z",
  },
  {
    is: "the later of two equal times, by its offset",
    text: "2026-10-25 02:30+01:00",
    now: autumn,
    until: "2026-10-25T01:30:00.000Z",
  },
  { is: "what is 90 days ahead", text: "2026-12-30 00:00Z", now: autumn, until: "2026-12-30T00:00:00.000Z" },
  { is: "what is a minute ahead", text: "2026-10-01 00:01Z", now: autumn, until: "2026-10-01T00:01:00.000Z" },
];

const refused = [
  { is: "what is no time", text: "tomorrow", now: autumn, says: '"tomorrow" is no time.', nextStep: expected },
  { is: "a day without a time", text: "2026-12-01", now: autumn, says: '"2026-12-01" is no time.', nextStep: expected },
  {
    is: "an hour that no clock shows",
    text: "2026-12-01 24:00",
    now: autumn,
    says: '"2026-12-01 24:00" is no time.',
    nextStep: expected,
  },
  {
    is: "a day that no month has",
    text: "2027-02-30 10:00",
    now: autumn,
    says: '"2027-02-30 10:00" is no time: there is no such day.',
    nextStep: expected,
  },
  {
    is: "now",
    text: "2026-10-01 00:00Z",
    now: autumn,
    says: '"2026-10-01 00:00Z" is over: it is 2026-10-01T00:00:00.000Z now.',
    nextStep: "Give a time that is still to come.",
  },
  {
    is: "what is over",
    text: "2025-12-01 18:00Z",
    now: autumn,
    says: '"2025-12-01 18:00Z" is over: it is 2026-10-01T00:00:00.000Z now.',
    nextStep: "Give a time that is still to come.",
  },
  {
    is: "what is more than 90 days ahead",
    text: "2026-12-30 00:01Z",
    now: autumn,
    says: '"2026-12-30 00:01Z" is more than 90 days ahead, and sandboxes cost something as long as they are there.',
    nextStep: "Give an earlier time; it can be put off later.",
  },
  {
    is: "a zone with a slip",
    text: "2026-12-01 18:00 Europe/Berln",
    now: autumn,
    says: 'There is no time zone "Europe/Berln". Did you mean "Europe/Berlin"?',
    nextStep: named,
  },
  {
    is: "a city without its continent",
    text: "2026-12-01 18:00 berlin",
    now: autumn,
    says: 'There is no time zone "berlin". Did you mean "Europe/Berlin"?',
    nextStep: named,
  },
  {
    is: "a zone that is near to none",
    text: "2026-12-01 18:00 +25:00",
    now: autumn,
    says: 'There is no time zone "+25:00".',
    nextStep: named,
  },
  {
    is: "a time that clocks skip in spring",
    text: "2026-03-29 02:30 Europe/Berlin",
    now: spring,
    says: "In Europe/Berlin clocks never show 02:30 on 2026-03-29, as they are put forward.",
    nextStep: 'Say which is meant: "2026-03-29 01:30+01:00" or "2026-03-29 03:30+02:00".',
  },
  {
    is: "a time that clocks skip by half an hour",
    text: "2026-10-04 02:15 Australia/Lord_Howe",
    now: autumn,
    says: "In Australia/Lord_Howe clocks never show 02:15 on 2026-10-04, as they are put forward.",
    nextStep: 'Say which is meant: "2026-10-04 01:45+10:30" or "2026-10-04 02:45+11:00".',
  },
  {
    is: "a time that comes twice in autumn",
    text: "2026-10-25 02:30 Europe/Berlin",
    now: autumn,
    says: "In Europe/Berlin clocks show 02:30 twice on 2026-10-25, as they are put back.",
    nextStep: 'Say which: "2026-10-25 02:30+02:00" is the earlier, "2026-10-25 02:30+01:00" the later.',
  },
];

describe("until when a sandbox lasts", () => {
  for (const { is, text, now, until } of readable) {
    it(`can be ${is}`, () => {
      expect(readUntil(text, now, inKolkata).toISOString()).to.equal(until);
    });
  }

  for (const { is, text, now, says, nextStep } of refused) {
    it(`cannot be ${is}`, () => {
      const error = thrownBy(() => readUntil(text, now, inKolkata), UserError);
      expect([error.message, error.nextStep, error.exitCode]).to.deep.equal([says, nextStep, 2]);
    });
  }

  it("is in the zone of this machine where nothing else is said", () => {
    expect(readUntil("2026-12-01 18:00", autumn)).to.deep.equal(new Date("2026-12-01T18:00"));
  });
});
